import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { compareScored, createRanker, type ScoredDocument, type TermWeights } from './bm25.ts'
import { coverageOf } from './coverage.ts'
import { createLongNotes } from './long-notes.ts'
import type { MatchFeatures, ReadMatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'
import { createPseudoRelevanceFeedback } from './pseudo-relevance-feedback.ts'

/** One talk of a ranking. */
export interface Candidate extends ScoredDocument {
  /** The part of the score that its terms give. */
  readonly ofTerms: number
  /** The part that its event gives, where the question names it. */
  readonly ofEvent: number
  /** The part that makes it the first of all, where it would not be that by the others. */
  readonly ofLead?: number
  /** Where it was read closely; the rest of the score is from there. */
  readonly features?: MatchFeatures
}

export interface Ranked {
  /** Best first; always in the same order, however many are asked for. */
  readonly ranked: readonly Candidate[]
  /** How many talks have any of the question's terms. */
  readonly total: number
  /** What the best of the first few covers. */
  readonly bestCoverage: number
  /** Whether time ran out. */
  readonly isPartial: boolean
  /** The weights of the question's terms, and those with what feedback added. */
  readonly own: TermWeights
  readonly all: TermWeights
}

export interface RankRequest {
  readonly queryTerms: readonly QueryTerm[]
  readonly readFeatures: ReadMatchFeatures
  /** Which documents may be found. */
  readonly mask: Uint8Array | undefined
  /** Those of the events that the question names. */
  readonly named: Uint8Array | undefined
  /** How many to rank at least. */
  readonly depth: number
  readonly isLate: () => boolean
}

/**
 * Ranks by BM25, with feedback where it helps, then reads the best closely; roughly only, once it is late. What is looked
 * at is the same whatever the depth, so that pages fit together.
 */
export function createReranker(
  reader: IndexReader,
  parameters: RankingParameters,
): (request: RankRequest) => Ranked {
  const { index } = reader
  const { candidates, reranked, deciding } = parameters.depth
  const ranker = createRanker(index)
  const expand = createPseudoRelevanceFeedback(reader, parameters.feedback)
  const longNotes = createLongNotes(reader, parameters.longNotes)

  return ({ queryTerms, readFeatures, mask, named, depth: wanted, isLate }) => {
    const own = queryTermWeights(queryTerms)
    const depth = Math.max(candidates, wanted)
    const boost = named && { documents: named, gain: parameters.events.gain * totalIdf(queryTerms) }
    const first = ranker.rank(own, depth, { mask, boost })
    const isNamed = first.ranked.slice(0, 3).some(({ document }) => readFeatures(document).isNamed)
    // If the question names a talk or a speaker, what others say of it misleads.
    const needsFeedback =
      !isNamed && index.documentCount >= parameters.feedback.minDocuments && first.total > 1
    const all = needsFeedback && !isLate() ? expand(own, first.ranked) : own
    const again = all === own ? first.ranked : ranker.rerank(all, depth, { boost }).ranked
    const ranked = [
      ...longNotes.rescore(again.slice(0, candidates), own).toSorted(compareScored),
      ...again.slice(candidates),
    ]
    const closely: Candidate[] = []
    const partsOf = (document: number, score: number) => {
      const ofEvent = boost ? boost.gain * boost.documents[document]! : 0
      return { ofTerms: score - ofEvent, ofEvent }
    }
    for (const { document, score } of ranked.slice(0, reranked)) {
      if (isLate() && closely.length >= deciding) break
      const features = readFeatures(document)
      const { proximity, names } = features
      closely.push({ document, score: score + proximity + names, ...partsOf(document, score), features })
    }
    const roughly = ranked.slice(closely.length).map(
      (one): Candidate => ({
        ...one,
        ...partsOf(one.document, one.score),
      }),
    )
    const { led, bestCoverage } = leadByCoverage(closely.sort(compareScored), queryTerms, parameters)
    return {
      ranked: [...led, ...roughly],
      bestCoverage,
      total: first.total,
      isPartial: closely.length < Math.min(reranked, ranked.length),
      own,
      all,
    }
  }
}

function totalIdf(queryTerms: readonly QueryTerm[]): number {
  return queryTerms.reduce((sum, { idf }) => sum + idf, 0)
}

/** What is shown first must not be a talk that covers far less than what the answer is given for. */
function leadByCoverage(
  reads: readonly Candidate[],
  queryTerms: readonly QueryTerm[],
  { depth, lead, coverage }: RankingParameters,
) {
  const coverages = reads
    .slice(0, depth.deciding)
    .map(({ features }) => (features ? coverageOf(features, queryTerms, coverage) : 0))
  const bestCoverage = Math.max(0, ...coverages)
  const first = Math.max(
    0,
    coverages.findIndex((covered) => covered >= lead.minShare * bestCoverage),
  )
  const [leader] = reads.slice(first)
  if (first === 0 || !leader) return { led: reads, bestCoverage }
  const score = reads[0]!.score * (1 + Number.EPSILON)
  const led = { ...leader, score, ofLead: score - leader.score }
  return { led: [led, ...reads.toSpliced(first, 1)], bestCoverage }
}

export function queryTermWeights(queryTerms: readonly QueryTerm[]): TermWeights {
  const weights = new Map<number, number>()
  for (const { count, variants } of queryTerms) {
    for (const { terms, weight } of variants) {
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + (count * weight) / terms.length)
    }
  }
  return weights
}
