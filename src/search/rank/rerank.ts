import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { createWindowScorer } from './best-window.ts'
import { compareScored, createRanker, type ScoredDocument } from './bm25.ts'
import { coverageOf } from './coverage.ts'
import type { MatchFeatures, ReadMatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'
import { type TermWeights, termWeights } from './term-weights.ts'

/** One document of a ranking. */
export interface Candidate extends ScoredDocument {
  /** The part of the score that its terms give. */
  readonly ofTerms: number
  /** The part that its event gives, if the question names it. */
  readonly ofEvent: number
  /** If it was reranked; the rest of the score is from there. */
  readonly features?: MatchFeatures
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

export interface Ranked {
  /** Best first; always in the same order, however many are asked for. */
  readonly ranked: readonly Candidate[]
  /** What the best of the first few covers. */
  readonly bestCoverage: number
  /** Whether time ran out. */
  readonly isPartial: boolean
  readonly weights: TermWeights
}

export interface RankRequest {
  readonly queryTerms: readonly QueryTerm[]
  readonly readFeatures: ReadMatchFeatures
  /** Which documents may be found, as 1; all if undefined. */
  readonly mask: Uint8Array | undefined
  /** Those of the events that the question names, as 1. */
  readonly named: Uint8Array | undefined
  /** How many to rank at least. */
  readonly depth: number
  readonly isLate: () => boolean
}

/**
 * Ranks by BM25, then reranks the best by their match features; fewer, once it is late. What is looked at is the same
 * whatever the depth, so that pages fit together.
 */
export function createReranker(
  reader: IndexReader,
  parameters: RankingParameters,
): (request: RankRequest) => Ranked {
  const { candidates: candidateCount, reranked: rerankedCount, deciding } = parameters.depth
  const ranker = createRanker(reader.index)
  const windows = createWindowScorer(reader, parameters.longNotes)

  return ({ queryTerms, readFeatures, mask, named, depth, isLate }) => {
    const weights = termWeights(queryTerms, reader)
    const boost = named && { documents: named, gain: parameters.events.gain * totalIdf(queryTerms) }
    const { ranked } = ranker.rank(weights, Math.max(candidateCount, depth), { mask, boost })
    const rescored = windows.rescore(ranked.slice(0, candidateCount), weights).toSorted(compareScored)
    const candidates = [...rescored, ...ranked.slice(candidateCount)].map(
      ({ document, score }): Candidate => {
        const ofEvent = boost ? boost.gain * boost.documents[document]! : 0
        return { document, score, ofTerms: score - ofEvent, ofEvent }
      },
    )
    const reranked: Candidate[] = []
    for (const candidate of candidates.slice(0, rerankedCount)) {
      if (isLate() && reranked.length >= deciding) break
      const features = readFeatures(candidate.document)
      reranked.push({ ...candidate, score: candidate.score + features.proximity + features.names, features })
    }
    reranked.sort(compareScored)
    const coverages = reranked
      .slice(0, deciding)
      .map(({ features }) => coverageOf(features!, queryTerms, parameters.coverage))
    return {
      ranked: [...reranked, ...candidates.slice(reranked.length)],
      bestCoverage: Math.max(0, ...coverages),
      isPartial: reranked.length < Math.min(rerankedCount, candidates.length),
      weights,
    }
  }
}

function totalIdf(queryTerms: readonly QueryTerm[]): number {
  return queryTerms.reduce((sum, { idf }) => sum + idf, 0)
}
