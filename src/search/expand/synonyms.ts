import { splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import { isFindable } from '../analysis/stop-words.ts'

/** Other ways to say a term, each as the words that must all be there: `nlp` gives [['natural', 'language', 'processing']]. */
export interface Synonyms {
  /** For a run of stemmed terms, as typed one after another. */
  of(terms: readonly string[]): readonly (readonly string[])[]
  /** The length of the longest run that has synonyms. */
  readonly longest: number
}

/** @param groups each a list of phrases that mean the same; they are analysed as text is. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byPhrase = new Map<string, (readonly string[])[]>()
  let longest = 0
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((words) => words.length > 0)
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase)
      const key = phrase.map((word) => stem(word)).join(' ')
      byPhrase.set(key, [...(byPhrase.get(key) ?? []), ...others])
      longest = Math.max(longest, phrase.length)
    }
  }
  return { of: (terms) => byPhrase.get(terms.join(' ')) ?? [], longest }
}

/** As a question is read: without the words that no text is found by. */
function wordsOf(phrase: string): string[] {
  return splitWords(phrase)
    .filter((word) => isFindable(word, phrase))
    .map((word) => word.text)
}

/** Abbreviations and second names of the field, common enough that people type either. */
export const builtInSynonyms: readonly (readonly string[])[] = [
  ['ai', 'artificial intelligence'],
  ['ml', 'machine learning'],
  ['nlp', 'natural language processing'],
  ['api', 'application programming interface'],
  ['aws', 'amazon web services'],
  ['bdd', 'behaviour driven development'],
  ['tdd', 'test driven development'],
  ['cd', 'continuous deployment', 'continuous delivery'],
  ['ci', 'continuous integration'],
  ['cli', 'command line interface', 'command line'],
  ['cms', 'content management system'],
  ['crypto', 'cryptography'],
  ['cpp', 'c++'],
  ['csharp', 'c#'],
  ['dotnet', '.net'],
  ['cython', 'c extensions'],
  ['db', 'database'],
  ['django rest framework', 'drf'],
  ['dns', 'domain name system'],
  ['elasticsearch', 'elastic search'],
  ['gcp', 'google cloud'],
  ['gae', 'app engine'],
  ['gil', 'global interpreter lock'],
  ['golang', 'go language'],
  ['gui', 'graphical user interface'],
  ['i18n', 'internationalization', 'internationalisation'],
  ['l10n', 'localization', 'localisation'],
  ['iot', 'internet of things'],
  ['js', 'javascript'],
  ['jit', 'just in time'],
  ['k8s', 'kubernetes'],
  ['mongo', 'mongodb'],
  ['node', 'nodejs', 'node.js'],
  ['numpy', 'numerical python'],
  ['olap', 'online analytical processing'],
  ['oop', 'object orientation', 'object oriented'],
  ['orm', 'object relational mapper'],
  ['os', 'operating system'],
  ['perf', 'performance'],
  ['postgres', 'postgresql', 'pgsql'],
  ['psf', 'python software foundation'],
  ['qa', 'quality assurance'],
  ['regex', 'regexp', 'regular expression'],
  ['repo', 'repository'],
  ['rst', 'restructuredtext'],
  ['spa', 'single page application'],
  ['sql', 'structured query language'],
  ['ssl', 'tls'],
  ['ts', 'typescript'],
  ['ui', 'user interface'],
  ['ux', 'user experience'],
  ['venv', 'virtualenv', 'virtual environment'],
  ['vm', 'virtual machine'],
  ['vcs', 'version control'],
  ['ws', 'websockets'],
  ['auth', 'authentication'],
  ['config', 'configuration'],
  ['docs', 'documentation'],
  ['env', 'environment'],
  ['async', 'asynchronous'],
  ['parallel', 'concurrent'],
  ['frontend', 'front end'],
  ['backend', 'back end'],
  ['realtime', 'real time'],
  ['colour', 'color'],
  ['licence', 'license'],
  ['optimise', 'optimize'],
  ['behaviour', 'behavior'],
  ['visualisation', 'visualization', 'dataviz'],
  ['ops', 'operations'],
  ['prod', 'production'],
  ['mobile', 'smartphone', 'phone'],
  ['speed', 'performance'],
  ['queue', 'broker'],
  ['translate', 'localization', 'i18n'],
]
