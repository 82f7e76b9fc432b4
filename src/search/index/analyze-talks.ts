import type { Talk } from '../../notes/talk.ts'
import { rememberingOf } from '../../text/remembering.ts'
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

/** The texts of a talk as the index takes them. */
export type AnalyzeTalk = (talk: Talk) => AnalyzedTalk

/** Analyses each talk once. Each use of a word is kept once too, which halves the time for many talks. */
export function createTalkAnalyzer(): AnalyzeTalk {
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
  const analyze: AnalyzeTalk = (talk) =>
    textsOf(talk).map(({ field, text }) => {
      const { tokens, rest } = tokenize(text, talk.language)
      const kindOf = wordKindOf(field, text)
      return {
        field,
        uses: tokens.map((token) => once(token, kindOf(token))),
        stopWords: [...tokens.map(({ stopWords }) => stopWords), rest],
      }
    })
  return rememberingOf(analyze, Number.POSITIVE_INFINITY)
}

/** How talks are taken into an index. */
export interface IndexingOptions {
  /** Hears how many talks are in, now and then. */
  readonly onProgress?: ((done: number) => void) | undefined
  /** May have analysed some of the talks before. */
  readonly analyze?: AnalyzeTalk | undefined
}

export function analyzeTalks(
  talks: readonly Talk[],
  { onProgress = () => {}, analyze = createTalkAnalyzer() }: IndexingOptions = {},
): AnalyzedTalk[] {
  return talks.map((talk, number) => {
    if (number % 1000 === 999) onProgress(number + 1)
    return analyze(talk)
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
