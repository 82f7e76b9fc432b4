import { remembering } from '../../text/remembering.ts'
import type { Sentence, SentenceScoring } from './score-sentences.ts'
import { scoreBound, scoreSentences } from './score-sentences.ts'
import type { TalkPassage } from './talk-passages.ts'

/** See `RankingParameters.quotation`. */
export interface ChoiceParameters {
  readonly maxPassages: number
  readonly maxSentences: number
  readonly minShareOfBest: number
  readonly maxRepeated: number
}

/**
 * The sentences that have most of the question, best first, wherever they stand; none that says again what one before it
 * says. Passages that cannot have one of them are not looked into.
 */
export function chooseSentences(
  passages: readonly TalkPassage[],
  scoring: SentenceScoring & {
    /** Whether only sentences count that have a thing of the kind asked for. */
    readonly mustHaveThing: boolean
  },
  { maxPassages, maxSentences, minShareOfBest, maxRepeated }: ChoiceParameters,
): Sentence[] {
  const bounded = passages
    .map((passage, place) => ({ passage, place, bound: scoreBound(passage, scoring) }))
    .filter(({ bound }) => bound > 0)
    .sort((a, b) => b.bound - a.bound || a.place - b.place)
    .slice(0, maxPassages)
  const scored: { readonly sentence: Sentence; readonly place: number }[] = []
  let best = 0
  for (const { passage, place, bound } of bounded) {
    if (bound < minShareOfBest * best) break
    for (const sentence of scoreSentences(passage, scoring)) {
      if (scoring.mustHaveThing && !sentence.hasThing) continue
      if (sentence.score > 0) scored.push({ sentence, place })
      best = Math.max(best, sentence.score)
    }
  }
  scored.sort(
    (a, b) => b.sentence.score - a.sentence.score || a.place - b.place || a.sentence.place - b.sentence.place,
  )
  const chosen: Sentence[] = []
  const said: ReadonlySet<string>[] = []
  for (const { sentence } of scored) {
    if (chosen.length === maxSentences || sentence.score < minShareOfBest * best) break
    const words = wordsOf(sentence)
    if (said.some((others) => repeats(words, others, maxRepeated))) continue
    chosen.push(sentence)
    said.push(words)
  }
  return chosen
}

/** Whether a sentence says mostly what another one says. */
function repeats(words: ReadonlySet<string>, others: ReadonlySet<string>, maxRepeated: number): boolean {
  let shared = 0
  for (const word of words) if (others.has(word)) shared++
  return shared > maxRepeated * Math.min(words.size, others.size)
}

function wordsOf({ passage, range }: Sentence): ReadonlySet<string> {
  return wordsIn(passage.text.text.slice(...range))
}

/** Those of four letters and more. */
const wordsIn = remembering(
  (sentence): ReadonlySet<string> => new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu)),
  1000,
)
