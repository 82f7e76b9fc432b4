import type { Corpus } from '../notes/corpus.ts'
import { stemmedLanguages } from './analysis/stem.ts'
import { expandQuery, type QueryTerm, termsSaid } from './expand/query-terms.ts'
import { createSpeller, noCorrections, type Speller } from './expand/spelling.ts'
import { builtInSynonyms, createSynonyms } from './expand/synonyms.ts'
import type { Vocabulary } from './expand/term-variants.ts'
import { countFacets } from './filter/facets.ts'
import { buildFilterMask } from './filter/filter-mask.ts'
import { createIndexReader } from './index/index-reader.ts'
import type { Query } from './query/query.ts'
import { createRanker, type ScoredDocument } from './rank/bm25.ts'
import { coverageOf } from './rank/coverage.ts'
import { createCoverageBounds } from './rank/coverage-bound.ts'
import { type Explanation, explain } from './rank/explanation.ts'
import { createFeatureReader } from './rank/match-features.ts'
import { createNamedEvents } from './rank/named-events.ts'
import { type Candidate, createReranker, queryTermWeights } from './rank/rerank.ts'
import { prepareSearch, type SearchData } from './search-data.ts'
import { defaultTimeLimit, type SearchEngine, type SearchResult, type Topic } from './search-engine.ts'
import { keyTerms } from './similar/key-terms.ts'
import { sharedBy, topicsAsWritten } from './similar/shared.ts'
import { createPassageChooser } from './snippet/best-passage.ts'
import { readingOf } from './suggest/did-you-mean.ts'
import { countTalks, suggest } from './suggest/suggest.ts'

/**
 * The embedded engine: an index that lunr builds, ranked on typed arrays. A question becomes query terms; BM25 finds the
 * best talks; the first of them are read closely, which decides their order and what share of the question each covers.
 * What it reads of the corpus's talks, in order of id, is prepared here unless it is given.
 * @param now milliseconds, for the time limit
 */
export function createLunrEngine(
  corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'> & { readonly search?: SearchData },
  now: () => number = () => performance.now(),
): SearchEngine {
  const talks = corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { index, attributes, dateOrder } = corpus.search ?? prepareSearch(talks)
  const reader = createIndexReader(index)
  const ranker = createRanker(index)
  const closeRanking = createReranker(reader)
  const featuresFor = createFeatureReader(reader)
  const boundsOf = createCoverageBounds(index)
  const namedEvents = createNamedEvents(attributes.event)
  const vocabulary: Vocabulary = {
    reader,
    speller: createSpeller(reader),
    synonyms: createSynonyms([...builtInSynonyms, ...(corpus.synonyms ?? [])]),
    languages: stemmedLanguages(attributes.language.values),
    allLanguages: attributes.language.values,
  }
  const numbers = new Map(talks.map((talk, number) => [talk.id, number]))
  const tagCounts = countTalks(attributes.tag)
  const topics = attributes.tag.values.map((tag, number): Topic => ({ tag, talks: tagCounts[number]! }))

  return {
    async search(query, options = {}) {
      const { limit = 10, offset = 0, facets = 0, leastShare = 0, sort = query.sort ?? 'relevance' } = options
      const { spelling = true, timeLimit = defaultTimeLimit } = options
      const deadline = now() + timeLimit
      const isLate = () => now() > deadline
      const speller = spelling ? untilLate(vocabulary.speller, isLate) : noCorrections
      const queryTerms = expandQuery(query, { ...vocabulary, speller })
      const { mask, notices } = buildFilterMask(query, vocabulary, attributes)
      const isListing = queryTerms.length === 0 && query.filters.some(({ isExcluded }) => !isExcluded)
      const matches = isListing ? listed(mask) : matching({ query, queryTerms, mask, leastShare, isLate })
      const { total, coverageOf } = matches
      // Of what lies beyond the end, the last page is shown.
      const start = offset < total ? offset : Math.max(0, Math.ceil(total / limit) - 1) * limit
      const reads =
        sort === 'relevance' && !isListing
          ? matches.best(start + limit)
          : byDate(matches.documents(), dateOrder[sort === 'oldest' ? 'oldest' : 'newest'])
      const page = reads.slice(start, start + limit)
      const results = resultsOf(page, queryTerms, coverageOf)
      return {
        results: options.explain
          ? results.map((result, place) => ({ ...result, explanation: matches.explain(page[place]!) }))
          : results,
        offset: start,
        total,
        bestCoverage: matches.bestCoverage,
        ...readingOf(query, notices, queryTerms),
        unknownWords: queryTerms.flatMap(({ unknown }) => unknown ?? []),
        facets: facets > 0 ? countFacets(matches.documents(), attributes, facets) : [],
        isPartial: matches.isPartial || isLate(),
        corpusVersion: corpus.version,
      }
    },

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const queryTerms = keyTerms(document, reader)
      const { ranked } = ranker.rank(queryTermWeights(queryTerms), maxSimilar)
      const self = ranked.find((scored) => scored.document === document)
      const others = ranked.filter((scored) => scored !== self).slice(offset, offset + limit)
      const coverage = ({ score }: ScoredDocument) => Math.min(1, score / (self?.score ?? score))
      return resultsOf(others, queryTerms, coverage).map((result, place) => {
        const terms = queryTerms.map(({ word }) => word)
        const has = (term: string) => reader.hasTerm(others[place]!.document, reader.termNumber(term)!)
        return { ...result, shared: sharedBy(talks[document]!, result.talk, terms.filter(has)) }
      })
    },

    async keyTerms(talkId, limit) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      const terms = keyTerms(document, reader, true).map(({ word }) => word)
      return topicsAsWritten(terms, talks[document]!).slice(0, limit)
    },

    async suggest(typed, limit) {
      return suggest(typed, limit, { attributes, reader, talks })
    },

    async topics() {
      return topics
    },
  }

  /** What answers the question about as well as the best does, from `leastShare` of what the best covers. */
  function matching({ query, queryTerms, mask, leastShare, isLate }: MatchRequest): Matches {
    const readFeatures = featuresFor(queryTerms, termsSaid(query, vocabulary))
    const named = namedEvents(query.text)
    const rank = (depth: number) => closeRanking({ queryTerms, readFeatures, mask, named, depth, isLate })
    const ranking = rank(0)
    const { ranked, own, all, isPartial, bestCoverage } = ranking
    const bounds = boundsOf(queryTerms, mask)
    const read = new Map(ranked.flatMap(({ document, features }) => (features ? [[document, features]] : [])))
    const covers = (document: number) => {
      const features = read.get(document)
      return features ? coverageOf(features, queryTerms) : bounds.of(document)
    }
    const isFound = new Uint8Array(index.documentCount)
    for (const document of bounds.from(leastShare === 0 ? 0 : closeShare)) isFound[document] = 1
    for (const document of read.keys())
      isFound[document] = Number(covers(document) >= leastShare * bestCoverage)
    let total = 0
    for (let document = 0; document < isFound.length; document++) total += isFound[document]!
    const foundOf = (reads: readonly Candidate[]) => reads.filter(({ document }) => isFound[document] === 1)
    return {
      total,
      documents: () => Array.from(isFound.keys()).filter((document) => isFound[document] === 1),
      best(count) {
        const best = foundOf(ranked)
        return best.length >= Math.min(count, total) ? best : foundOf(rank(index.documentCount).ranked)
      },
      coverageOf: ({ document }) => coverageOf(read.get(document) ?? readFeatures(document), queryTerms),
      bestCoverage,
      isPartial,
      explain(one) {
        const features = read.get(one.document) ?? readFeatures(one.document)
        return explain({ read: one, queryTerms, features, own, all }, reader)
      },
    }
  }

  /** What filters leave where nothing else is asked for. */
  function listed(mask: Uint8Array | undefined): Matches {
    const documents = Array.from(talks.keys()).filter((document) => mask?.[document] === 1)
    return {
      total: documents.length,
      documents: () => documents,
      best: () => [],
      coverageOf: () => 1,
      bestCoverage: documents.length > 0 ? 1 : 0,
      isPartial: false,
      explain: (read) => {
        const features = featuresFor([], [])(read.document)
        return explain({ read, queryTerms: [], features, own: new Map(), all: new Map() }, reader)
      },
    }
  }

  function resultsOf(
    reads: readonly ScoredDocument[],
    queryTerms: readonly QueryTerm[],
    coverage: (read: ScoredDocument) => number,
  ): SearchResult[] {
    const passage = createPassageChooser(reader, queryTerms)
    return reads.map((read) => {
      const talk = talks[read.document]!
      return { talk, score: read.score, coverage: coverage(read), passage: passage(talk, read.document) }
    })
  }
}

function byDate(documents: readonly number[], places: Uint32Array): Candidate[] {
  return documents
    .toSorted((a, b) => places[a]! - places[b]!)
    .map((document) => ({ document, score: 0, ofTerms: 0, ofEvent: 0 }))
}

/** Once it is late, words stay as they are. */
function untilLate(speller: Speller, isLate: () => boolean): Speller {
  return { correct: (word) => (isLate() ? [] : speller.correct(word)) }
}

/** Talks that were not read closely fit if they may cover this share of what the best one may. */
const closeShare = 0.75
/** How many talks resemble another one at the most. */
const maxSimilar = 1000

interface MatchRequest {
  readonly query: Query
  readonly queryTerms: readonly QueryTerm[]
  readonly mask: Uint8Array | undefined
  readonly leastShare: number
  readonly isLate: () => boolean
}

/** What a question finds. */
interface Matches {
  readonly total: number
  /** All that is found, by number: what is counted, paged through and put in order. */
  readonly documents: () => readonly number[]
  /** The best of them first: at least so many, or all. */
  readonly best: (count: number) => readonly Candidate[]
  readonly coverageOf: (read: ScoredDocument) => number
  readonly bestCoverage: number
  readonly isPartial: boolean
  readonly explain: (read: Candidate) => Explanation
}
