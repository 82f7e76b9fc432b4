import {
  type Expansion,
  expandQuery,
  expansionsOf,
  listsTalks,
  type QueryTerm,
  wordsOfQuestion,
} from '../../expand/query-terms.ts'
import type { Vocabulary } from '../../expand/term-variants.ts'
import { readFilters } from '../../filter/filter-mask.ts'
import type { Notice, Query } from '../../query/query.ts'
import { termWeights } from '../../rank/bm25.ts'
import { createNamedEvents } from '../../rank/named-talks.ts'
import type { RankingParameters } from '../../rank/parameters.ts'
import type { CorpusStatistics } from '../corpus-statistics.ts'
import type { OpenSearchClause } from '../index-mapping.ts'
import type { Neighbours } from '../neighbours.ts'
import {
  excludedClause,
  filterClause,
  mustNot,
  phraseClause,
  scoreByBounds,
  scoreByWords,
} from './query-clauses.ts'

/** A question as it is put to the cluster. */
export interface ReadWords {
  readonly queryTerms: readonly QueryTerm[]
  readonly wordsOfQuestion: readonly number[]
  /** What filters, exclusions, and phrases if they are kept to, leave. */
  readonly filter: readonly OpenSearchClause[]
  /** Undefined if no talk has a word of the question. */
  readonly score: OpenSearchClause | undefined
  readonly bounds: OpenSearchClause | undefined
}

export interface ReadQuestion {
  readonly byWords: ReadWords
  /** The same, for talks that say the phrases; only if there are any. */
  readonly byPhrases: ReadWords | undefined
  /** Whether talks are only listed, because nothing but filters is asked for. */
  readonly isListing: boolean
  /** The ids of the events that the question names. */
  readonly named: readonly string[]
  readonly notices: readonly Notice[]
}

interface ReadQuestionOptions {
  readonly spelling: boolean
  readonly isLate: () => boolean
}

/** Reads questions with the words and values that all talks have. */
export function createQuestionReader(
  statistics: CorpusStatistics,
  { vocabulary, neighbours }: { readonly vocabulary: Vocabulary; readonly neighbours: Neighbours },
  parameters: RankingParameters,
): (query: Query, options: ReadQuestionOptions) => Promise<ReadQuestion> {
  const { reader, languages } = vocabulary
  const { keys, ownKeys: events } = statistics.docValues.event
  // A document for each event tells which events a question names.
  const namedEvents = createNamedEvents({
    keys,
    starts: Uint32Array.from({ length: events.length + 1 }, (_, event) => event),
    numbers: Uint32Array.from(events.keys()),
  })
  const source = { statistics, reader, languages }

  return async (query, options) => {
    const areNamed = namedEvents(query)
    const named = events.filter((_, event) => areNamed?.[event] === 1)
    const { filters, notices } = readFilters(query.filters, statistics.docValues)
    const mask = [
      ...filters.map((side) => filterClause(side, statistics)),
      ...query.exclusions.map((exclusion) => mustNot(excludedClause(exclusion, source))),
    ]
    const read = async (expansion: Expansion, filter: readonly OpenSearchClause[]): Promise<ReadWords> => {
      let queryTerms = expandQuery(query, expansion)
      while (await neighbours.settle()) queryTerms = expandQuery(query, expansion)
      const gain = parameters.events.gain * queryTerms.reduce((sum, { idf }) => sum + idf, 0)
      const weights = termWeights(queryTerms, reader)
      return {
        queryTerms,
        wordsOfQuestion: wordsOfQuestion(query, expansion),
        filter,
        score: scoreByWords(
          weights,
          statistics,
          parameters.index,
          named.length > 0 ? { events: named, gain } : undefined,
        ),
        bounds: scoreByBounds(queryTerms, statistics, reader),
      }
    }
    const phrases = query.phrases.map(({ text }) => phraseClause(text, 'as-typed', source))
    const expansions = expansionsOf(query, { vocabulary, parameters }, options)
    const byWords = await read(expansions.byWords, mask)
    return {
      byWords,
      byPhrases: phrases.length > 0 ? await read(expansions.byPhrases, [...mask, ...phrases]) : undefined,
      isListing: listsTalks(query, byWords.queryTerms),
      named,
      notices,
    }
  }
}
