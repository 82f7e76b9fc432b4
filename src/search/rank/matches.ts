import type { IndexReader } from '../index/index-reader.ts'
import type { ScoredDocument } from './bm25.ts'
import { coverageOf, createCoverageBounds } from './coverage.ts'
import { type Explanation, explain } from './explanation.ts'
import { createFeatureReader } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'
import { type Candidate, createReranker, type RankRequest } from './rerank.ts'

/** What a question finds: one set of documents, which is counted, paged through, put in order and divided by facets. */
export interface Matches {
  readonly total: number
  /** All that is found, by number. */
  readonly documents: () => readonly number[]
  /** The best of them first: at least this many, or all. */
  readonly best: (count: number) => readonly Candidate[]
  /** Those that were ranked in any case, best first, whether they are found or not. */
  readonly ranked: readonly Candidate[]
  readonly isFound: (document: number) => boolean
  readonly coverageOf: (document: ScoredDocument) => number
  readonly bestCoverage: number
  /** Whether the best of them is nearer in meaning than by chance. */
  readonly isNear: boolean
  readonly isPartial: boolean
  readonly explain: (candidate: Candidate) => Explanation
}

export interface MatchRequest extends Pick<RankRequest, 'queryTerms' | 'mask' | 'named' | 'isLate'> {
  /** The terms of all words of the question, see `termsOfQuestion`. */
  readonly termsOfQuestion: readonly number[]
  /** Documents that cover less than this share of what the best one covers are not found. */
  readonly minShare: number
}

/** Finds the documents that cover a question about as well as the best one. Working memory is kept between questions. */
export function createMatcher(
  reader: IndexReader,
  parameters: RankingParameters,
): (request: MatchRequest) => Matches {
  const { documentCount } = reader.index
  const rerank = createReranker(reader, parameters)
  const featuresFor = createFeatureReader(reader, parameters)
  const boundsFor = createCoverageBounds(reader.index)

  return ({ queryTerms, termsOfQuestion, mask, named, minShare, isLate }) => {
    const readFeatures = featuresFor(queryTerms, termsOfQuestion)
    const rank = (depth: number) => rerank({ queryTerms, readFeatures, mask, named, depth, isLate })
    const { ranked, weights, isPartial, bestCoverage } = rank(0)
    const bounds = boundsFor(queryTerms, mask)
    const reranked = new Map(
      ranked.flatMap(({ document, features }) => (features ? [[document, features]] : [])),
    )
    const featuresOf = (document: number) => reranked.get(document) ?? readFeatures(document)
    const covered = (document: number) => coverageOf(featuresOf(document), queryTerms, parameters.coverage)
    const isFound = new Uint8Array(documentCount)
    const minBound = minShare === 0 ? 0 : parameters.decision.listedShareOfBound
    for (const document of bounds.from(minBound)) isFound[document] = 1
    for (const document of reranked.keys())
      isFound[document] = Number(covered(document) >= minShare * bestCoverage)
    let total = 0
    for (let document = 0; document < documentCount; document++) total += isFound[document]!
    const foundOf = (candidates: readonly Candidate[]) =>
      candidates.filter(({ document }) => isFound[document] === 1)
    return {
      total,
      documents: () => Array.from(isFound.keys()).filter((document) => isFound[document] === 1),
      best(count) {
        const best = foundOf(ranked)
        return best.length >= Math.min(count, total) ? best : foundOf(rank(documentCount).ranked)
      },
      ranked,
      isFound: (document) => isFound[document] === 1,
      coverageOf: ({ document }) => covered(document),
      bestCoverage,
      isNear: false,
      isPartial,
      explain: (candidate) =>
        explain({ candidate, queryTerms, features: featuresOf(candidate.document), weights }, reader),
    }
  }
}

/** The documents that a mask leaves, if nothing else is asked for: none is better than another. */
export function listMatches(mask: Uint8Array | undefined): Matches {
  const documents = Array.from((mask ?? new Uint8Array()).keys()).filter((document) => mask![document] === 1)
  return {
    total: documents.length,
    documents: () => documents,
    best: () => [],
    ranked: [],
    isFound: (document) => mask?.[document] === 1,
    coverageOf: () => 1,
    bestCoverage: documents.length > 0 ? 1 : 0,
    isNear: false,
    isPartial: false,
    explain: () => nothingToExplain,
  }
}

const nothingToExplain: Explanation = {
  terms: [],
  proximity: 0,
  names: 0,
  event: 0,
  bestWindow: 0,
  queryTerms: [],
}
