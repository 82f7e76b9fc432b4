import { isFindable, splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'

/** What means the same as a term, each as the words that must all be there: `nlp` gives [['natural', 'language', 'processing']]. */
export interface Synonyms {
  /** By stemmed terms, as typed one after another with blanks between. */
  readonly byTerms: ReadonlyMap<string, readonly (readonly string[])[]>
  /** All terms of runs that have synonyms: most words of questions are none. */
  readonly terms: ReadonlySet<string>
  /** The length of the longest run that has synonyms. */
  readonly maxLength: number
}

/** @param groups each a list of phrases that mean the same; they are analysed as text is. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byTerms = new Map<string, (readonly string[])[]>()
  const terms = new Set<string>()
  let maxLength = 0
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((words) => words.length > 0)
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase)
      const ofPhrase = phrase.map((word) => stem(word))
      for (const term of ofPhrase) terms.add(term)
      const key = ofPhrase.join(' ')
      byTerms.set(key, [...(byTerms.get(key) ?? []), ...others])
      maxLength = Math.max(maxLength, phrase.length)
    }
  }
  return { byTerms, terms, maxLength }
}

/** As a question is read: without the words that no text is found by. */
function wordsOf(phrase: string): string[] {
  return splitWords(phrase)
    .filter((word) => isFindable(word, phrase))
    .map((word) => word.text)
}
