import type { QueryTerm } from '../expand/query-terms.ts'
import type { IndexReader } from '../index/index-reader.ts'
import {
  compareScored,
  createRanker,
  createWindowScorer,
  type ScoredDocument,
  type TermWeights,
  termWeights,
} from './bm25.ts'
import { createBoundMask, createCoverage } from './coverage.ts'
import { type Explanation, explain } from './explanation.ts'
import { createFeedback } from './feedback.ts'
import {
  type Candidate,
  createFeatureReader,
  type MatchFeatures,
  type ReadMatchFeatures,
  unrankedCandidate,
} from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

/** What a question finds: one set of documents, which is counted, paged through, put in order and divided by facets. */
export interface Matches {
  readonly total: number
  /** All that is found, by number. */
  readonly documents: () => readonly number[]
  /** The best of them first: at least this many, or all. */
  readonly best: (count: number) => readonly Candidate[]
  /** All that were ranked, best first, whether they are found or not. */
  readonly ranked: readonly Candidate[]
  readonly isFound: (document: number) => boolean
  readonly coverageOf: (document: ScoredDocument) => number
  /** The highest coverage among those that were reranked. */
  readonly bestCoverage: number
  /** How far the first is ahead of the next: a share of its score by words, from 0 to 1; undefined if that says nothing. */
  readonly lead: number | undefined
  /** Whether the best of them is nearer in meaning than by chance. */
  readonly isNear: boolean
  readonly isPartial: boolean
  readonly explain: (candidate: Candidate) => Explanation
}

export interface MatchRequest extends Pick<RankRequest, 'queryTerms' | 'mask' | 'named' | 'isLate'> {
  /** The words of the notes that the question has: see `wordsOfQuestion` of `query-terms.ts`. */
  readonly wordsOfQuestion: readonly number[]
  /** Documents that cover less than this share of what the best one covers are not found. */
  readonly minShare: number
  /** The highest bound of coverage among all talks, in units of idf, if the index has only some of them. */
  readonly highestBound?: number | undefined
}

/** Finds the documents that cover a question about as well as the best one. Working memory is kept between questions. */
export function createMatcher(
  reader: IndexReader,
  parameters: RankingParameters,
): (request: MatchRequest) => Matches {
  const { documentCount } = reader.index
  const rerank = createReranker(reader, parameters)
  const featuresFor = createFeatureReader(reader, parameters)
  const boundMask = createBoundMask(reader)
  const rerankByFeedback = createFeedback(reader, parameters)

  return ({ queryTerms, wordsOfQuestion, mask, named, minShare, highestBound, isLate }) => {
    const readFeatures = featuresFor(queryTerms, wordsOfQuestion)
    const coverageOf = createCoverage(queryTerms, parameters.coverage)
    const {
      ranked: candidates,
      further,
      weights,
      isPartial,
    } = rerank({ queryTerms, readFeatures, mask, named, isLate })
    const ranked = withoutLeadByNames({ candidates, coverageOf, length: queryTerms.length }, parameters)
    // The first need not cover most: many words that talks have in common can outweigh the one that is asked about.
    let bestCoverage = 0
    /** By place, of those that were reranked. */
    const coverages: number[] = []
    for (const { features } of ranked) {
      if (!features) break
      const coverage = coverageOf(features)
      bestCoverage = Math.max(bestCoverage, coverage)
      coverages.push(coverage)
    }
    const reranked = ranked.slice(0, coverages.length)
    const placeOf = (document: number) => reranked.findIndex((one) => one.document === document)
    const featuresOf = ({ document }: ScoredDocument) =>
      reranked[placeOf(document)]?.features ?? readFeatures(document)
    const isFound = boundMask(queryTerms, {
      mask,
      minShare: minShare === 0 ? 0 : parameters.decision.listedShareOfBound,
      highest: highestBound,
    })
    // What shares only stems with the question is ranked, but not found.
    reranked.forEach(({ document, features }, place) => {
      isFound[document] = Number(coverages[place]! >= minShare * bestCoverage && hasAny(features!.certainty))
    })
    let total = 0
    for (let document = 0; document < documentCount; document++) total += isFound[document]!
    const foundOf = (candidates: readonly Candidate[]) =>
      candidates.filter(({ document }) => isFound[document] === 1)
    const first = foundOf(ranked)
    return {
      total,
      documents: () => Array.from(isFound.keys()).filter((document) => isFound[document] === 1),
      best(count) {
        // Feedback reads the same number whatever page is asked for, so that pages fit together.
        const wanted = count <= parameters.depth.deciding ? count : Math.max(count, parameters.depth.reranked)
        const isEnough = first.length >= Math.min(wanted, total)
        const best = isEnough ? first : [...first, ...further(isFound, wanted - first.length)]
        return count <= parameters.depth.deciding || isLate() ? best : rerankByFeedback(best)
      },
      ranked,
      isFound: (document) => isFound[document] === 1,
      // Of what was not reranked, it is asked for late, if at all: other questions may have taken the working memory.
      coverageOf: ({ document }) =>
        coverages[placeOf(document)] ?? coverageOf(featuresFor(queryTerms, wordsOfQuestion)(document)),
      bestCoverage,
      lead: leadOfFirst(ranked),
      isNear: false,
      isPartial,
      explain: (candidate) =>
        explain({ candidate, queryTerms, features: featuresOf(candidate), weights }, reader),
    }
  }
}

function leadOfFirst([first, second]: readonly ScoredDocument[]): number {
  return first === undefined || first.score <= 0 ? 0 : 1 - (second?.score ?? 0) / first.score
}

function hasAny(certainty: readonly number[]): boolean {
  return certainty.some((ofTerm) => ofTerm > 0)
}

/** The matches, with some documents before all others and surely found: those that the question names by their whole title. */
export function withFirst(first: readonly number[], matches: Matches): Matches {
  if (first.length === 0) return matches
  const isFirst = new Set(first)
  const further = first.filter((document) => !matches.isFound(document))
  return {
    ...matches,
    total: matches.total + further.length,
    isFound: (document) => isFirst.has(document) || matches.isFound(document),
    documents: () => [...matches.documents(), ...further].sort((a, b) => a - b),
    best(count) {
      const best = matches.best(count)
      const score = best[0]?.score ?? 0
      const leading = first.map(
        (document): Candidate =>
          best.find((candidate) => candidate.document === document) ?? unrankedCandidate(document, score),
      )
      return [...leading.sort(compareScored), ...best.filter(({ document }) => !isFirst.has(document))]
    },
    coverageOf: (candidate) => (isFirst.has(candidate.document) ? 1 : matches.coverageOf(candidate)),
    bestCoverage: 1,
    lead: 1,
  }
}

interface Ranked {
  /** Those that are ranked in any case, best first. */
  readonly ranked: readonly Candidate[]
  /** The best of the others that may be found, which follow in the order of their words alone. */
  readonly further: (isFound: Uint8Array, count: number) => readonly Candidate[]
  /** Whether time ran out. */
  readonly isPartial: boolean
  readonly weights: TermWeights
}

interface RankRequest {
  readonly queryTerms: readonly QueryTerm[]
  readonly readFeatures: ReadMatchFeatures
  /** Which documents may be found, as 1; all if undefined. */
  readonly mask: Uint8Array | undefined
  /** Those of the events that the question names, as 1. */
  readonly named: Uint8Array | undefined
  readonly isLate: () => boolean
}

/**
 * Ranks by BM25, then reranks the best by their match features; fewer, once it is late. The best stay the same however many more are
 * asked for, so that pages fit together.
 */
function createReranker(
  reader: IndexReader,
  parameters: RankingParameters,
): (request: RankRequest) => Ranked {
  const { candidates: candidateCount, reranked: rerankedCount, deciding } = parameters.depth
  const ranker = createRanker(reader.index)
  const windows = createWindowScorer(reader, parameters)

  return ({ queryTerms, readFeatures, mask, named, isLate }) => {
    const weights = termWeights(queryTerms, reader)
    const boost = named && { documents: named, gain: parameters.events.gain * totalIdf(queryTerms) }
    const first = ranker.rank(weights, candidateCount, { mask, boost })
    const rescored = windows.rescore(first, weights)
    const scored = rescored === first ? first : rescored.toSorted(compareScored)
    const candidateOf = (
      { document, score: ofWords }: ScoredDocument,
      features?: MatchFeatures,
    ): Candidate => {
      const ofEvent = boost ? boost.gain * boost.documents[document]! : 0
      const score = features ? ofWords + features.proximity + features.names : ofWords
      return { document, score, ofTerms: ofWords - ofEvent, ofEvent, features }
    }
    const reranked: Candidate[] = []
    for (const one of scored.slice(0, rerankedCount)) {
      if (isLate() && reranked.length >= deciding) break
      reranked.push(candidateOf(one, readFeatures(one.document)))
    }
    reranked.sort(compareScored)
    const others = scored.slice(reranked.length).map((one) => candidateOf(one))
    return {
      ranked: [...reranked, ...others],
      further(isFound, count) {
        const isLeft = isFound.slice()
        for (const { document } of first) isLeft[document] = 0
        return ranker.rank(weights, count, { mask: isLeft, boost }).map((one) => candidateOf(one))
      },
      isPartial: reranked.length < Math.min(rerankedCount, scored.length),
      weights,
    }
  }
}

function totalIdf(queryTerms: readonly QueryTerm[]): number {
  return queryTerms.reduce((sum, { idf }) => sum + idf, 0)
}

interface LeadByNames {
  readonly candidates: readonly Candidate[]
  readonly coverageOf: (features: MatchFeatures) => number
  /** How many words the question has. */
  readonly length: number
}

/**
 * The candidates, best first. One that would be first by its names alone gives way: see `afterBetter`. So does each that would
 * then be first in the same way.
 */
export function withoutLeadByNames(given: LeadByNames, parameters: RankingParameters): readonly Candidate[] {
  let { candidates } = given
  for (let times = 0; times < parameters.depth.deciding; times++) {
    const next = afterBetter({ ...given, candidates }, parameters)
    if (next === candidates) break
    candidates = next
  }
  return candidates
}

/**
 * The candidates, best first, unless the first is ahead by nothing but its names and another of the first few covers far more of the
 * question: then its names count less, so that it comes after that one. Of two talks on Transifex, the one that is called so and
 * nothing else need not be the one on caching there.
 */
function afterBetter(
  { candidates, coverageOf, length }: LeadByNames,
  { depth, names }: RankingParameters,
): readonly Candidate[] {
  const [first, ...others] = candidates
  // Many words tell circumstances: covering more of them means nothing.
  if (first?.features === undefined || length > names.maxWordsToCover) return candidates
  const { features } = first
  const minCoverage = names.coverageAgainst * coverageOf(features)
  const withoutNames = first.score - features.names
  const better = others
    .slice(0, depth.deciding - 1)
    .find(
      (other) => other.features && other.score > withoutNames && coverageOf(other.features) >= minCoverage,
    )
  if (better === undefined) return candidates
  const score = withoutNames + (better.score - withoutNames) / 2
  const after = { ...first, score, features: { ...features, names: score - withoutNames } }
  const isAhead = (other: Candidate) => other.score > score
  return [...others.filter(isAhead), after, ...others.filter((other) => !isAhead(other))]
}
