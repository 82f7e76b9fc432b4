import { type CompiledIndex, firstMark, wordMask } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { compareScored } from './bm25.ts'
import type { Candidate } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

/**
 * Pseudo-relevance feedback: what the first talks are about tells which of the further ones are about it too, although they say it in
 * other words. The first few, which decide the answer and are what a message shows, stay where the question's own words put them.
 * @param ranked best first
 */
export function rerankByFeedback(
  ranked: readonly Candidate[],
  reader: IndexReader,
  { feedback, depth }: Pick<RankingParameters, 'feedback' | 'depth'>,
): readonly Candidate[] {
  const first = ranked.slice(0, depth.deciding)
  const further = ranked.slice(depth.deciding, depth.reranked)
  const terms = further.length > 1 ? feedbackTerms(ranked.slice(0, feedback.documents), reader, feedback) : []
  if (terms.length === 0) return ranked
  const gains = further.map(({ document }) => gainOf(document, terms, reader.index))
  const highest = Math.max(...gains, ...first.map(({ document }) => gainOf(document, terms, reader.index)))
  const scale = highest > 0 ? (feedback.weight * ranked[0]!.score) / highest : 0
  const lowestOfFirst = first.at(-1)!.score
  const moved = further.map((candidate, place): Candidate => {
    const ofFeedback = scale * gains[place]!
    return { ...candidate, score: candidate.score + ofFeedback, ofFeedback }
  })
  // What comes after has a lower score, or else the same.
  const capped = moved
    .sort(compareScored)
    .map((candidate) => withScore(candidate, Math.min(candidate.score, lowestOfFirst)))
  return [...first, ...capped, ...ranked.slice(depth.reranked)]
}

const withScore = (candidate: Candidate, score: number): Candidate =>
  score === candidate.score
    ? candidate
    : { ...candidate, score, ofFeedback: (candidate.ofFeedback ?? 0) + score - candidate.score }

interface FeedbackTerm {
  readonly term: number
  readonly weight: number
}

/** The terms that tell the first documents from others: a share of each document, by its score, times the term's idf. */
function feedbackTerms(
  first: readonly Candidate[],
  reader: IndexReader,
  { terms: maxTerms }: RankingParameters['feedback'],
): readonly FeedbackTerm[] {
  const { sequence, sequenceStarts, wordTerms } = reader.index
  const shares = new Map<number, number>()
  for (const { document, score } of first) {
    const [start, end] = [sequenceStarts[document]!, sequenceStarts[document + 1]!]
    const share = score / (end - start)
    for (let at = start; at < end; at++) {
      const word = sequence[at]! & wordMask
      if (word >= firstMark) continue
      const term = wordTerms[word]!
      shares.set(term, (shares.get(term) ?? 0) + share)
    }
  }
  return Array.from(shares, ([term, share]) => ({ term, weight: share * reader.idf(term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, maxTerms)
}

function gainOf(document: number, terms: readonly FeedbackTerm[], index: CompiledIndex): number {
  let gain = 0
  for (const { term, weight } of terms) gain += weight * weightOfPosting(document, term, index)
  return gain
}

/** lunr's weight of a term in a document, by binary search; 0 if it has it not. */
function weightOfPosting(
  document: number,
  term: number,
  { postingStarts, postingDocuments, postingWeights }: CompiledIndex,
): number {
  let from = postingStarts[term]!
  let to = postingStarts[term + 1]!
  while (from < to) {
    const middle = (from + to) >> 1
    if (postingDocuments[middle]! < document) from = middle + 1
    else to = middle
  }
  return from < postingStarts[term + 1]! && postingDocuments[from] === document ? postingWeights[from]! : 0
}
