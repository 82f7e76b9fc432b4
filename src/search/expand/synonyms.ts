import { isFindable, splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import type { Query, QueryWord } from '../query/query.ts'

/** What means the same as a term, each as the words that must all be there: `nlp` gives [['natural', 'language', 'processing']]. */
export interface Synonyms {
  /** By stemmed terms, as typed one after another with blanks between: the groups that they are in. */
  readonly byTerms: ReadonlyMap<string, readonly PhraseInGroup[]>
  /** All terms that occur in runs with synonyms: most words of questions do not. */
  readonly terms: ReadonlySet<string>
  /** The length of the longest run that has synonyms. */
  readonly maxLength: number
}

interface PhraseInGroup {
  readonly phrase: readonly string[]
  /** All of its group, itself included. */
  readonly phrases: readonly (readonly string[])[]
}

/** @param groups each a list of phrases that mean the same; they are analysed as text is. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byTerms = new Map<string, PhraseInGroup[]>()
  const terms = new Set<string>()
  let maxLength = 0
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((words) => words.length > 0)
    for (const phrase of phrases) {
      const ofPhrase = phrase.map((word) => stem(word))
      for (const term of ofPhrase) terms.add(term)
      const key = ofPhrase.join(' ')
      const places = byTerms.get(key) ?? []
      places.push({ phrase, phrases })
      byTerms.set(key, places)
      maxLength = Math.max(maxLength, phrase.length)
    }
  }
  return { byTerms, terms, maxLength }
}

/** Read as a question is: without the words that no text is found by. */
function wordsOf(phrase: string): string[] {
  return splitWords(phrase)
    .filter((word) => isFindable(word, phrase))
    .map((word) => word.text)
}

/** What means the same as what the word is in a question, or is a part of: each as the words that must all be there. */
export function findSynonyms(
  asked: QueryWord,
  { text, words }: Query,
  { byTerms, maxLength }: Synonyms,
): (readonly string[])[] {
  const findable = words.filter(({ folded, start, end }) => isFindable({ text: folded, start, end }, text))
  return runsAround(findable, findable.indexOf(asked), maxLength)
    .flatMap((run) => synonymsOf(run.map(({ term }) => term).join(' '), byTerms))
    .slice(0, maxSynonyms)
}

/** For one word: each is searched for. */
const maxSynonyms = 100

const synonymsOf = (terms: string, byTerms: Synonyms['byTerms']): (readonly string[])[] =>
  (byTerms.get(terms) ?? [])
    .slice(0, maxSynonyms)
    .flatMap(({ phrase, phrases }) => phrases.filter((other) => other !== phrase))

/** All runs of at most `maxLength` items that the one at `place` is part of. */
function runsAround<Item>(items: readonly Item[], place: number, maxLength: number): Item[][] {
  const runs: Item[][] = []
  for (let start = Math.max(0, place - maxLength + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(items.length, start + maxLength); end++)
      runs.push(items.slice(start, end))
  }
  return runs
}
