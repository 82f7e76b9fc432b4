import type { Corpus } from '../notes/corpus.ts'
import { remembering } from '../text/remembering.ts'
import {
  type Expansion,
  expandQuery,
  type QueryTerm,
  unlessLate,
  wordsOfQuestion,
} from './expand/query-terms.ts'
import { noCorrections } from './expand/spelling.ts'
import { createVocabulary } from './expand/vocabulary.ts'
import { countFacets } from './filter/facets.ts'
import { buildFilterMask, type FilterMask, phraseNotices } from './filter/filter-mask.ts'
import { createKnownNames } from './filter/known-names.ts'
import { createIndexReader } from './index/index-reader.ts'
import { isNarrowed, withPhrasesMeant } from './query/parse-query.ts'
import type { Notice } from './query/query.ts'
import { overlapsAny } from './query/question-words.ts'
import { createRanker, type ScoredDocument, termWeights } from './rank/bm25.ts'
import { createMatcher, listMatches, withFirst } from './rank/find-matches.ts'
import { asksForMeaning, fuseMeaning, spellingsOf } from './rank/fuse-meaning.ts'
import type { Candidate } from './rank/match-features.ts'
import { createNamedEvents, talkCalled, titledTalks } from './rank/named-talks.ts'
import { defaultParameters, type RankingParameters } from './rank/parameters.ts'
import type { FindSimilarity, FindSimilarityToTalk, SemanticSimilarity } from './rank/semantic-similarity.ts'
import { wordsOrPhrases } from './rank/words-or-phrases.ts'
import { prepareSearch, type SearchData } from './search-data.ts'
import {
  defaultTimeLimit,
  lastPage,
  type SearchEngine,
  type SearchResult,
  type Topic,
} from './search-engine.ts'
import { keyTerms } from './similar/key-terms.ts'
import { rankSimilar } from './similar/rank-similar.ts'
import { sharedTopics, topicsAsWritten } from './similar/shared-topics.ts'
import { type AskedOfTalks, createQuoter } from './snippet/quote-talk.ts'
import { type QueryReading, readingOf } from './suggest/did-you-mean.ts'
import { suggest } from './suggest/suggest.ts'

export interface EngineOptions {
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
 * `corpus.search` is of the talks in order of id, and is made here if it is missing.
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
  const ranker = createRanker(index)
  const findMatches = createMatcher(reader, parameters)
  const quoterFor = createQuoter(reader, parameters.quotation)
  const namedEvents = createNamedEvents(docValues.event)
  const ofNotes = createVocabulary(reader, {
    allLanguages: docValues.language.values,
    synonyms: corpus.synonyms,
    ...parameters,
  })
  const vocabulary = { ...ofNotes, takenApart: remembering(ofNotes.takenApart) }
  const knownNames = createKnownNames(docValues)
  const numbers = new Map(talks.map((talk, number) => [talk.id, number]))
  const { values: tags, talks: tagCounts } = docValues.tag
  const topics = tags.map((tag, number): Topic => ({ tag, talks: tagCounts[number]! }))

  return {
    limits: { maxPaged: Number.POSITIVE_INFINITY },

    async search(asked, options = {}) {
      const query = withPhrasesMeant(asked, parameters.decision)
      const { limit = 10, offset = 0, facets = 0, minShare = 0, sort = query.sort ?? 'relevance' } = options
      const { spelling = true, byMeaning = true, timeLimit = defaultTimeLimit } = options
      const deadline = now() + timeLimit
      const isLate = () => now() > deadline
      const speller = spelling ? unlessLate(vocabulary.speller, isLate) : noCorrections
      const named = namedEvents(query)
      const titled = titledTalks(query, { reader, talks })
      const isByMeaning =
        findSimilarity && byMeaning && titled.length === 0 && asksForMeaning(query, { spelling })
      const request = (isAsTyped: Expansion['isAsTyped']) => {
        const expansion = { vocabulary: { ...vocabulary, speller }, ...parameters, isAsTyped }
        const said = wordsOfQuestion(query, expansion)
        return { queryTerms: expandQuery(query, expansion), wordsOfQuestion: said, named, minShare, isLate }
      }
      const words = request(() => !spelling)
      const similarity = isByMeaning
        ? await findSimilarity(spellingsOf(query, words.queryTerms), timeLimit)
        : undefined
      // All that follows is one step: searches share their working memory.
      const { mask, phraseMask, notices }: FilterMask = isNarrowed(query)
        ? buildFilterMask(query, { ...vocabulary, talks }, docValues)
        : { notices: [] }
      const phrases = phraseMask && request((word) => !spelling || overlapsAny(word, query.phrases))
      const isListing = words.queryTerms.length === 0 && query.filters.some(({ isExcluded }) => !isExcluded)
      const findWords = () => (isListing ? listMatches(mask) : findMatches({ ...words, mask }))
      const findPhrases = phrases && (() => findMatches({ ...phrases, mask: phraseMask }))
      const { matches: ranked, isByPhrases } = findPhrases
        ? wordsOrPhrases(findWords, findPhrases, parameters.decision)
        : { matches: findWords(), isByPhrases: false }
      const found = similarity ? fuseMeaning(ranked, { similarity, mask, minShare }, parameters) : ranked
      const first =
        titled.length > 0 ? titled : talkCalled(query, { reader, talks }, isByPhrases ? phraseMask : mask)
      const matches = isListing || query.filters.length > 0 ? found : withFirst(first, found)
      const { queryTerms } = (isByPhrases && phrases) || words
      const { total } = matches
      // Beyond the end, the last page is shown.
      const start = offset < total ? offset : lastPage(total, limit)
      const candidates =
        sort === 'relevance' && !isListing
          ? matches.best(start + limit)
          : byDate(matches.documents(), dateOrder[sort === 'oldest' ? 'oldest' : 'newest'])
      const page = candidates.slice(start, start + limit)
      const resultsOfQuery = (of: readonly ScoredDocument[]) =>
        resultsOf(of, { queryTerms, query, titled, similarity }, matches.coverageOf)
      const results = resultsOfQuery(page)
      const [top] = matches.best(1)
      const isUnsaid = phraseMask && !isByPhrases && titled.length === 0
      const noticed = [...query.notices, ...notices, ...(isUnsaid ? phraseNotices(query) : [])]
      const placeOnPage = page.findIndex(({ document }) => document === top?.document)
      return {
        results: options.explain
          ? results.map((result, place) => ({ ...result, explanation: matches.explain(page[place]!) }))
          : results,
        offset: start,
        total,
        bestCoverage: matches.bestCoverage,
        lead: matches.lead,
        isNear: matches.isNear,
        best: results[placeOnPage] ?? resultsOfQuery(top ? [top] : [])[0],
        ...(isAsItStands(queryTerms, noticed) ? asItStands : readingOf(query, queryTerms, noticed)),
        unknownWords: queryTerms.flatMap(({ unknown }) => unknown ?? []),
        facets: facets > 0 ? countFacets(matches.documents(), docValues, facets, options.facetFields) : [],
        isPartial: matches.isPartial || isLate(),
        corpusVersion: corpus.version,
      }
    },

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const terms = keyTerms(document, reader, parameters.similar)
      const { ranked } = ranker.rank(termWeights(terms, reader), maxSimilar)
      const all = rankSimilar(
        document,
        { ranked, similarity: findSimilarityToTalk?.(document) },
        parameters.meaning,
      )
      const others = all.slice(offset, offset + limit)
      return resultsOf(others, { queryTerms: terms }, ({ coverage }) => coverage).map((result, place) => {
        const words = terms.map(({ word }) => word)
        const { document: other, isNear } = others[place]!
        const has = (term: string) => reader.hasTerm(other, reader.termNumber(term)!)
        return { ...result, isNear, shared: sharedTopics(talks[document]!, result.talk, words.filter(has)) }
      })
    },

    async keyTerms(talkId, limit) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const terms = keyTerms(document, reader, { ...parameters.similar, hasOwn: true }).map(
        ({ word }) => word,
      )
      return topicsAsWritten(terms, talks[document]!).slice(0, limit)
    },

    async suggest(typed, limit) {
      return suggest(typed, limit, { docValues, reader, talks })
    },

    async topics() {
      return topics
    },

    async names() {
      return knownNames
    },
  }

  function resultsOf<Found extends ScoredDocument>(
    candidates: readonly Found[],
    { similarity, ...asked }: AskedWithSimilarity,
    coverageOf: (candidate: Found) => number,
  ): SearchResult[] {
    const quoteTalk = quoterFor(asked)
    return candidates.map((candidate) => {
      const talk = talks[candidate.document]!
      return {
        talk,
        score: candidate.score,
        coverage: () => coverageOf(candidate),
        ...quoteTalk(talk, candidate.document, similarity?.nearestPassage(candidate.document)?.passage),
      }
    })
  }
}

interface AskedWithSimilarity extends AskedOfTalks {
  readonly similarity?: SemanticSimilarity | undefined
}

function byDate(documents: readonly number[], places: Uint32Array): Candidate[] {
  return documents
    .toSorted((a, b) => places[a]! - places[b]!)
    .map((document) => ({ document, score: 0, ofTerms: 0, ofEvent: 0 }))
}

/** Whether there is nothing in the question to be put right. */
function isAsItStands(queryTerms: readonly QueryTerm[], notices: readonly Notice[]): boolean {
  return notices.length === 0 && !queryTerms.some(({ correction, offer }) => correction || offer)
}

const asItStands: QueryReading = { notices: [], isCorrected: false, isOffered: false }

/** How many talks resemble another one at most. */
const maxSimilar = 1000
