import { rememberingOf } from '../../text/remembering.ts'
import { firstMark, wordMask } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { compareScored } from './bm25.ts'
import type { Candidate } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

/** Puts the documents of one ranking after another, best first, in another order. */
type RerankByFeedback = (ranked: readonly Candidate[]) => readonly Candidate[]

/**
 * Pseudo-relevance feedback: the first talks tell which of the further ones are about the same, even if they say it in other
 * words. The first few, which decide the answer and are what a message shows, stay where the question's own words
 * put them. Working memory is kept between questions.
 */
export function createFeedback(
  reader: IndexReader,
  { feedback, depth }: Pick<RankingParameters, 'feedback' | 'depth'>,
): RerankByFeedback {
  const { index } = reader
  const { postingStarts, postingDocuments, postingWeights, sequence, sequenceStarts, wordTerms } = index
  /** By term: its share of the first documents. */
  const { shares, termsOfFirst } = memoryFor(index.terms)
  /** By document: 1 + its place in the ranking; 0 if it is not among those that are ranked anew. */
  const places = new Uint16Array(index.documentCount)

  return (ranked) => {
    const pool = ranked.slice(0, depth.reranked)
    const [first, further] = [pool.slice(0, depth.deciding), pool.slice(depth.deciding)]
    if (further.length < 2 || feedback.weight === 0) return ranked
    const gains = gainsOf(pool, feedbackTerms(ranked.slice(0, feedback.documents)))
    const highest = gains.reduce((most, gain) => Math.max(most, gain), 0)
    const scale = highest > 0 ? (feedback.weight * ranked[0]!.score) / highest : 0
    const lowestOfFirst = first.at(-1)!.score
    const moved = further
      .map((candidate, place) => gaining(candidate, scale * gains[first.length + place]!))
      .sort(compareScored)
      // What comes after the first has a lower score, or else the same.
      .map((candidate) => gaining(candidate, Math.min(0, lowestOfFirst - candidate.score)))
    return [...first, ...moved, ...ranked.slice(depth.reranked)]
  }

  /** The terms that tell the first documents from others: their share of each document, by its score, times their idf. */
  function feedbackTerms(first: readonly Candidate[]): readonly FeedbackTerm[] {
    let count = 0
    for (const { document, score } of first) {
      const [start, end] = [sequenceStarts[document]!, sequenceStarts[document + 1]!]
      const share = score / (end - start)
      for (let at = start; at < end; at++) {
        const word = sequence[at]! & wordMask
        if (word >= firstMark) continue
        const term = wordTerms[word]!
        if (shares[term] === 0) termsOfFirst[count++] = term
        shares[term]! += share
      }
    }
    const weightiest: FeedbackTerm[] = []
    for (const term of termsOfFirst.subarray(0, count)) {
      const share = shares[term]!
      shares[term] = 0
      let place = weightiest.length
      const minWeight = place === feedback.terms ? weightiest[place - 1]!.weight : 0
      // Most terms would be too light even if no other talk had them.
      if (share * reader.idfOfUnknown <= minWeight) continue
      const weight = share * reader.idf(term)
      if (weight <= minWeight) continue
      if (place === feedback.terms) place--
      for (; place > 0 && weightiest[place - 1]!.weight < weight; place--)
        weightiest[place] = weightiest[place - 1]!
      weightiest[place] = { term, weight }
    }
    return weightiest
  }

  /** By place in the pool: the weights of the terms that the document has. */
  function gainsOf(pool: readonly Candidate[], terms: readonly FeedbackTerm[]): Float64Array {
    const gains = new Float64Array(pool.length)
    pool.forEach(({ document }, place) => {
      places[document] = place + 1
    })
    for (const { term, weight } of terms) {
      for (let at = postingStarts[term]!; at < postingStarts[term + 1]!; at++) {
        const place = places[postingDocuments[at]!]!
        if (place > 0) gains[place - 1]! += weight * postingWeights[at]!
      }
    }
    for (const { document } of pool) places[document] = 0
    return gains
  }
}

/** Indices of a few talks have their terms in common, and none is read while another is. */
const memoryFor = rememberingOf((terms: readonly string[]) => ({
  /** By term: how much of the first documents it is; 0 between questions. */
  shares: new Float64Array(terms.length),
  /** The different terms of the first documents, in the order in which they are met. */
  termsOfFirst: new Uint32Array(terms.length),
}))

interface FeedbackTerm {
  readonly term: number
  readonly weight: number
}

const gaining = (candidate: Candidate, gain: number): Candidate =>
  gain === 0
    ? candidate
    : { ...candidate, score: candidate.score + gain, ofFeedback: (candidate.ofFeedback ?? 0) + gain }
