import { detailsTitle } from '../../notes/section.ts'
import type { Range } from '../../text/range.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type AskedFor, comparesTwo, type ThingParameters } from '../query/asked-for.ts'
import { type MarksOf, sharesAbove, type TalkPassages, type TermShares } from './talk-passages.ts'
import {
  longWordsOf,
  sentenceHasThing,
  sentencesOfText,
  type TalkPassage,
  textHasThing,
} from './talk-to-quote.ts'

/** See `RankingParameters.quotation`. */
export interface ChoiceParameters {
  readonly maxPassages: number
  readonly maxSentences: number
  readonly minShareOfBest: number
  readonly maxRepeated: number
}

/**
 * The sentences that have most of the question, best first, wherever they stand, without those that repeat an earlier one.
 * Passages that cannot hold one of them are not read.
 * @param mustHaveThing whether a sentence only counts if it has a thing of the kind asked for
 */
export function chooseSentences(
  scoring: SentenceScoring,
  { mustHaveThing }: { readonly mustHaveThing: boolean },
  { maxPassages, maxSentences, minShareOfBest, maxRepeated }: ChoiceParameters,
): Sentence[] {
  const bounded: { readonly passage: TalkPassage; readonly place: number; readonly bound: number }[] = []
  scoring.talk.passages.forEach((passage, place) => {
    const bound = scoreBound(passage, scoring)
    if (bound > 0) bounded.push({ passage, place, bound })
  })
  bounded.sort((a, b) => b.bound - a.bound || a.place - b.place)
  const scored: { readonly sentence: Sentence; readonly place: number }[] = []
  let best = 0
  for (const { passage, place, bound } of bounded.slice(0, maxPassages)) {
    if (bound < minShareOfBest * best) break
    for (const sentence of scoreSentences(passage, scoring)) {
      if (mustHaveThing && !sentence.hasThing) continue
      if (sentence.score > 0) scored.push({ sentence, place })
      best = Math.max(best, sentence.score)
    }
  }
  scored.sort(
    (a, b) => b.sentence.score - a.sentence.score || a.place - b.place || a.sentence.place - b.sentence.place,
  )
  const chosen: Sentence[] = []
  for (const { sentence } of scored) {
    if (chosen.length === maxSentences || sentence.score < minShareOfBest * best) break
    if (chosen.some((before) => repeats(sentence, before, maxRepeated))) continue
    if (chosen.length > 0 && leadsIn(sentence)) continue
    chosen.push(sentence)
  }
  return chosen
}

/** Whether a sentence only announces what follows: it is quoted with that. */
const leadsIn = ({ passage, range: [, end] }: Sentence): boolean =>
  passage.text.text.slice(0, end).trimEnd().endsWith(':')

/** Whether a sentence says mostly the same as another. */
function repeats(sentence: Sentence, before: Sentence, maxRepeated: number): boolean {
  const [words, others] = [wordsOf(sentence), wordsOf(before)]
  let shared = 0
  for (const word of words) if (others.has(word)) shared++
  return shared > maxRepeated * Math.min(words.size, others.size)
}

function wordsOf({ passage, place }: Sentence): ReadonlySet<string> {
  return longWordsOf(passage.text, place)
}

/** What introduces a talk: its summary; without one, sentences that say its name, or else how its notes begin. */
export function openingSentences(scoring: SentenceScoring, parameters: ChoiceParameters): Sentence[] {
  const { passages } = scoring.talk
  const summary = passages.find(({ text }) => text.field === 'summary')
  if (summary) return scoreSentences(summary, scoring)
  const naming = chooseSentences(scoring, { mustHaveThing: false }, parameters)
  if (naming.length > 0) return naming
  const [start] = passages
  const isOfStart = ({ text }: TalkPassage) =>
    text.section !== detailsTitle || start?.text.section === detailsTitle
  const first = passages.slice(0, parameters.maxSentences).filter(isOfStart)
  return first.flatMap((passage) => scoreSentences(passage, scoring)).slice(0, parameters.maxSentences)
}

/** The sentence that has most of the question, then the others in their order. */
export function bestFirst(sentences: readonly Sentence[]): Sentence[] {
  const best = Math.max(...sentences.map(({ score }) => score))
  const first = sentences.find(({ score }) => score === best)
  return first ? [first, ...sentences.filter((sentence) => sentence !== first)] : []
}

/** See `RankingParameters.quotation`. */
export interface SentenceParameters extends ThingParameters {
  readonly passageShare: number
  readonly headingShare: number
  readonly beforeShare: number
  readonly thingGain: number
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
  /** What it is said under. */
  readonly above: TermShares
  readonly score: number
  /** Whether it has a thing of the kind that the question asks for; undefined if the question does not say. */
  readonly hasThing: boolean | undefined
}

/** What determines the score of sentences. */
interface SentenceScoring {
  readonly talk: TalkPassages
  /** By query term: what a sentence gains by it. */
  readonly values: Float32Array
  /** What it gains by a thing of the kind asked for: about as much as by the weightiest word. */
  readonly valueOfThing: number
  readonly marksOf: MarksOf
  readonly asked: AskedFor | undefined
  readonly parameters: SentenceParameters
}

/** The most that a sentence of the passage can score. */
function scoreBound(passage: TalkPassage, scoring: SentenceScoring): number {
  const { talk, values, parameters, asked } = scoring
  const { text } = passage
  const has = talk.shares[text.place]!
  const mayHaveThing = asked !== undefined && textHasThing(text, asked, parameters)
  if (!mayHaveThing && (has === talk.nothing || has.every((share) => share === 0))) return 0
  let sum = 0
  for (let term = 0; term < values.length; term++)
    sum += values[term]! * Math.max(has[term]!, contextOf(passage, term, scoring))
  return sum + (mayHaveThing ? scoring.valueOfThing : 0)
}

/** The sentences of a passage with their scores: by what they have, and to a lesser degree by what stands around them. */
export function scoreSentences(passage: TalkPassage, scoring: SentenceScoring): Sentence[] {
  const { talk, values, valueOfThing, marksOf, asked, parameters } = scoring
  const { field, place: placeOfText } = passage.text
  const ofField = field === 'transcript' ? parameters.transcriptShare : 1
  const ranges = sentencesOfText(passage.text)
  const marks = marksOf(passage)
  const hasAll = talk.shares[placeOfText]!
  const above = sharesAbove(passage, talk)
  const around: number[] = []
  for (let term = 0; term < values.length; term++)
    around.push(Math.max(parameters.passageShare * hasAll[term]!, contextOf(passage, term, scoring)))
  let at = 0
  return ranges.map((range, place) => {
    const has = new Float32Array(values.length)
    for (; at < marks.length && marks[at]!.range[0] < range[1]; at++) {
      for (const { queryTerm, share } of marks[at]!.uses)
        has[queryTerm] = Math.min(1, has[queryTerm]! + share)
    }
    let sum = 0
    for (let term = 0; term < values.length; term++)
      sum += values[term]! * Math.max(has[term]!, around[term]!)
    // “Faster” compares what was asked about only if that is named.
    const isOnIt = !comparesTwo(asked) || has.some((share) => share > 0)
    const thing = asked && isOnIt && sentenceHasThing(passage.text, place, asked, parameters)
    const score = (sum + (thing ? valueOfThing : 0)) * ofField
    return { passage, range, place, ranges, has, above, score, hasThing: thing }
  })
}

function contextOf(
  { heading, before }: Pick<TalkPassage, 'heading' | 'before'>,
  term: number,
  { talk: { shares }, parameters: { headingShare, beforeShare } }: SentenceScoring,
): number {
  return Math.max(
    heading ? headingShare * shares[heading.place]![term]! : 0,
    before ? beforeShare * shares[before.text.place]![term]! : 0,
  )
}

/**
 * How much of the values the best sentence has, together with what it is said under; or another one that is quoted of its passage, to
 * which it may point back.
 */
export function shareSaid({ queryTerms, values, sentences }: SaidOfQuestion): number {
  const [best] = sentences
  if (!best) return 0
  const known = queryTerms.map(({ variants }, term) => (variants.length === 0 ? 0 : values[term]!))
  const all = known.reduce((sum, value) => sum + value, 0)
  const saidBy = (sentence: Sentence) =>
    known.reduce((sum, value, term) => sum + value * shareIn(sentence, term), 0)
  let most = 0
  for (const sentence of sentences)
    if (sentence.passage === best.passage) most = Math.max(most, saidBy(sentence))
  return all === 0 ? 1 : most / all
}

interface SaidOfQuestion {
  readonly queryTerms: readonly QueryTerm[]
  /** By query term. */
  readonly values: Float32Array
  /** Best first. */
  readonly sentences: readonly Sentence[]
}

/** How much of a query term a sentence says, together with what it is said under. */
export function shareIn({ has, above }: Sentence, term: number): number {
  return Math.max(has[term]!, above[term]!)
}

/** See `RankingParameters.quotation`. */
export interface TermValueParameters {
  readonly genericShare: number
  readonly requestShare: number
  readonly nameShare: number
  readonly maxNameShare: number
  readonly commonness: number
  readonly minLocalShare: number
}

/** By query term: its idf, whatever its role; the highest for a word that the notes lack. */
export function termIdfs(queryTerms: readonly QueryTerm[], reader: IndexReader): Float32Array {
  const idfs = queryTerms.map(({ variants: [first] }) =>
    first ? Math.max(...first.terms.map((term) => reader.idf(term))) : reader.idfOfUnknown,
  )
  return new Float32Array(idfs)
}

/**
 * By query term: what a sentence of the talk gains by having it. A word that stands in the talk's title, or in many of its
 * passages, tells little about which of them to quote.
 */
export function termValues(
  queryTerms: readonly QueryTerm[],
  idfs: Float32Array,
  { passages, frequencies, names }: TalkPassages,
  parameters: TermValueParameters,
): Float32Array {
  const { genericShare, requestShare, nameShare, commonness, minLocalShare } = parameters
  const values = queryTerms.map(({ role }, queryTerm) => {
    const ofRole = role === 'generic' ? genericShare : role === 'request' ? requestShare : 1
    const common = Math.log(1 + frequencies[queryTerm]!) / Math.log(2 + passages.length)
    const ofTalk = Math.max(minLocalShare, 1 - commonness * common)
    return idfs[queryTerm]! * ofRole * ofTalk * (names[queryTerm]! > 0 ? nameShare : 1)
  })
  return new Float32Array(values)
}

/**
 * The same for choosing sentences: if something else is asked of a talk that is called by its name, what says the name alone is
 * not chosen before what says the rest, in however many passages that stands.
 */
export function valuesToChooseBy(
  values: Float32Array,
  { names }: Pick<TalkPassages, 'names'>,
  { maxNameShare }: Pick<TermValueParameters, 'maxNameShare'>,
): Float32Array {
  let most = 0
  for (let term = 0; term < values.length; term++) if (names[term] === 0) most = Math.max(most, values[term]!)
  if (most === 0) return values
  return values.map((value, term) => (names[term]! > 0 ? Math.min(value, maxNameShare * most) : value))
}
