import type { Talk } from '../../notes/talk.ts'
import { type Expansion, expandQuery, type QueryTerm, wordsOfQuestion } from '../expand/query-terms.ts'
import { forOneQuestion, noCorrections } from '../expand/spelling.ts'
import { createVocabulary } from '../expand/vocabulary.ts'
import { type Facet, facetFields, mostFrequent } from '../filter/facets.ts'
import { phraseNotices } from '../filter/filter-mask.ts'
import { docValueFieldOf } from '../filter/filter-meaning.ts'
import { readFilters } from '../filter/filters.ts'
import { createKnownNames } from '../filter/known-names.ts'
import { createNamedEvents } from '../filter/named-events.ts'
import { isWithin, type Query } from '../query/query.ts'
import { createRanker } from '../rank/bm25.ts'
import { asksForMeaning, fuseMeaning, withoutExclusions } from '../rank/fuse-meaning.ts'
import { createMatcher, listMatches, type Matches, type MatchRequest, withFirst } from '../rank/matches.ts'
import { defaultParameters, type RankingParameters } from '../rank/parameters.ts'
import type { Candidate } from '../rank/rerank.ts'
import { termWeights } from '../rank/term-weights.ts'
import {
  defaultTimeLimit,
  type SearchEngine,
  type SearchOptions,
  type SearchResult,
  type Topic,
} from '../search-engine.ts'
import { keyTerms } from '../similar/key-terms.ts'
import { sharedBy, topicsAsWritten } from '../similar/shared.ts'
import { type AskedOfTalks, createQuoteTalk } from '../snippet/quote-talk.ts'
import { readingOf } from '../suggest/did-you-mean.ts'
import { suggest } from '../suggest/suggest.ts'
import { readUnfinishedClause } from '../suggest/unfinished-clause.ts'
import type { SearchResponse } from './cluster.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import { type Clause, maxPaged } from './index-mapping.ts'
import { createKnownTalks, type KnownTalks, type RankedTalk } from './known-talks.ts'
import { type MeaningOfTalks, type NearnessOfTalks, nearnessOfTalks } from './meaning-of-talks.ts'
import { createNeighbours } from './neighbours.ts'
import {
  excludedClause,
  filterClause,
  lunrFactor,
  neighboursClause,
  phraseClause,
  scoreByBounds,
  scoreByWords,
  withBound,
  without,
} from './query-clauses.ts'
import { titleKeyOf } from './talk-document.ts'
import { bestBy, byId, nothing, rankedFields, type TalkIndex } from './talk-index.ts'

export interface OpenSearchEngineOptions {
  /** Milliseconds, for the time limit. Default: `performance.now`. */
  readonly now?: () => number
  /** Default: `defaultParameters`. */
  readonly parameters?: RankingParameters
  /** Searches by meaning too. Default: by words alone. */
  readonly meaning?: MeaningOfTalks
}

/**
 * The engine for notes that outgrow one machine: the cluster finds candidates, counts and divides; the ranking is that of
 * the embedded engine, on a small index of the candidates with the statistics of all talks. So the same question finds
 * the same talks.
 */
export function createOpenSearchEngine(
  index: TalkIndex,
  statistics: CorpusStatistics,
  { now = () => performance.now(), parameters = defaultParameters, meaning }: OpenSearchEngineOptions = {},
): SearchEngine {
  const { docValues } = statistics
  const neighbours = createNeighbours(async (pairs) => {
    const requests = pairs.map(([left, right]) => ({
      query: neighboursClause(left, right, statistics),
      size: 1,
      _source: false,
      track_total_hits: false,
    }))
    const responses = await index.search(requests, defaultTimeLimit)
    return responses.map(({ hits }) => hits.hits.length > 0)
  })
  const reader = statistics.readerOf([], neighbours.areNeighbours)
  const vocabulary = createVocabulary(reader, {
    allLanguages: docValues.language.values,
    synonyms: statistics.synonyms,
    forms: parameters.forms,
  })
  const phraseWords = { statistics, reader, languages: vocabulary.languages }
  const events = docValues.event.ownKeys
  // A document for each event tells which events a question names.
  const namedEvents = createNamedEvents({
    keys: docValues.event.keys,
    starts: Uint32Array.from({ length: events.length + 1 }, (_, event) => event),
    numbers: Uint32Array.from(events.keys()),
  })

  return {
    async search(query, options = {}) {
      const { limit = 10, offset = 0, facets = 0, minShare = 0, sort = query.sort ?? 'relevance' } = options
      const { spelling = true, byMeaning = true, timeLimit = defaultTimeLimit } = options
      const deadline = now() + timeLimit
      const isLate = () => now() > deadline
      const timeLeft = () => Math.max(minMs, deadline - now())
      const speller = spelling ? forOneQuestion(vocabulary.speller, isLate) : noCorrections
      const named = events.filter((_, event) => namedEvents(query)?.[event] === 1)
      const { filters, notices } = readFilters(query.filters, docValues)
      const mask = [
        ...filters.map((side) => filterClause(side, statistics)),
        ...query.exclusions.map((exclusion) => without(excludedClause(exclusion, phraseWords))),
      ]
      const read = async (isAsTyped: Expansion['isAsTyped'], filter: readonly Clause[]): Promise<Asked> => {
        const expansion = { vocabulary: { ...vocabulary, speller }, ...parameters, isAsTyped }
        let queryTerms = expandQuery(query, expansion)
        while (await neighbours.settle()) queryTerms = expandQuery(query, expansion)
        const gain = parameters.events.gain * queryTerms.reduce((sum, { idf }) => sum + idf, 0)
        return {
          queryTerms,
          wordsOfQuestion: wordsOfQuestion(query, expansion),
          filter,
          score: scoreByWords(
            termWeights(queryTerms, reader),
            statistics,
            named.length > 0 ? { events: named, gain } : undefined,
          ),
          bounds: scoreByBounds(queryTerms, statistics, reader),
        }
      }
      const byWords = await read(() => !spelling, mask)
      const isListing = byWords.queryTerms.length === 0 && query.filters.some(({ isExcluded }) => !isExcluded)
      const phrases = query.phrases.map(({ text }) => phraseClause(text, 'as-typed', phraseWords))
      const byPhrases =
        phrases.length > 0
          ? await read((word) => !spelling || isWithin(word, query.phrases), [...mask, ...phrases])
          : undefined
      const isByMeaning = byMeaning && meaning !== undefined && asksForMeaning(query, { spelling })
      const nearness = isByMeaning ? await meaning.find(withoutExclusions(query), timeLeft()) : undefined
      const near = nearness && nearnessOfTalks(nearness, meaning!.ids)
      const found = await findCandidates({ query, byWords, byPhrases, isListing, near, maxMs: timeLeft() })
      const { known, titled } = found
      const findMatches = createMatcher(known.reader, parameters)
      const isNamed =
        named.length > 0 ? known.maskOf(known.talks.filter(({ event }) => named.includes(event))) : undefined
      const request = (asked: Asked, from: Found): MatchRequest => ({
        ...asked,
        mask: known.maskOf(from.talks),
        named: isNamed,
        minShare,
        highestBound: from.highestBound,
        isLate,
      })
      const findByWords = () =>
        isListing ? listMatches(new Uint8Array()) : findMatches(request(byWords, found.byWords))
      const ofWords = findByWords()
      const ofPhrases = byPhrases && findMatches(request(byPhrases, found.byPhrases))
      const minCoverage = parameters.decision.minShareOfPhrases * ofWords.bestCoverage
      const isByPhrases =
        ofPhrases !== undefined && ofPhrases.total > 0 && ofPhrases.bestCoverage >= minCoverage
      // Only the last matches that were asked for can be read.
      const ranked = isByPhrases ? ofPhrases : ofPhrases ? findByWords() : ofWords
      const asked = isByPhrases ? byPhrases! : byWords
      const fused =
        near && titled.length === 0
          ? fuseMeaning(
              ranked,
              {
                nearness: near.among(known.talks.map(({ id }) => id)),
                mask: known.maskOf(found.byWords.talks),
                minShare,
              },
              parameters,
            )
          : ranked
      const matches = isListing || query.filters.length > 0 ? fused : withFirst(titled, fused)
      const others = othersThan(known, asked, {
        isListing,
        minBound:
          minShare === 0
            ? 0
            : parameters.decision.listedShareOfBound *
              (isByPhrases ? found.byPhrases : found.byWords).highestBound,
      })
      const idOf = ({ document }: Candidate) => known.talks[document]!.id
      const best = matches.best(matches.total)
      const foundIds = matches.documents().map((document) => known.talks[document]!.id)
      const all = { bool: { should: [others, { terms: { id: foundIds } }] } }
      const isByRelevance = sort === 'relevance' && !isListing
      const counted = await count(others, all, {
        facets,
        facetFields: options.facetFields,
        maxMs: timeLeft(),
      })
      const total = matches.total + counted.total
      // Beyond the end, the last page is shown.
      const start = offset < total ? offset : Math.max(0, Math.ceil(total / limit) - 1) * limit
      const page: Placed[] = isByRelevance
        ? best.slice(start, start + limit).map((candidate) => ({ id: idOf(candidate), candidate }))
        : []
      const missing = Math.min(limit, total - start) - page.length
      const further =
        missing > 0
          ? await index.search(
              [
                isByRelevance
                  ? {
                      ...bestBy(asked.score!, [others], missing),
                      from: pageFrom(start - best.length, missing),
                    }
                  : {
                      query: { bool: { filter: all } },
                      from: pageFrom(start, missing),
                      size: missing,
                      sort: dateOrder[sort === 'oldest' ? 'oldest' : 'newest'],
                      _source: rankedFields,
                      track_total_hits: false,
                    },
              ],
              timeLeft(),
            )
          : []
      const lowest = best.at(-1)?.score ?? 0
      const later = further.flatMap(({ hits }) => hits.hits)
      for (const { _source: talk, _score } of later) {
        const score = isByRelevance ? Math.min(lowest, (_score ?? 0) * lunrFactor) : 0
        page.push({ id: talk.id, candidate: { document: -1, score, ofTerms: score, ofEvent: 0 } })
      }
      const [top] = matches.best(1)
      const shown =
        top && !page.some(({ id }) => id === idOf(top)) ? [...page, { id: idOf(top), candidate: top }] : page
      const talks = await index.talks(
        shown.map(({ id }) => id),
        timeLeft(),
      )
      // What was not among the candidates is read like them.
      const isNew = later.some(({ _source: { id } }) => known.numberOf(id) === undefined)
      const shownTalks = isNew
        ? createKnownTalks([...known.talks, ...later.map(({ _source }) => _source)], statistics)
        : known
      const readMatches =
        isNew && !isListing
          ? createMatcher(
              shownTalks.reader,
              parameters,
            )({ ...request(asked, found.byWords), mask: undefined, named: undefined })
          : matches
      const titledIds =
        isListing || query.filters.length > 0 ? [] : titled.map((document) => known.talks[document]!.id)
      const results = resultsOf(shown, {
        known: shownTalks,
        talks,
        matches: readMatches,
        asked: {
          queryTerms: asked.queryTerms,
          query,
          titled: titledIds.map((id) => shownTalks.numberOf(id)!),
        },
        near,
        isExplained: options.explain === true,
      })
      const isPartial =
        [...found.responses, ...further].some(({ timed_out }) => timed_out) || counted.isPartial
      return {
        results: results.slice(0, page.length),
        offset: start,
        total,
        bestCoverage: matches.bestCoverage,
        isNear: matches.isNear,
        best: top && results.find(({ talk }) => talk.id === idOf(top)),
        ...readingOf(
          query,
          [
            ...notices,
            ...(phrases.length > 0 && !isByPhrases && titled.length === 0 ? phraseNotices(query) : []),
          ],
          asked.queryTerms,
        ),
        unknownWords: asked.queryTerms.flatMap(({ unknown }) => unknown ?? []),
        facets: counted.facets,
        isPartial: matches.isPartial || isPartial || isLate(),
        corpusVersion: statistics.corpusVersion,
      }
    },

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const self = await readTalk(talkId)
      if (!self) return []
      const terms = keyTerms(0, self.reader)
      const weights = termWeights(terms, reader)
      const score = scoreByWords(weights, statistics)
      const size = Math.min(maxSimilar, Math.max(parameters.depth.candidates, offset + limit + 1))
      const [response] = await index.search([score ? bestBy(score, [], size) : nothing], defaultTimeLimit)
      const known = createKnownTalks([...self.talks, ...talksOf(response)], statistics)
      const { ranked } = createRanker(known.reader.index).rank(weights, known.talks.length)
      const document = known.numberOf(talkId)!
      const own = ranked.find((scored) => scored.document === document)
      const others = ranked.filter((scored) => scored !== own).slice(offset, offset + limit)
      const idOf = (scored: { readonly document: number }) => known.talks[scored.document]!.id
      const talks = await index.talks([talkId, ...others.map(idOf)], defaultTimeLimit)
      const quoteTalk = createQuoteTalk(known.reader, { queryTerms: terms }, parameters.quotation)
      return others.map((scored) => {
        const talk = talks.get(idOf(scored))!
        const has = (term: string) => known.reader.hasTerm(scored.document, reader.termNumber(term)!)
        const words = terms.map(({ word }) => word).filter(has)
        return {
          talk,
          score: scored.score,
          coverage: Math.min(1, scored.score / (own?.score ?? scored.score)),
          ...quoteTalk(talk, scored.document),
          shared: sharedBy(talks.get(talkId)!, talk, words),
        }
      })
    },

    async keyTerms(talkId, limit) {
      const [self, talks] = await Promise.all([readTalk(talkId), index.talks([talkId], defaultTimeLimit)])
      const talk = talks.get(talkId)
      if (!self || !talk) return []
      const terms = keyTerms(0, self.reader, true).map(({ word }) => word)
      return topicsAsWritten(terms, talk).slice(0, limit)
    },

    async suggest(typed, limit) {
      const clause = readUnfinishedClause(typed)
      const words = clause.kind === 'words' ? clause.words.map(({ text }) => text) : []
      const last = words.at(-1)
      const [response] = await index.search(
        [last === undefined ? nothing : bestBy(titlesBegunSo(words.slice(0, -1), last), [], maxTitles)],
        defaultTimeLimit,
      )
      const known = createKnownTalks(talksOf(response), statistics)
      return suggest(typed, limit, { docValues, reader: known.reader, talks: known.talks })
    },

    async topics() {
      const { values, talks } = docValues.tag
      return values.map((tag, number): Topic => ({ tag, talks: talks[number]! }))
    },

    async names() {
      return createKnownNames(docValues)
    },
  }

  /** All candidates of one question: those that fit its words, those that say its phrases, and what it is the title of. */
  async function findCandidates({ query, byWords, byPhrases, isListing, near, maxMs }: CandidateRequest) {
    const ranked = (asked?: Asked) =>
      asked?.score && !isListing ? bestBy(asked.score, asked.filter, parameters.depth.candidates) : nothing
    const highest = (asked?: Asked) =>
      asked?.bounds && !isListing ? { ...bestBy(asked.bounds, asked.filter, 1), _source: false } : nothing
    const title = titleKeyOf(query.words.map(({ folded }) => folded))
    const titledAs =
      title === '' ? nothing : bestBy({ term: { titled: title } }, [], parameters.depth.candidates)
    // Exclusions leave fewer of them.
    const ids = near?.nearest((query.exclusions.length > 0 ? 4 : 1) * parameters.meaning.candidates)
    const nearest = ids ? bestBy({ terms: { id: ids } }, byWords.filter, ids.length) : nothing
    const responses = await index.search(
      [ranked(byWords), highest(byWords), ranked(byPhrases), highest(byPhrases), titledAs, nearest],
      maxMs,
    )
    const [words, wordBounds, said, saidBounds, ofTitle, ofMeaning] = responses
    const foundOf = (first: readonly RankedTalk[], bounds?: SearchResponse<RankedTalk>): Found => ({
      talks: first,
      highestBound: bounds?.hits.hits[0]?._score ?? 0,
    })
    const titled = talksOf(ofTitle)
    const asWritten = titled.filter(({ title }) => title === query.text)
    const candidates = [...talksOf(words), ...talksOf(said), ...talksOf(ofMeaning)]
    const known = createKnownTalks([...candidates, ...titled], statistics)
    return {
      known,
      // What says the phrases, or is near in meaning, may have words of the question, too.
      byWords: foundOf(candidates, wordBounds),
      byPhrases: foundOf(talksOf(said), saidBounds),
      titled: (asWritten.length > 0 ? asWritten : titled).map(({ id }) => known.numberOf(id)!),
      responses,
    }
  }

  /** Talks that are found without being candidates. */
  function othersThan(
    known: KnownTalks,
    { bounds, filter }: Asked,
    { isListing, minBound }: { readonly isListing: boolean; readonly minBound: number },
  ): Clause {
    if (isListing) return { bool: { filter } }
    if (!bounds) return { match_none: {} }
    const ids = known.talks.map(({ id }) => id)
    return { bool: { filter: [...filter, withBound(bounds, minBound)], must_not: { terms: { id: ids } } } }
  }

  async function count(
    others: Clause,
    all: Clause,
    { facets, facetFields: fields = facetFields, maxMs }: CountOptions,
  ) {
    const aggregations = Object.fromEntries(
      fields.map((field) => [
        field,
        // More than are shown, since equal ones are put in order here.
        { terms: { field: `values.${docValueFieldOf[field]}`, size: Math.max(50, 3 * facets) } },
      ]),
    )
    const [ofOthers, ofAll] = await index.search(
      [
        { query: others, size: 0, track_total_hits: true },
        facets > 0 ? { query: all, size: 0, aggs: aggregations } : nothing,
      ],
      maxMs,
    )
    const counts = facets > 0 ? (ofAll?.aggregations ?? {}) : {}
    return {
      total: ofOthers!.hits.total?.value ?? 0,
      isPartial: [ofOthers, ofAll].some((response) => response?.timed_out),
      facets: Object.entries(counts).map(([name, { buckets }]): Facet => {
        const field = name as Facet['field']
        const column = docValues[docValueFieldOf[field]]
        const numbers = buckets.map(({ key, doc_count }) => [column.ownKeys.indexOf(key), doc_count] as const)
        return { field, values: mostFrequent(field, new Map(numbers), column, facets) }
      }),
    }
  }

  async function readTalk(talkId: string): Promise<KnownTalks | undefined> {
    const [response] = await index.search([bestBy({ term: { id: talkId } }, [], 1)], defaultTimeLimit)
    const talks = talksOf(response)
    return talks.length === 0 ? undefined : createKnownTalks(talks, statistics)
  }

  function resultsOf(
    shown: readonly Placed[],
    { known, talks, matches, asked, near, isExplained }: ResultParts,
  ): SearchResult[] {
    const quoteTalk = createQuoteTalk(known.reader, asked, parameters.quotation)
    return shown.flatMap(({ id, candidate }) => {
      const talk = talks.get(id)
      const document = known.numberOf(id)
      if (talk === undefined || document === undefined) return []
      const placed = { ...candidate, document }
      return [
        {
          talk,
          score: candidate.score,
          coverage: matches.coverageOf(placed),
          ...quoteTalk(talk, document, near?.nearestPassage(id)),
          ...(isExplained && { explanation: matches.explain(placed) }),
        },
      ]
    })
  }
}

/** A question as the cluster is asked it. */
interface Asked {
  readonly queryTerms: readonly QueryTerm[]
  readonly wordsOfQuestion: readonly number[]
  /** What filters, exclusions and phrases leave. */
  readonly filter: readonly Clause[]
  /** Undefined if no talk has a word of the question. */
  readonly score: Clause | undefined
  readonly bounds: Clause | undefined
}

interface CandidateRequest {
  readonly query: Query
  readonly byWords: Asked
  readonly byPhrases: Asked | undefined
  /** Whether talks are only listed, so that there are no candidates. */
  readonly isListing: boolean
  readonly near: NearnessOfTalks | undefined
  readonly maxMs: number
}

interface Found {
  readonly talks: readonly RankedTalk[]
  /** Of all talks, in units of idf. */
  readonly highestBound: number
}

interface CountOptions extends Pick<SearchOptions, 'facetFields'> {
  readonly facets: number
  readonly maxMs: number
}

/** A talk that is shown; its document's number depends on which talks are known. */
interface Placed {
  readonly id: string
  readonly candidate: Candidate
}

interface ResultParts {
  readonly known: KnownTalks
  readonly talks: ReadonlyMap<string, Talk>
  readonly matches: Matches
  readonly asked: AskedOfTalks
  readonly near: NearnessOfTalks | undefined
  readonly isExplained: boolean
}

/** Where a page begins in the cluster's list, as far as it lets page. */
function pageFrom(offset: number, size: number): number {
  return Math.max(0, Math.min(offset, maxPaged - size))
}

/** What the cluster is given at least, in milliseconds, however late it is. */
const minMs = 100
/** How many talks resemble another one at the most. */
const maxSimilar = 1000
/** Titles among which completions are looked for. */
const maxTitles = 200

function talksOf(response: SearchResponse<RankedTalk> | undefined): RankedTalk[] {
  return response?.hits.hits.map(({ _source }) => _source) ?? []
}

const dateOrder = Object.fromEntries(
  (['newest', 'oldest'] as const).map((sort) => [
    sort,
    [{ date: { order: sort === 'newest' ? 'desc' : 'asc', missing: '_last' } }, { titleOrder: 'asc' }, byId],
  ]),
)

/** Titles of which a word begins as the last one, those first that have the words before it, counted back from it. */
function titlesBegunSo(before: readonly string[], last: string): Clause {
  const nearest = before.slice(-maxWordsBefore).reverse()
  return {
    bool: {
      must: { constant_score: { filter: { prefix: { titleWords: { value: last } } } } },
      should: nearest.map((word, place) => ({
        constant_score: { filter: { term: { titleWords: word } }, boost: 2 ** (nearest.length - place) },
      })),
    },
  }
}

const maxWordsBefore = 10
