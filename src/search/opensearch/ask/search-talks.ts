import { phraseNotices } from '../../filter/filter-mask.ts'
import { withPhrasesMeant } from '../../query/parse-query.ts'
import type { Query, Sort } from '../../query/query.ts'
import { asksForMeaning, spellingsOf } from '../../rank/fuse-meaning.ts'
import type { Candidate } from '../../rank/match-features.ts'
import type { RankingParameters } from '../../rank/parameters.ts'
import { defaultTimeLimit, pageStart, type SearchEngine, type SearchOptions } from '../../search-engine.ts'
import { readingOf } from '../../suggest/did-you-mean.ts'
import type { CorpusStatistics } from '../corpus-statistics.ts'
import type { InProcessSimilarity } from '../in-process-similarity.ts'
import type { OpenSearchClause } from '../index-mapping.ts'
import { idsOfHits, type TalkIndex } from '../talk-index.ts'
import type { CandidateIndex } from './candidate-index.ts'
import { countTalks } from './count-talks.ts'
import { type Candidates, findCandidates } from './find-candidates.ts'
import { withBound } from './query-clauses.ts'
import { type RankedCandidates, rankCandidates } from './rank-candidates.ts'
import { type FoundList, findPage, loadTalks, type PlacedTalk, readPage } from './read-page.ts'
import type { createQuestionReader, ReadQuestion } from './read-question.ts'
import type { ReadWeighedTalks } from './talk-reader.ts'

interface TalkSearchParts {
  readonly index: TalkIndex
  readonly readTalks: ReadWeighedTalks
  readonly statistics: CorpusStatistics
  readonly readQuestion: ReturnType<typeof createQuestionReader>
  readonly meaning: InProcessSimilarity | undefined
  readonly parameters: RankingParameters
  readonly pagedTo: number
  /** Milliseconds. */
  readonly now: () => number
}

/**
 * A search, step by step: the question is read; candidates are found and ranked; what else is found is counted; and the page
 * that is shown is found and read. Each step asks the cluster once, if at all.
 */
export function createTalkSearch(parts: TalkSearchParts): SearchEngine['search'] {
  const { index, readTalks, statistics, readQuestion, parameters, pagedTo } = parts
  return async (typed, options = {}) => {
    const query = withPhrasesMeant(typed, parameters.decision)
    const { limit = 10, offset = 0, facets = 0, facetFields, minShare = 0, spelling = true } = options
    const { isLate, timeLeft } = createTimer(parts.now, options.timeLimit)
    const question = await readQuestion(query, { spelling, isLate })
    const near = await findNear(parts, { query, question, options, maxMs: timeLeft() })
    const counts = { byWords: parameters.depth.candidates, byMeaning: parameters.meaning.candidates }
    const candidates = await findCandidates(parts, { query, question, near, counts, timeLeft })
    const ranked = rankCandidates(candidates, question, { query, near, minShare, isLate }, parameters)
    const list = listOf(ranked, candidates.known, {
      isListing: question.isListing,
      wanted: options.sort ?? query.sort ?? 'relevance',
    })
    const top = topOf(ranked, candidates.known)
    // Nearly always these are what is shown.
    const likely = [...list.best.slice(offset, offset + limit), ...top]
    const { others, all } = list
    const [counted, loaded] = await Promise.all([
      countTalks(index, statistics, {
        ...{ others, all, facets, maxMs: timeLeft() },
        ...(facetFields && { facetFields }),
      }),
      loadTalks(index, likely, timeLeft()),
    ])
    const total = ranked.matches.total + counted.others
    const part = shownPart(total, { limit, offset, pagedTo })
    const { page, further } = await findPage(
      index,
      list,
      { part, ranked, maxMs: timeLeft() },
      parameters.index,
    )
    const results = await readPage(
      index,
      statistics,
      {
        query,
        shown: [...page, ...top.filter(({ id }) => !page.some((placed) => placed.id === id))],
        known: candidates.known,
        loaded,
        further: [...(await readTalks(idsOfHits(further), timeLeft())).values()],
        ranked,
        near,
        isListing: question.isListing,
        isExplained: options.explain === true,
        maxMs: timeLeft(),
      },
      parameters,
    )
    const { matches, asked } = ranked
    const isCut = candidates.isPartial || counted.isPartial || further?.timed_out === true
    return {
      results: results.slice(0, page.length),
      offset: part.start,
      total,
      bestCoverage: question.isListing ? Number(total > 0) : matches.bestCoverage,
      lead: matches.lead,
      isNear: matches.isNear,
      best: results.find(({ talk }) => talk.id === top[0]?.id),
      ...readingOf(query, asked.queryTerms, noticesOf(query, question, { ranked, candidates }), results),
      unknownWords: asked.queryTerms.flatMap(({ unknown }) => unknown ?? []),
      facets: counted.facets,
      isPartial: matches.isPartial || isCut || isLate(),
      ...(part.end < total && { pagedTo: part.end }),
      corpusVersion: statistics.corpusVersion,
    }
  }
}

function createTimer(now: () => number, timeLimit = defaultTimeLimit) {
  const deadline = now() + timeLimit
  return { isLate: () => now() > deadline, timeLeft: () => Math.max(minMs, deadline - now()) }
}

/** The least time that the cluster is given, in milliseconds, however late it is. */
const minMs = 100

interface NearRequest {
  readonly query: Query
  readonly question: ReadQuestion
  readonly options: SearchOptions
  readonly maxMs: number
}

/** What is near the question in meaning, if there is a model and the question has words for it. */
async function findNear(
  { meaning }: Pick<TalkSearchParts, 'meaning'>,
  { query, question, options: { spelling = true, byMeaning = true }, maxMs }: NearRequest,
) {
  return byMeaning && asksForMeaning(query, { spelling })
    ? meaning?.find(spellingsOf(query, question.byWords.queryTerms), maxMs)
    : undefined
}

/** All that is found: candidates in their order, and clauses for the rest. */
function listOf(
  { matches, asked, isWhole, minBound }: RankedCandidates,
  known: CandidateIndex,
  { isListing, wanted }: { readonly isListing: boolean; readonly wanted: Sort },
): FoundList {
  const sort = isListing && wanted === 'relevance' ? 'newest' : wanted
  const others = isWhole ? undefined : othersThan(known, asked, { isListing, minBound })
  const ids = matches.documents().map((document) => known.talks[document]!.id)
  return {
    sort,
    best:
      sort === 'relevance' ? matches.best(matches.total).map((candidate) => placed(candidate, known)) : [],
    others,
    all: { bool: { should: [...(others ? [others] : []), { terms: { id: ids } }] } },
  }
}

/** What is found without being a candidate; undefined if no talk has a word of the question. */
function othersThan(
  { talks }: CandidateIndex,
  { bounds, filter }: RankedCandidates['asked'],
  { isListing, minBound }: { readonly isListing: boolean; readonly minBound: number },
): OpenSearchClause | undefined {
  if (isListing) return { bool: { filter } }
  const ids = talks.map(({ id }) => id)
  return (
    bounds && { bool: { filter: [...filter, withBound(bounds, minBound)], must_not: { terms: { id: ids } } } }
  )
}

/** The best of the candidates, if there is any. */
const topOf = ({ matches }: RankedCandidates, known: CandidateIndex): readonly PlacedTalk[] =>
  matches
    .best(1)
    .slice(0, 1)
    .map((candidate) => placed(candidate, known))

const placed = (candidate: Candidate, known: CandidateIndex): PlacedTalk => ({
  id: known.talks[candidate.document]!.id,
  candidate,
})

/** Which part of the list the page is, within what can be paged through. */
function shownPart(
  total: number,
  { limit, offset, pagedTo }: { readonly limit: number; readonly offset: number; readonly pagedTo: number },
) {
  const end = Math.min(total, pagedTo)
  return { start: pageStart(end, { limit, offset }), limit, end }
}

/** What could not be read, and phrases that no talk says. */
function noticesOf(
  query: Query,
  question: ReadQuestion,
  { ranked, candidates }: { readonly ranked: RankedCandidates; readonly candidates: Candidates },
) {
  const isUnsaid = query.phrases.length > 0 && !ranked.isByPhrases && candidates.titled.length === 0
  return [...query.notices, ...question.notices, ...(isUnsaid ? phraseNotices(query) : [])]
}
