import type { QueryTerm } from '../expand/query-terms.ts'
import { firstMark, wordMask } from '../index/compiled-index.ts'
import { createAskedWords, type IndexReader } from '../index/index-reader.ts'
import type { ScoredDocument } from './best-documents.ts'
import type { RankingParameters } from './parameters.ts'
import {
  createQuestionTerms,
  createTalkMatcher,
  createTextMatch,
  isNameField,
  type NameMatch,
  type QuestionTerms,
} from './talk-match.ts'

/** How one talk matches a question, read off the talk's sequence of words. */
export interface MatchFeatures {
  /** By query term: how surely the talk is about it, from 0 to 1. */
  readonly certainty: readonly number[]
  /** How often neighbouring words of the question stand side by side, in units of idf. */
  readonly proximity: number
  /** How much of the title, a speaker's name or a tag the question says, in units of idf. */
  readonly names: number
  /** Whether the question says the whole title or a speaker's whole name. */
  readonly isNamed: boolean
  /** Whether it says a whole tag. */
  readonly isTagged: boolean
  /** Whether neighbouring words of the question stand side by side. */
  readonly isTogether: boolean
}

/** One document of a ranking. */
export interface Candidate extends ScoredDocument {
  /** The part of the score that its terms give. */
  readonly ofTerms: number
  /** The part that its event gives, if the question names it. */
  readonly ofEvent: number
  /** What it gains, or loses so as to stay behind the first few, by resembling them. Default 0. */
  readonly ofFeedback?: number
  /** If it was reranked; the rest of the score is from there. */
  readonly features?: MatchFeatures | undefined
  /** If meaning takes part: what the score is made of then. */
  readonly meaning?: MeaningPart
}

/** A score of `weight * wordShare + deviations + lead`. */
export interface MeaningPart {
  /** The score by words, as a share of the best one. */
  readonly wordShare: number
  readonly weight: number
  /** How many standard deviations the talk is nearer than talks are in the mean. */
  readonly deviations: number
  readonly cosine: number
  /** What lifts the best talk by words to the first place, if they leave no doubt; else 0. */
  readonly lead: number
}

/** Reads the features of talks for one question. */
export type ReadMatchFeatures = (document: number) => MatchFeatures

type FeatureParameters = Pick<RankingParameters, 'certainty' | 'names' | 'proximity'>

/**
 * Reads a talk's sequence of words once, and only those texts of it that have a word of the question. Working memory is kept
 * between questions, so what was made for one question is of no use once the next one is asked. For the words of the question
 * see `wordsOfQuestion`.
 */
export function createFeatureReader(
  reader: IndexReader,
  parameters: FeatureParameters,
): (queryTerms: readonly QueryTerm[], wordsOfQuestion: readonly number[]) => ReadMatchFeatures {
  const { sequence, sequenceStarts, wordTerms } = reader.index
  const questionTermsOf = createQuestionTerms(wordTerms)
  const talkMatchFor = createTalkMatcher(parameters)
  const asked = createAskedWords(reader.index)

  return (queryTerms, wordsOfQuestion) => {
    const question = questionTermsOf(queryTerms, wordsOfQuestion)
    const { numbered, ordinals, uses } = question
    const text = createTextMatch(question)
    const talk = talkMatchFor(queryTerms.length)
    const positions = queryTerms.map(() => new Positions())
    asked.askFor(numbered)

    return (document) => {
      talk.beginTalk()
      for (const ofTerm of positions) ofTerm.count = 0
      const start = sequenceStarts[document]!
      const end = sequenceStarts[document + 1]!
      for (let at = asked.next(start, end); at < end; ) {
        const first = at
        const mark = endOfText(first)
        for (; at < mark; at = asked.next(at + 1, mark)) {
          const ordinal = ordinals[sequence[at]! & wordMask]! - 1
          text.add(ordinal)
          for (const { isItself, queryTerm } of uses[ordinal]!) if (isItself) positions[queryTerm]!.add(at)
        }
        const field = (sequence[mark]! & wordMask) - firstMark
        talk.addText(field, text)
        if (isNameField(field))
          talk.addName(field, matchName({ start: startOfText(first, start), end: mark }, question))
        text.clear()
        at = asked.next(mark, end)
      }
      const { certainty, names, isNamed, isTagged } = talk.features()
      const { proximity, isTogether } = measureProximity(queryTerms, positions, parameters.proximity)
      return { certainty, names, isNamed, isTagged, proximity, isTogether }
    }
  }

  /** Where the mark stands of the text that a place is in. */
  function endOfText(place: number): number {
    let at = place
    while ((sequence[at]! & wordMask) < firstMark) at++
    return at
  }

  function startOfText(place: number, startOfTalk: number): number {
    let at = place
    while (at > startOfTalk && (sequence[at - 1]! & wordMask) < firstMark) at--
    return at
  }

  /** @param name its range in the sequence */
  function matchName(
    name: { readonly start: number; readonly end: number },
    { ordinals, isInQuestion }: QuestionTerms,
  ): NameMatch {
    let whole = 0
    let part = 0
    let isWhole = true
    for (let at = name.start; at < name.end; at++) {
      const word = sequence[at]! & wordMask
      const idf = reader.idf(wordTerms[word]!)
      whole += idf
      if (ordinals[word]! > 0 || isInQuestion[word] === 1) part += idf
      else isWhole = false
    }
    return { value: whole === 0 ? 0 : (part * part) / whole, isWhole }
  }
}

/** How often neighbouring words of the question stand side by side, in their order. */
function measureProximity(
  queryTerms: readonly QueryTerm[],
  positions: readonly Positions[],
  { weight, halfCount }: RankingParameters['proximity'],
): Pick<MatchFeatures, 'proximity' | 'isTogether'> {
  let proximity = 0
  let isTogether = false
  for (let left = 0; left + 1 < queryTerms.length; left++) {
    const count = countAdjacent(positions[left]!, positions[left + 1]!)
    if (count === 0) continue
    isTogether = true
    const idf = queryTerms[left]!.idf + queryTerms[left + 1]!.idf
    // From 0 towards twice the weight; the weight itself at `halfCount` occurrences.
    proximity += (idf * 2 * weight * count) / (count + halfCount)
  }
  return { proximity, isTogether }
}

/** Where a query term stands in one talk, in order. The same object serves one talk after another. */
class Positions {
  readonly at: number[] = []
  /** How many of them are this talk's. */
  count = 0

  add(position: number): void {
    this.at[this.count++] = position
  }
}

/** How many of the second positions follow one of the first at once. */
function countAdjacent(first: Positions, second: Positions): number {
  let count = 0
  let next = 0
  for (let place = 0; place < first.count; place++) {
    const position = first.at[place]!
    while (next < second.count && second.at[next]! <= position) next++
    if (next < second.count && second.at[next] === position + 1) count++
  }
  return count
}
