import type { Corpus } from '../notes/corpus.ts'
import { remembering } from '../text/remembering.ts'
import { createEmbeddedSearch } from './embedded-search.ts'
import { createVocabulary } from './expand/vocabulary.ts'
import { createKnownNames } from './filter/known-names.ts'
import { createIndexReader } from './index/index-reader.ts'
import { createRanker, termWeights } from './rank/bm25.ts'
import { defaultParameters, type RankingParameters } from './rank/parameters.ts'
import type { FindSimilarity, FindSimilarityToTalk } from './rank/semantic-similarity.ts'
import { prepareSearch, type SearchData } from './search-data.ts'
import type { SearchEngine, Topic } from './search-engine.ts'
import { keyTerms } from './similar/key-terms.ts'
import { rankSimilar } from './similar/rank-similar.ts'
import { sharedTopics, topicsAsWritten } from './similar/shared-topics.ts'
import { createQuoter } from './snippet/quote-talk.ts'
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
  const quoterFor = createQuoter(reader, parameters.quotation)
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

    search: createEmbeddedSearch({
      ...{ talks, corpusVersion: corpus.version, docValues, dateOrder, reader, vocabulary, quoterFor },
      ...{ findSimilarity, parameters, now },
    }),

    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const self = numbers.get(talkId)
      if (self === undefined) return []
      const terms = keyTerms(self, reader, parameters.similar)
      const { ranked } = ranker.rank(termWeights(terms, reader), maxSimilar)
      const similarity = findSimilarityToTalk?.(self)
      const all = rankSimilar(self, { ranked, similarity }, parameters.meaning)
      const quoteTalk = quoterFor({ queryTerms: terms })
      return all.slice(offset, offset + limit).map(({ document, score, isNear, coverage }) => {
        const talk = talks[document]!
        const has = (term: string) => reader.hasTerm(document, reader.termNumber(term)!)
        const words = terms.map(({ word }) => word).filter(has)
        return {
          talk,
          score,
          isNear,
          coverage: () => coverage,
          ...quoteTalk(talk, document),
          shared: sharedTopics(talks[self]!, talk, words),
        }
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
}

/** How many talks resemble another one at most. */
const maxSimilar = 1000
