import type { Talk } from '../../notes/talk.ts'
import { type Token, tokenize } from '../analysis/analyzer.ts'
import type { WordKind } from './compiled-index.ts'
import { type Field, textsOf } from './talk-texts.ts'
import { type CountedUse, useOf, type WordUse, wordKindOf } from './word-uses.ts'

interface AnalyzedText {
  readonly field: Field
  readonly uses: readonly WordUse[]
  /** By use, and one after the last: the stop words before it. */
  readonly stopWords: readonly (readonly string[])[]
}
export type AnalyzedTalk = readonly AnalyzedText[]

/**
 * The texts of talks as the index takes them. Each use of a word is kept once, which halves the time for many talks.
 * @param onProgress hears how many talks are done, now and then
 */
export function analyzeTalks(
  talks: readonly Talk[],
  onProgress: (done: number) => void = () => {},
): AnalyzedTalk[] {
  const known = new Map<string, WordUse[]>()
  const once = ({ word, term }: Token, kind: WordKind) => {
    const ofWord = known.get(word) ?? []
    if (ofWord.length === 0) known.set(word, ofWord)
    const first = ofWord.find((use) => use.term === term && use.kind === kind)
    if (first) return first
    const use = useOf({ word, term }, kind)
    ofWord.push(use)
    return use
  }
  return talks.map((talk, number) => {
    if (number % 1000 === 999) onProgress(number + 1)
    return textsOf(talk).map(({ field, text }) => {
      const { tokens, rest } = tokenize(text, talk.language)
      const kindOf = wordKindOf(field, text)
      return {
        field,
        uses: tokens.map((token) => once(token, kindOf(token))),
        stopWords: [...tokens.map(({ stopWords }) => stopWords), rest],
      }
    })
  })
}

/** How often each word is used. */
export function countUses(talks: readonly AnalyzedTalk[]): Map<string, CountedUse> {
  const counts = new Map<string, { use: WordUse; count: number }>()
  for (const { uses } of talks.flat()) {
    for (const use of uses) {
      const counted = counts.get(use.key)
      if (counted) counted.count++
      else counts.set(use.key, { use, count: 1 })
    }
  }
  return counts
}
