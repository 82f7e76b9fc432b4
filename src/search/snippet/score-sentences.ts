import type { Range } from '../../text/range.ts'
import { type AskedFor, hasThing } from '../query/asked-for.ts'
import type { PassageText } from './passage-text.ts'
import type { TalkPassage, TermShares } from './talk-passages.ts'

/** See `RankingParameters.quotation`. */
export interface SentenceParameters {
  readonly passageShare: number
  readonly headingShare: number
  readonly aboveShare: number
  readonly beforeShare: number
  readonly thingGain: number
  readonly takeawayGain: number
  readonly transcriptShare: number
}

/** A sentence of a passage, or all of its code. */
export interface Sentence {
  readonly passage: TalkPassage
  /** Its place in the passage's text. */
  readonly range: Range
  /** Its place among the passage's sentences, and how many these are. */
  readonly place: number
  readonly ranges: readonly Range[]
  readonly has: TermShares
  readonly score: number
  /** Whether it has a thing of the kind that the question asks for; undefined if the question does not say. */
  readonly hasThing: boolean | undefined
}

/** What sentences are scored by. */
export interface SentenceScoring {
  /** By query term: what a passage gains by it. */
  readonly values: Float32Array
  readonly textOf: (passage: TalkPassage) => PassageText
  readonly asked: AskedFor | undefined
  readonly parameters: SentenceParameters
}

/** The most that a sentence of the passage can score. */
export function scoreBound({ has, text, ...passage }: TalkPassage, scoring: SentenceScoring): number {
  const { values, parameters, asked } = scoring
  const mayHaveThing = asked !== undefined && hasThing(text.text, asked)
  if (has.every((share) => share === 0) && !mayHaveThing) return 0
  let sum = 0
  values.forEach((value, term) => {
    sum += value * Math.max(has[term]!, contextOf(passage, term, parameters))
  })
  return sum * parameters.takeawayGain + (mayHaveThing ? valueOfThing(scoring) : 0)
}

/** A thing of the kind asked for counts about as much as the word that tells most. */
function valueOfThing({ values, parameters }: SentenceScoring): number {
  return parameters.thingGain * Math.max(...values)
}

/** The sentences of a passage, scored: by what they have, and less by what stands around them. */
export function scoreSentences(passage: TalkPassage, scoring: SentenceScoring): Sentence[] {
  const { values, textOf, asked, parameters } = scoring
  const { text, field } = passage.text
  const { sentences: ranges, marks } = textOf(passage)
  const { takeawayGain, transcriptShare } = parameters
  const gain = field === 'takeaways' ? takeawayGain : 1
  const ofField = field === 'transcript' ? transcriptShare : 1
  let at = 0
  return ranges.map((range, place) => {
    const has = new Float32Array(values.length)
    for (; at < marks.length && marks[at]!.range[0] < range[1]; at++) {
      for (const { queryTerm, share } of marks[at]!.uses)
        has[queryTerm] = Math.min(1, has[queryTerm]! + share)
    }
    let sum = 0
    values.forEach((value, term) => {
      const around = Math.max(
        parameters.passageShare * passage.has[term]!,
        contextOf(passage, term, parameters),
      )
      sum += value * Math.max(has[term]!, around)
    })
    const thing = asked && hasThing(text.slice(...range), asked)
    const score = (sum * gain + (thing ? valueOfThing(scoring) : 0)) * ofField
    return { passage, range, place, ranges, has, score, hasThing: thing }
  })
}

function contextOf(
  { heading, above, before }: Pick<TalkPassage, 'heading' | 'above' | 'before'>,
  term: number,
  { headingShare, aboveShare, beforeShare }: SentenceParameters,
): number {
  return Math.max(
    headingShare * heading[term]!,
    aboveShare * above[term]!,
    before ? beforeShare * before.has[term]! : 0,
  )
}
