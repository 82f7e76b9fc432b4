import { splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import { isFindable } from '../analysis/stop-words.ts'

/** What means the same as a term, each as the words that must all be there: `nlp` gives [['natural', 'language', 'processing']]. */
export interface Synonyms {
  /** For a run of stemmed terms, as typed one after another. */
  of(terms: readonly string[]): readonly (readonly string[])[]
  /** Whether some run of terms that has synonyms has the term: most words of questions are in none. */
  has(term: string): boolean
  /** The length of the longest run that has synonyms. */
  readonly maxLength: number
}

/** @param groups each a list of phrases that mean the same; they are analysed as text is. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byPhrase = new Map<string, (readonly string[])[]>()
  const terms = new Set<string>()
  let maxLength = 0
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((words) => words.length > 0)
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase)
      const ofPhrase = phrase.map((word) => stem(word))
      for (const term of ofPhrase) terms.add(term)
      const key = ofPhrase.join(' ')
      byPhrase.set(key, [...(byPhrase.get(key) ?? []), ...others])
      maxLength = Math.max(maxLength, phrase.length)
    }
  }
  return {
    of: (run) => byPhrase.get(run.join(' ')) ?? [],
    has: (term) => terms.has(term),
    maxLength,
  }
}

/** As a question is read: without the words that no text is found by. */
function wordsOf(phrase: string): string[] {
  return splitWords(phrase)
    .filter((word) => isFindable(word, phrase))
    .map((word) => word.text)
}
