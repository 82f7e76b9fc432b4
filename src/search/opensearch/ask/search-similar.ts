import { createSimilarTalk } from '../../find-similar.ts'
import type { IndexReader } from '../../index/index-reader.ts'
import { createRanker, termWeights } from '../../rank/bm25.ts'
import type { RankingParameters } from '../../rank/parameters.ts'
import { defaultTimeLimit, type SearchEngine } from '../../search-engine.ts'
import { keyTerms } from '../../similar/key-terms.ts'
import { maxSimilar, rankSimilar } from '../../similar/rank-similar.ts'
import { createQuoter } from '../../snippet/quote-talk.ts'
import type { CorpusStatistics } from '../corpus-statistics.ts'
import type { InProcessSimilarity } from '../in-process-similarity.ts'
import { bestBy, idsOfHits, matchNone, type TalkIndex } from '../talk-index.ts'
import { type CandidateIndex, createCandidateIndex } from './candidate-index.ts'
import { scoreByWords } from './query-clauses.ts'
import type { ReadWeighedTalks } from './talk-reader.ts'

interface SimilarSearchParts {
  readonly index: TalkIndex
  /** Undefined if there is no such talk. */
  readonly readTalk: (talkId: string) => Promise<CandidateIndex | undefined>
  readonly readTalks: ReadWeighedTalks
  readonly statistics: CorpusStatistics
  /** What is known of terms across all talks. */
  readonly reader: IndexReader
  readonly meaning: InProcessSimilarity | undefined
  readonly parameters: RankingParameters
}

/** Talks like one: candidates by key terms and by meaning, ranked as all talks would be; those that are shown are quoted. */
export function createSimilarSearch(parts: SimilarSearchParts): SearchEngine['similar'] {
  const { index, readTalk, statistics, reader, meaning, parameters } = parts
  return async (talkId, { limit = 10, offset = 0 } = {}) => {
    const self = await readTalk(talkId)
    if (!self) return []
    const terms = keyTerms(0, self.reader, parameters.similar)
    const weights = termWeights(terms, reader)
    const similarity = meaning?.findToTalk(talkId)
    const size = Math.min(maxSimilar, Math.max(parameters.depth.candidates, offset + limit + 1))
    const found = await findSimilarCandidates(parts, { weights, nearest: similarity?.nearest(size), size })
    const known = createCandidateIndex([...self.talks, ...found.values()], statistics)
    const ranked = createRanker(known.reader.index).rank(weights, known.talks.length)
    const others = rankSimilar(
      known.numberOf(talkId)!,
      { ranked, similarity: similarity?.among(known.talks.map(({ id }) => id)) },
      parameters.meaning,
    ).slice(offset, offset + limit)
    const idOf = (document: number) => known.talks[document]!.id
    const ids = others.map(({ document }) => idOf(document))
    const talks = await index.talks([talkId, ...ids], defaultTimeLimit)
    const quoteTalk = createQuoter(known.reader, parameters.quotation)({ queryTerms: terms })
    const of = talks.get(talkId)
    if (!of) return []
    const { termNumber } = reader
    const similarTalkOf = createSimilarTalk(of, { terms, termNumber, reader: known.reader, quoteTalk })
    return others.flatMap((found) => {
      const talk = talks.get(idOf(found.document))
      return talk ? [similarTalkOf(talk, found)] : []
    })
  }
}

interface SimilarRequest {
  readonly weights: ReturnType<typeof termWeights>
  /** The ids of the nearest talks, if anything is known of meaning. */
  readonly nearest: readonly string[] | undefined
  readonly size: number
}

async function findSimilarCandidates(
  { index, readTalks, statistics, parameters }: SimilarSearchParts,
  { weights, nearest, size }: SimilarRequest,
) {
  const score = scoreByWords(weights, statistics, parameters.index)
  const responses = await index.search(
    [
      score ? bestBy(score, [], size) : matchNone,
      nearest ? bestBy({ terms: { id: nearest } }, [], nearest.length) : matchNone,
    ],
    defaultTimeLimit,
  )
  return readTalks(responses.flatMap(idsOfHits), defaultTimeLimit)
}
