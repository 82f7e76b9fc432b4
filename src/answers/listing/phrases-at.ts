import type { QueryWord } from '../../search/query/query.ts'
import { rememberingAt } from '../../text/remembering.ts'
import { isOfLists, maxPhraseWords } from './listing-word-lists.ts'

/** A phrase of a question. */
export interface PhraseAt {
  readonly phrase: string
  /** In words. */
  readonly length: number
}

/** For each phrase of a list that stands at a place, how many words it has. */
export function lengthsAt(
  all: readonly QueryWord[],
  at: number,
  phrases: ReadonlySet<string>,
): readonly number[] {
  const lengths: number[] = []
  for (const { phrase, length } of phrasesAt(all, at)) if (phrases.has(phrase)) lengths.push(length)
  return lengths
}

/** All phrases of any list that begin at a place, shortest first: each place is looked up in many lists. */
export const phrasesAt = rememberingAt((all: readonly QueryWord[], at): readonly PhraseAt[] => {
  const phrases: PhraseAt[] = []
  let phrase = ''
  for (let length = 1; length <= maxPhraseWords && at + length <= all.length; length++) {
    const { folded } = all[at + length - 1]!
    phrase = length === 1 ? folded : `${phrase} ${folded}`
    if (isOfLists(phrase)) phrases.push({ phrase, length })
  }
  return phrases
})
