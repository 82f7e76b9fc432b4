import { createVocabulary } from '../expand/vocabulary.ts'
import { phraseNotices } from '../filter/filter-mask.ts'
import { createKnownNames } from '../filter/known-names.ts'
import { withPhrasesMeant } from '../query/parse-query.ts'
import { createRanker, termWeights } from '../rank/bm25.ts'
import { asksForMeaning, spellingsOf } from '../rank/fuse-meaning.ts'
import { defaultParameters, type RankingParameters } from '../rank/parameters.ts'
import { defaultTimeLimit, type SearchEngine, type Topic } from '../search-engine.ts'
import { keyTerms } from '../similar/key-terms.ts'
import { rankSimilar } from '../similar/rank-similar.ts'
import { sharedTopics, topicsAsWritten } from '../similar/shared-topics.ts'
import { createQuoter } from '../snippet/quote-talk.ts'
import { readingOf } from '../suggest/did-you-mean.ts'
import { suggest } from '../suggest/suggest.ts'
import { readUnfinishedClause } from '../suggest/unfinished-clause.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import { countTalks } from './count-talks.ts'
import { findCandidates } from './find-candidates.ts'
import { maxPaged, type OpenSearchClause } from './index-mapping.ts'
import { createKnownTalks, type KnownTalks } from './known-talks.ts'
import { createNeighbours } from './neighbours.ts'
import type { OwnMeaning } from './own-meaning.ts'
import { neighboursClause, scoreByWords, titlesBegunSo, withBound } from './query-clauses.ts'
import { rankCandidates } from './rank-candidates.ts'
import { furtherTalks, loadTalks, type PlacedTalk, placeFurther, readPage } from './read-page.ts'
import { createQuestionReader, type ReadWords } from './read-question.ts'
import { bestBy, idsOfHits, matchNone, type TalkIndex } from './talk-index.ts'
import { createTalkReader } from './talk-reader.ts'

export interface OpenSearchEngineOptions {
  /** Milliseconds, for the time limit. Default: `performance.now`. */
  readonly now?: () => number
  /** Default: `defaultParameters`. */
  readonly parameters?: RankingParameters
  /** How far into a list one can page. Default `maxPaged`, which is the most. */
  readonly pagedTo?: number
  /** Searches by meaning too. Default: by words alone. */
  readonly meaning?: OwnMeaning
}

/**
 * The engine for notes that outgrow one machine: the cluster finds candidates, counts and divides; the ranking is that of
 * the embedded engine, on a small index of the candidates with the statistics of all talks. So the same question finds
 * the same talks.
 */
export function createOpenSearchEngine(
  index: TalkIndex,
  statistics: CorpusStatistics,
  {
    now = () => performance.now(),
    parameters = defaultParameters,
    pagedTo = maxPaged,
    meaning,
  }: OpenSearchEngineOptions = {},
): SearchEngine {
  const { docValues } = statistics
  const knownNames = createKnownNames(docValues)
  const { values: tags, talks: tagCounts } = docValues.tag
  const topics = tags.map((tag, number): Topic => ({ tag, talks: tagCounts[number]! }))
  const neighbours = createNeighbours(async (pairs) => {
    const requests = pairs.map(([left, right]) => bestBy(neighboursClause(left, right, statistics), [], 1))
    const responses = await index.search(requests, defaultTimeLimit)
    return responses.map(({ hits }) => hits.hits.length > 0)
  })
  const readTalks = createTalkReader(index, statistics)
  const reader = statistics.readerOf([], neighbours.areNeighbours)
  const vocabulary = createVocabulary(reader, {
    allLanguages: docValues.language.values,
    synonyms: statistics.synonyms,
    ...parameters,
  })
  const readQuestion = createQuestionReader(statistics, { vocabulary, neighbours }, parameters)

  return {
    limits: { maxPaged: pagedTo },

    async search(typed, options = {}) {
      const query = withPhrasesMeant(typed, parameters.decision)
      const { limit = 10, offset = 0, facets = 0, minShare = 0 } = options
      const { spelling = true, byMeaning = true, timeLimit = defaultTimeLimit } = options
      const deadline = now() + timeLimit
      const isLate = () => now() > deadline
      const timeLeft = () => Math.max(minMs, deadline - now())
      const question = await readQuestion(query, { spelling, isLate })
      const { isListing } = question
      const isByMeaning = byMeaning && meaning !== undefined && asksForMeaning(query, { spelling })
      const near = isByMeaning
        ? await meaning.find(spellingsOf(query, question.byWords.queryTerms), timeLeft())
        : undefined
      const counts = { byWords: parameters.depth.candidates, byMeaning: parameters.meaning.candidates }
      const candidates = await findCandidates(
        { index, readTalks, statistics },
        { query, question, near, counts, timeLeft },
      )
      const { known, titled } = candidates
      const ranked = rankCandidates(candidates, question, { query, near, minShare, isLate }, parameters)
      const { matches, asked, isByPhrases } = ranked
      const wanted = options.sort ?? query.sort ?? 'relevance'
      const sort = isListing && wanted === 'relevance' ? 'newest' : wanted
      const idOf = (document: number) => known.talks[document]!.id
      const place = (candidate: PlacedTalk['candidate']): PlacedTalk => ({
        id: idOf(candidate.document),
        candidate,
      })
      const others = ranked.isWhole
        ? undefined
        : othersThan(known, asked, { isListing, minBound: ranked.minBound })
      const all = {
        bool: { should: [...(others ? [others] : []), { terms: { id: matches.documents().map(idOf) } }] },
      }
      const best = sort === 'relevance' ? matches.best(matches.total) : []
      const [first] = matches.best(1)
      const top = first && place(first)
      // Nearly always these are what is shown.
      const likely = [...best.slice(offset, offset + limit).map(place), ...(top ? [top] : [])]
      const [counted, loaded] = await Promise.all([
        countTalks(index, statistics, {
          others,
          all,
          facets,
          maxMs: timeLeft(),
          ...(options.facetFields && { facetFields: options.facetFields }),
        }),
        loadTalks(index, likely, timeLeft()),
      ])
      const total = matches.total + counted.others
      // Beyond the end, the last page is shown.
      const end = Math.min(total, pagedTo)
      const start = offset < end ? offset : Math.max(0, Math.ceil(end / limit) - 1) * limit
      const page = best.slice(start, Math.min(start + limit, end)).map(place)
      const size = Math.min(limit, end - start) - page.length
      const [further] =
        size > 0
          ? await index.search(
              [furtherTalks({ ranked, sort, others, all, from: Math.max(0, start - best.length), size })],
              timeLeft(),
            )
          : []
      page.push(
        ...(further?.hits.hits ?? []).map((hit) =>
          placeFurther(hit, best.at(-1)?.score ?? 0, parameters.index),
        ),
      )
      const results = await readPage(
        index,
        statistics,
        {
          query,
          shown: top && !page.some(({ id }) => id === top.id) ? [...page, top] : page,
          known,
          loaded,
          further: [...(await readTalks(idsOfHits(further), timeLeft())).values()],
          ranked,
          near,
          isListing,
          isExplained: options.explain === true,
          maxMs: timeLeft(),
        },
        parameters,
      )
      const isUnsaid = query.phrases.length > 0 && !isByPhrases && titled.length === 0
      const isCut = candidates.isPartial || counted.isPartial || further?.timed_out === true
      return {
        results: results.slice(0, page.length),
        offset: start,
        total,
        bestCoverage: isListing ? Number(total > 0) : matches.bestCoverage,
        isNear: matches.isNear,
        best: results.find(({ talk }) => talk.id === top?.id),
        ...readingOf(query, asked.queryTerms, [
          ...query.notices,
          ...question.notices,
          ...(isUnsaid ? phraseNotices(query) : []),
        ]),
        unknownWords: asked.queryTerms.flatMap(({ unknown }) => unknown ?? []),
        facets: counted.facets,
        isPartial: matches.isPartial || isCut || isLate(),
        ...(end < total && { pagedTo: end }),
        corpusVersion: statistics.corpusVersion,
      }
    },

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const self = await readTalk(talkId)
      if (!self) return []
      const terms = keyTerms(0, self.reader, parameters.similar)
      const weights = termWeights(terms, reader)
      const score = scoreByWords(weights, statistics, parameters.index)
      const size = Math.min(maxSimilar, Math.max(parameters.depth.candidates, offset + limit + 1))
      const alike = meaning?.like(talkId)
      const ids = alike?.nearest(size)
      const responses = await index.search(
        [
          score ? bestBy(score, [], size) : matchNone,
          ids ? bestBy({ terms: { id: ids } }, [], ids.length) : matchNone,
        ],
        defaultTimeLimit,
      )
      const found = await readTalks(responses.flatMap(idsOfHits), defaultTimeLimit)
      const known = createKnownTalks([...self.talks, ...found.values()], statistics)
      const { ranked } = createRanker(known.reader.index).rank(weights, known.talks.length)
      const document = known.numberOf(talkId)!
      const others = rankSimilar(
        document,
        { ranked, alike: alike?.among(known.talks.map(({ id }) => id)) },
        parameters.meaning,
      ).slice(offset, offset + limit)
      const idOf = (scored: { readonly document: number }) => known.talks[scored.document]!.id
      const talks = await index.talks([talkId, ...others.map(idOf)], defaultTimeLimit)
      const quoteTalk = createQuoter(known.reader, parameters.quotation)({ queryTerms: terms })
      return others.flatMap((scored) => {
        const [talk, of] = [talks.get(idOf(scored)), talks.get(talkId)]
        if (!talk || !of) return []
        const has = (term: string) => known.reader.hasTerm(scored.document, reader.termNumber(term)!)
        const words = terms.map(({ word }) => word).filter(has)
        return {
          talk,
          score: scored.score,
          isNear: scored.isNear,
          coverage: scored.coverage,
          ...quoteTalk(talk, scored.document),
          shared: sharedTopics(of, talk, words),
        }
      })
    },

    async keyTerms(talkId, limit) {
      const [self, talks] = await Promise.all([readTalk(talkId), index.talks([talkId], defaultTimeLimit)])
      const talk = talks.get(talkId)
      if (!self || !talk) return []
      const terms = keyTerms(0, self.reader, { ...parameters.similar, hasOwn: true }).map(({ word }) => word)
      return topicsAsWritten(terms, talk).slice(0, limit)
    },

    async suggest(typed, limit) {
      const clause = readUnfinishedClause(typed)
      const words = clause.kind === 'words' ? clause.words.map(({ text }) => text) : []
      const last = words.at(-1)
      const titles =
        last === undefined ? matchNone : bestBy(titlesBegunSo(words.slice(0, -1), last), [], maxTitles)
      const [response] = await index.search([titles], defaultTimeLimit)
      const found = await readTalks(idsOfHits(response), defaultTimeLimit)
      const known = createKnownTalks([...found.values()], statistics)
      return suggest(typed, limit, { docValues, reader: known.reader, talks: known.talks })
    },

    async topics() {
      return topics
    },

    async names() {
      return knownNames
    },
  }

  async function readTalk(talkId: string): Promise<KnownTalks | undefined> {
    const talk = (await readTalks([talkId], defaultTimeLimit)).get(talkId)
    return talk && createKnownTalks([talk], statistics)
  }
}

/** What is found without being a candidate; undefined if no talk has a word of the question. */
function othersThan(
  { talks }: KnownTalks,
  { bounds, filter }: ReadWords,
  { isListing, minBound }: { readonly isListing: boolean; readonly minBound: number },
): OpenSearchClause | undefined {
  if (isListing) return { bool: { filter } }
  const ids = talks.map(({ id }) => id)
  return (
    bounds && { bool: { filter: [...filter, withBound(bounds, minBound)], must_not: { terms: { id: ids } } } }
  )
}

/** What the cluster is given at least, in milliseconds, however late it is. */
const minMs = 100
/** How many talks resemble another one at most. */
const maxSimilar = 1000
/** Titles among which completions are looked for. */
const maxTitles = 200
