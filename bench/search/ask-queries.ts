import { parseQuery } from '../../src/search/query/parse-query.ts'
import type { SearchEngine, SearchOptions } from '../../src/search/search-engine.ts'
import { type Metrics, measureRanking } from './statistics/metrics.ts'
import type { JudgedQuery } from './subjects/collections.ts'

/** What became of one question of a collection. */
export interface AskedQuery {
  /** Ids of the first ten. */
  readonly ranking: readonly string[]
  readonly metrics: Metrics
  /** Milliseconds. */
  readonly ms: number
}

/** The first ten documents that an engine finds for each question. */
export async function askQueries(
  engine: SearchEngine,
  queries: readonly JudgedQuery[],
  options: SearchOptions,
): Promise<AskedQuery[]> {
  const asked: AskedQuery[] = []
  for (const { text, judgments } of queries) {
    const from = performance.now()
    const { results } = await engine.search(parseQuery(text), { limit: 10, ...options })
    const ms = performance.now() - from
    const ranking = results.map(({ talk }) => talk.id)
    asked.push({ ranking, metrics: measureRanking(ranking, judgments), ms })
  }
  return asked
}
