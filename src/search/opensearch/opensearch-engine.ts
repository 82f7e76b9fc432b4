import { createVocabulary } from '../expand/vocabulary.ts'
import { defaultParameters, type RankingParameters } from '../rank/parameters.ts'
import { defaultTimeLimit, namesOfNotes, type SearchEngine } from '../search-engine.ts'
import { keyTopics } from '../similar/key-terms.ts'
import { suggest } from '../suggest/suggest.ts'
import { readUnfinishedClause } from '../suggest/unfinished-clause.ts'
import { type CandidateIndex, createCandidateIndex } from './ask/candidate-index.ts'
import { neighboursClause, titlesBegunSo } from './ask/query-clauses.ts'
import { createQuestionReader } from './ask/read-question.ts'
import { createSimilarSearch } from './ask/search-similar.ts'
import { createTalkSearch } from './ask/search-talks.ts'
import { createTalkReader } from './ask/talk-reader.ts'
import type { CorpusStatistics } from './corpus-statistics.ts'
import type { InProcessSimilarity } from './in-process-similarity.ts'
import { maxPaged } from './index-mapping.ts'
import { createNeighbours } from './neighbours.ts'
import { bestBy, idsOfHits, matchNone, type TalkIndex } from './talk-index.ts'

export interface OpenSearchEngineOptions {
  /** Milliseconds, for the time limit. Default: `performance.now`. */
  readonly now?: () => number
  /** Default: `defaultParameters`. */
  readonly parameters?: RankingParameters
  /** How far into a list one can page. Default `maxPaged`, which is the most. */
  readonly pagedTo?: number
  /** Searches by meaning too. Default: by words alone. */
  readonly meaning?: InProcessSimilarity
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
    search: createTalkSearch({
      ...{ index, readTalks, statistics, readQuestion },
      ...{ meaning, parameters, pagedTo, now },
    }),

    similar: createSimilarSearch({ index, readTalk, readTalks, statistics, reader, meaning, parameters }),

    async keyTerms(talkId, limit) {
      const [self, talks] = await Promise.all([readTalk(talkId), index.talks([talkId], defaultTimeLimit)])
      const talk = talks.get(talkId)
      if (!self || !talk) return []
      return keyTopics(talk, 0, self.reader, parameters.similar).slice(0, limit)
    },

    async suggest(typed, limit) {
      const clause = readUnfinishedClause(typed)
      const words = clause.kind === 'words' ? clause.words.map(({ text }) => text) : []
      const last = words.at(-1)
      const titles =
        last === undefined ? matchNone : bestBy(titlesBegunSo(words.slice(0, -1), last), [], maxTitles)
      const [response] = await index.search([titles], defaultTimeLimit)
      const found = await readTalks(idsOfHits(response), defaultTimeLimit)
      const known = createCandidateIndex([...found.values()], statistics)
      return suggest(typed, limit, { docValues, reader: known.reader, talks: known.talks })
    },

    ...namesOfNotes(docValues),
  }

  async function readTalk(talkId: string): Promise<CandidateIndex | undefined> {
    const talk = (await readTalks([talkId], defaultTimeLimit)).get(talkId)
    return talk && createCandidateIndex([talk], statistics)
  }
}

/** Titles among which completions are looked for. */
const maxTitles = 200
