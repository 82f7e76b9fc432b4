import type { Talk } from '../../../notes/talk.ts'
import type { IndexParameters } from '../../index/compile-index.ts'
import type { Query, Sort } from '../../query/query.ts'
import { createMatcher, type Matches } from '../../rank/find-matches.ts'
import { type Candidate, unrankedCandidate } from '../../rank/match-features.ts'
import type { RankingParameters } from '../../rank/parameters.ts'
import type { SearchResult } from '../../search-engine.ts'
import { createQuoter } from '../../snippet/quote-talk.ts'
import type { Hit, SearchRequest, SearchResponse } from '../cluster.ts'
import type { CorpusStatistics, WeighedTalk } from '../corpus-statistics.ts'
import type { SimilarityOfTalks } from '../in-process-similarity.ts'
import type { OpenSearchClause } from '../index-mapping.ts'
import { bestBy, idAscending, idOfHit, idsAlone, type TalkIndex } from '../talk-index.ts'
import { type CandidateIndex, createCandidateIndex } from './candidate-index.ts'
import { lunrFactor } from './query-clauses.ts'
import type { RankedCandidates } from './rank-candidates.ts'

/** A talk of a page; its document's number depends on which talks are known. */
export interface PlacedTalk {
  readonly id: string
  readonly candidate: Candidate
}

/** All that is found. */
export interface FoundList {
  /** By relevance, or by date. */
  readonly sort: Sort
  /** The candidates among them, best first; none if the list is by date. */
  readonly best: readonly PlacedTalk[]
  /** What is found without being a candidate; undefined if it is known that nothing is. */
  readonly others: OpenSearchClause | undefined
  readonly all: OpenSearchClause
}

interface PageRequest {
  /** Which part of the list it is: up to `limit` talks, before `end`. */
  readonly part: { readonly start: number; readonly limit: number; readonly end: number }
  readonly ranked: RankedCandidates
  readonly maxMs: number
}

interface FoundPage {
  readonly page: readonly PlacedTalk[]
  /** What the cluster said of talks that are no candidates, if any are on the page. */
  readonly further: SearchResponse<unknown> | undefined
}

/** Which talks a page shows: candidates as they were ranked, and after them what the cluster has in its own order. */
export async function findPage(
  index: TalkIndex,
  list: FoundList,
  { part: { start, limit, end }, ranked, maxMs }: PageRequest,
  parameters: IndexParameters,
): Promise<FoundPage> {
  const { best } = list
  const page = best.slice(start, Math.min(start + limit, end))
  const size = Math.min(limit, end - start) - page.length
  if (size <= 0) return { page, further: undefined }
  const from = Math.max(0, start - best.length)
  const [further] = await index.search([furtherTalks(list, { ranked, from, size })], maxMs)
  const lowest = best.at(-1)?.candidate.score ?? 0
  const placed = (further?.hits.hits ?? []).map((hit) => placeFurther(hit, lowest, parameters))
  return { page: [...page, ...placed], further }
}

interface FurtherRequest {
  readonly ranked: RankedCandidates
  /** Where they begin in the list of their kind, and how many. */
  readonly from: number
  readonly size: number
}

/** Asks for talks of a list that are no candidates, or of a list by date, in which any may come. */
function furtherTalks(
  { sort, others, all }: FoundList,
  { ranked, from, size }: FurtherRequest,
): SearchRequest {
  if (sort === 'relevance') return { ...bestBy(ranked.asked.score!, others ? [others] : [], size), from }
  const order = sort === 'newest' ? 'desc' : 'asc'
  return {
    query: { bool: { filter: all } },
    from,
    size,
    sort: [
      { date: { order, missing: '_last' } },
      { starts: { order, missing: '_last' } },
      { titleOrder: 'asc' },
      idAscending,
    ],
    ...idsAlone,
  }
}

/** @param lowest score of what comes before */
function placeFurther(hit: Hit<unknown>, lowest: number, parameters: IndexParameters): PlacedTalk {
  const score = Math.min(lowest, (hit._score ?? 0) * lunrFactor(parameters))
  return { id: idOfHit(hit), candidate: unrankedCandidate(-1, score) }
}

interface ResultsRequest {
  readonly query: Query
  readonly shown: readonly PlacedTalk[]
  readonly known: CandidateIndex
  /** By id. */
  readonly loaded: ReadonlyMap<string, Talk>
  /** What is shown and was no candidate. */
  readonly further: readonly WeighedTalk[]
  readonly ranked: RankedCandidates
  readonly near: SimilarityOfTalks | undefined
  readonly isListing: boolean
  readonly isExplained: boolean
}

/** The talks themselves, by id, with those that were loaded before. */
export async function loadTalks(
  index: TalkIndex,
  placed: readonly PlacedTalk[],
  maxMs: number,
  loaded: ReadonlyMap<string, Talk> = new Map(),
): Promise<ReadonlyMap<string, Talk>> {
  const missing = new Set(placed.map(({ id }) => id).filter((id) => !loaded.has(id)))
  return new Map([...loaded, ...(await index.talks([...missing], maxMs))])
}

/** Makes results of what is shown. What was no candidate is read like one: what it covers does not depend on the others. */
export async function readPage(
  index: TalkIndex,
  statistics: CorpusStatistics,
  request: ResultsRequest & { readonly maxMs: number },
  parameters: RankingParameters,
): Promise<SearchResult[]> {
  const { query, shown, further, ranked, near, isListing, isExplained } = request
  const talks = await loadTalks(index, shown, request.maxMs, request.loaded)
  const isWhole = further.every(({ id }) => request.known.numberOf(id) !== undefined)
  const known = isWhole
    ? request.known
    : createCandidateIndex([...request.known.talks, ...further], statistics)
  const matches =
    isWhole || isListing
      ? ranked.matches
      : createMatcher(known.reader, parameters)({ ...ranked.request, mask: undefined, named: undefined })
  const titled = ranked.first.map((document) => known.numberOf(request.known.talks[document]!.id)!)
  const { queryTerms } = ranked.asked
  const quoteTalk = createQuoter(known.reader, parameters.quotation)({ queryTerms, query, titled })
  return shown.flatMap(({ id, candidate }) => resultOf(id, candidate))

  function resultOf(id: string, given: Candidate): SearchResult[] {
    const talk: Talk | undefined = talks.get(id)
    const document = known.numberOf(id)
    // The cluster may run out of time here, too.
    if (talk === undefined || document === undefined) return []
    const candidate = { ...given, document }
    const result = {
      talk,
      score: candidate.score,
      coverage: () => coverageIn(matches, candidate, titled),
      ...quoteTalk(talk, document, near?.nearestPassage(id)),
    }
    return [isExplained ? { ...result, explanation: matches.explain(candidate) } : result]
  }
}

function coverageIn(matches: Matches, candidate: Candidate, titled: readonly number[]): number {
  return titled.includes(candidate.document) ? 1 : matches.coverageOf(candidate)
}
