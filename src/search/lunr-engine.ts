import type { Corpus } from '../notes/corpus.ts'
import type { Talk } from '../notes/talk.ts'
import { remembering } from '../text/remembering.ts'
import {
  type Expansion,
  expandQuery,
  expansionsOf,
  listsTalks,
  type QueryTerm,
  wordsOfQuestion,
} from './expand/query-terms.ts'
import type { Vocabulary } from './expand/term-variants.ts'
import { createVocabulary } from './expand/vocabulary.ts'
import { countFacets } from './filter/facets.ts'
import { buildFilterMask, type FilterMask, phraseNotices } from './filter/filter-mask.ts'
import { createSimilarFinder } from './find-similar.ts'
import { createIndexReader, type IndexReader } from './index/index-reader.ts'
import { isNarrowed, withPhrasesMeant } from './query/parse-query.ts'
import type { Notice, Query } from './query/query.ts'
import type { ScoredDocument } from './rank/bm25.ts'
import { createMatcher, type Matches, type MatchRequest, withFirst } from './rank/find-matches.ts'
import { asksForMeaning, fuseMeaning, spellingsOf } from './rank/fuse-meaning.ts'
import { listMatches } from './rank/list-matches.ts'
import { type Candidate, unrankedCandidate } from './rank/match-features.ts'
import { createNamedEvents, talkCalled, titledTalks } from './rank/named-talks.ts'
import { defaultParameters, type RankingParameters } from './rank/parameters.ts'
import type { FindSimilarity, FindSimilarityToTalk, SemanticSimilarity } from './rank/semantic-similarity.ts'
import { wordsOrPhrases } from './rank/words-or-phrases.ts'
import { prepareSearch, type SearchData } from './search-data.ts'
import {
  defaultTimeLimit,
  namesOfNotes,
  pageStart,
  type SearchEngine,
  type SearchOptions,
  type SearchResult,
} from './search-engine.ts'
import { createQuoter } from './snippet/quote-talk.ts'
import { type QueryReading, readingOf } from './suggest/did-you-mean.ts'
import { suggest } from './suggest/suggest.ts'

interface EngineOptions {
  /** Milliseconds, for the time limit. Default: `performance.now`. */
  readonly now?: () => number
  /** Default: `defaultParameters`. Those of the index must be the ones that it was built with. */
  readonly parameters?: RankingParameters
  /** Searches by meaning too. Default: by words alone. */
  readonly findSimilarity?: FindSimilarity
  /** Finds talks like another by meaning too. Default: by key terms alone. */
  readonly findSimilarityToTalk?: FindSimilarityToTalk
}

/**
 * The embedded engine: an index that lunr builds, ranked on typed arrays. A query becomes query terms; BM25 finds the
 * candidates; the first of them are reranked by match features, which also decide what share of the question each covers.
 * `corpus.search` belongs to the talks in order of id, and is made here if it is missing.
 */
export function createLunrEngine(
  corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'> & { readonly search?: SearchData },
  {
    now = () => performance.now(),
    parameters = defaultParameters,
    findSimilarity,
    findSimilarityToTalk,
  }: EngineOptions = {},
): SearchEngine {
  const talks = corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { index, docValues, dateOrder } = corpus.search ?? prepareSearch(talks)
  const reader = createIndexReader(index)
  const quoterFor = createQuoter(reader, parameters.quotation)
  const ofNotes = createVocabulary(reader, {
    allLanguages: docValues.language.values,
    synonyms: corpus.synonyms,
    ...parameters,
  })
  const vocabulary = { ...ofNotes, takenApart: remembering(ofNotes.takenApart) }

  return {
    search: createEmbeddedSearch({
      ...{ talks, corpusVersion: corpus.version, docValues, dateOrder, reader, vocabulary, quoterFor },
      ...{ findSimilarity, parameters, now },
    }),

    ...createSimilarFinder({ talks, reader, quoterFor, findSimilarityToTalk, parameters }),

    async suggest(typed, limit) {
      return suggest(typed, limit, { docValues, reader, talks })
    },

    ...namesOfNotes(docValues),
  }
}

interface EmbeddedSearchParts extends Pick<SearchData, 'docValues' | 'dateOrder'> {
  /** In order of id. */
  readonly talks: readonly Talk[]
  readonly corpusVersion: string
  readonly reader: IndexReader
  readonly vocabulary: Vocabulary
  readonly quoterFor: ReturnType<typeof createQuoter>
  /** Searches by meaning too. */
  readonly findSimilarity: FindSimilarity | undefined
  readonly parameters: RankingParameters
  /** Milliseconds. */
  readonly now: () => number
}

/** A search, step by step: the question is read, talks are found by words and by meaning, and those of the page are quoted. */
function createEmbeddedSearch(parts: EmbeddedSearchParts): SearchEngine['search'] {
  const { docValues, reader, parameters, now } = parts
  const namedEvents = createNamedEvents(docValues.event)
  const findMatches = createMatcher(reader, parameters)

  return async (typed, options = {}) => {
    const query = withPhrasesMeant(typed, parameters.decision)
    const { limit = 10, offset = 0, facets = 0, timeLimit = defaultTimeLimit } = options
    const deadline = now() + timeLimit
    const isLate = () => now() > deadline
    const asked = readAsked(parts, { query, options, named: namedEvents(query), isLate })
    const similarity = await findNearest(parts, asked, options)
    // All that follows is one step: searches share their working memory.
    const found = findTalks(parts, { asked, similarity, findMatches })
    const { matches, queryTerms, notices } = found
    const start = pageStart(matches.total, { limit, offset })
    const page = firstOf(found, start + limit).slice(start)
    const quote = createQuoting(parts, { asked, found, similarity })
    const results = page.map(quote)
    const [top] = matches.best(1)
    const placeOfTop = page.findIndex(({ document }) => document === top?.document)
    return {
      results: options.explain
        ? results.map((result, place) => ({ ...result, explanation: matches.explain(page[place]!) }))
        : results,
      offset: start,
      total: matches.total,
      bestCoverage: matches.bestCoverage,
      lead: matches.lead,
      isNear: matches.isNear,
      best: results[placeOfTop] ?? (top && quote(top)),
      ...(isAsItStands(queryTerms, notices) ? asItStands : readingOf(query, queryTerms, notices, results)),
      unknownWords: queryTerms.flatMap(({ unknown }) => unknown ?? []),
      facets: facets > 0 ? countFacets(matches.documents(), docValues, facets, options.facetFields) : [],
      isPartial: matches.isPartial || isLate(),
      corpusVersion: parts.corpusVersion,
    }
  }
}

/** A question, read with the words of the notes. */
interface AskedInNotes {
  readonly query: Query
  readonly options: SearchOptions
  /** The documents whose title it is. */
  readonly titled: readonly number[]
  readonly byWords: UnmaskedRequest
  /** The same, for talks that say the phrases. */
  readonly byPhrases: () => UnmaskedRequest
}

type UnmaskedRequest = Omit<MatchRequest, 'mask'>

function readAsked(
  parts: EmbeddedSearchParts,
  {
    query,
    options,
    ...given
  }: Pick<MatchRequest, 'named' | 'isLate'> & Pick<AskedInNotes, 'query' | 'options'>,
): AskedInNotes {
  const { spelling = true, minShare = 0 } = options
  const { byWords, byPhrases } = expansionsOf(query, parts, { spelling, isLate: given.isLate })
  const requestFor = (expansion: Expansion): UnmaskedRequest => {
    const said = wordsOfQuestion(query, expansion)
    return { ...given, queryTerms: expandQuery(query, expansion), wordsOfQuestion: said, minShare }
  }
  return {
    query,
    options,
    titled: titledTalks(query, parts),
    byWords: requestFor(byWords),
    byPhrases: () => requestFor(byPhrases),
  }
}

/** What is near the question in meaning, if there is a model and the question has words for it. */
async function findNearest(
  { findSimilarity }: EmbeddedSearchParts,
  { query, titled, byWords }: AskedInNotes,
  { spelling = true, byMeaning = true, timeLimit = defaultTimeLimit }: SearchOptions,
): Promise<SemanticSimilarity | undefined> {
  if (!findSimilarity || !byMeaning || titled.length > 0 || !asksForMeaning(query, { spelling }))
    return undefined
  return findSimilarity(spellingsOf(query, byWords.queryTerms), timeLimit)
}

/** All that a question finds. */
interface FoundInNotes {
  readonly matches: Matches
  /** Of the reading that was chosen: by words, or by phrases. */
  readonly queryTerms: readonly QueryTerm[]
  readonly notices: readonly Notice[]
  /** Where its talks stand in the list of all by date; undefined if they are in order of relevance. */
  readonly datePlaces: Uint32Array | undefined
}

function findTalks(
  { talks, reader, vocabulary, docValues, dateOrder, parameters }: EmbeddedSearchParts,
  {
    asked: { query, options, titled, byWords, byPhrases },
    similarity,
    findMatches,
  }: {
    readonly asked: AskedInNotes
    readonly similarity: SemanticSimilarity | undefined
    readonly findMatches: ReturnType<typeof createMatcher>
  },
): FoundInNotes {
  const { sort = query.sort ?? 'relevance', minShare = 0 } = options
  const { mask, phraseMask, notices }: FilterMask = isNarrowed(query)
    ? buildFilterMask(query, { ...vocabulary, talks }, docValues)
    : { notices: [] }
  const isListing = listsTalks(query, byWords.queryTerms)
  const inPhrases = phraseMask && byPhrases()
  const findWords = () => (isListing ? listMatches(mask) : findMatches({ ...byWords, mask }))
  const { matches: ranked, isByPhrases } = inPhrases
    ? wordsOrPhrases(findWords, () => findMatches({ ...inPhrases, mask: phraseMask }), parameters.decision)
    : { matches: findWords(), isByPhrases: false }
  const fused = similarity ? fuseMeaning(ranked, { similarity, mask, minShare }, parameters) : ranked
  const leading =
    titled.length > 0 ? titled : talkCalled(query, { reader, talks }, isByPhrases ? phraseMask : mask)
  const isUnsaid = phraseMask && !isByPhrases && titled.length === 0
  return {
    matches: isListing || query.filters.length > 0 ? fused : withFirst(leading, fused),
    queryTerms: ((isByPhrases && inPhrases) || byWords).queryTerms,
    notices: [...query.notices, ...notices, ...(isUnsaid ? phraseNotices(query) : [])],
    datePlaces:
      sort === 'relevance' && !isListing ? undefined : dateOrder[sort === 'oldest' ? 'oldest' : 'newest'],
  }
}

/** The first of what is found, in its order: at most `count`. */
function firstOf({ matches, datePlaces }: FoundInNotes, count: number): readonly Candidate[] {
  if (datePlaces === undefined) return matches.best(count).slice(0, count)
  return matches
    .documents()
    .toSorted((a, b) => datePlaces[a]! - datePlaces[b]!)
    .slice(0, count)
    .map((document) => unrankedCandidate(document))
}

/** Makes results of candidates. */
function createQuoting(
  { talks, quoterFor }: EmbeddedSearchParts,
  {
    asked: { query, titled },
    found: { matches, queryTerms },
    similarity,
  }: {
    readonly asked: AskedInNotes
    readonly found: FoundInNotes
    readonly similarity: SemanticSimilarity | undefined
  },
): (candidate: ScoredDocument) => SearchResult {
  const quoteTalk = quoterFor({ queryTerms, query, titled })
  return (candidate) => {
    const { document, score } = candidate
    const talk = talks[document]!
    return {
      talk,
      score,
      coverage: () => matches.coverageOf(candidate),
      ...quoteTalk(talk, document, similarity?.nearestPassage(document)?.passage),
    }
  }
}

/** Whether there is nothing in the question to be put right. */
function isAsItStands(queryTerms: readonly QueryTerm[], notices: readonly Notice[]): boolean {
  return notices.length === 0 && !queryTerms.some(({ correction, offer }) => correction || offer)
}

const asItStands: QueryReading = { notices: [], isCorrected: false, isOffered: false }
