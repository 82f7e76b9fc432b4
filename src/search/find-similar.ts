import type { Talk } from '../notes/talk.ts'
import type { QueryTerm } from './expand/query-terms.ts'
import type { IndexReader } from './index/index-reader.ts'
import { createRanker, termWeights } from './rank/bm25.ts'
import type { RankingParameters } from './rank/parameters.ts'
import type { FindSimilarityToTalk } from './rank/semantic-similarity.ts'
import type { SearchEngine, SimilarTalk } from './search-engine.ts'
import { keyTerms, keyTopics } from './similar/key-terms.ts'
import { maxSimilar, rankSimilar, type SimilarDocument } from './similar/rank-similar.ts'
import { sharedTopics } from './similar/shared-topics.ts'
import type { createQuoter, QuoteTalk } from './snippet/quote-talk.ts'

interface SimilarFinderParts {
  /** The talks in order of id. */
  readonly talks: readonly Talk[]
  readonly reader: IndexReader
  readonly quoterFor: ReturnType<typeof createQuoter>
  /** Finds talks like another by meaning too. */
  readonly findSimilarityToTalk: FindSimilarityToTalk | undefined
  readonly parameters: RankingParameters
}

/** Talks like one of the index in memory, and its key terms, by which they are found. */
export function createSimilarFinder({
  talks,
  reader,
  quoterFor,
  findSimilarityToTalk,
  parameters,
}: SimilarFinderParts): Pick<SearchEngine, 'similar' | 'keyTerms'> {
  const ranker = createRanker(reader.index)
  const numbers = new Map(talks.map((talk, number) => [talk.id, number]))

  return {
    async similar(talkId, { limit = 10, offset = 0 } = {}) {
      const self = numbers.get(talkId)
      if (self === undefined) return []
      const terms = keyTerms(self, reader, parameters.similar)
      const ranked = ranker.rank(termWeights(terms, reader), maxSimilar)
      const similarity = findSimilarityToTalk?.(self)
      const all = rankSimilar(self, { ranked, similarity }, parameters.meaning)
      const quoteTalk = quoterFor({ queryTerms: terms })
      const similarTalkOf = createSimilarTalk(talks[self]!, {
        terms,
        termNumber: reader.termNumber,
        reader,
        quoteTalk,
      })
      return all.slice(offset, offset + limit).map((found) => similarTalkOf(talks[found.document]!, found))
    },

    async keyTerms(talkId, limit) {
      const document = numbers.get(talkId)
      if (document === undefined) return []
      return keyTopics(talks[document]!, document, reader, parameters.similar).slice(0, limit)
    },
  }
}

interface SimilarTalkParts {
  /** The key terms of the talk that others should resemble. */
  readonly terms: readonly Pick<QueryTerm, 'word'>[]
  readonly termNumber: IndexReader['termNumber']
  /** Of the index that holds the others. */
  readonly reader: Pick<IndexReader, 'hasTerm'>
  readonly quoteTalk: QuoteTalk
}

/** What is shown of a talk that is like this one: quoted, with what the two have in common. */
export function createSimilarTalk(
  self: Talk,
  { terms, termNumber, reader, quoteTalk }: SimilarTalkParts,
): (talk: Talk, found: SimilarDocument) => SimilarTalk {
  return (talk, { document, score, isNear, coverage }) => {
    const words = terms.map(({ word }) => word).filter((word) => reader.hasTerm(document, termNumber(word)!))
    return {
      talk,
      score,
      isNear,
      coverage: () => coverage,
      ...quoteTalk(talk, document),
      shared: sharedTopics(self, talk, words),
    }
  }
}
