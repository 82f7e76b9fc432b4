import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import type { RankingParameters } from '../../src/search/rank/parameters.ts'
import type { SearchEngine } from '../../src/search/search-engine.ts'
import { askQueries } from './ask-queries.ts'
import { createIndexer } from './indexer.ts'
import { talksOf } from './peers/document-talks.ts'
import type { Metrics } from './statistics/metrics.ts'
import type { Collection } from './subjects/collections.ts'

/** A collection that Hallway can be asked about again and again, with other parameters each time. */
export interface IndexedCollection {
  readonly name: string
  /** The metrics of the first ten, by question. */
  measure(parameters: RankingParameters, options?: { readonly spelling?: boolean }): Promise<TopTen[]>
}

export type TopTen = Pick<Metrics, 'ndcg10' | 'mrr10'>

/** Indexes once; anew only for parameters that change the index. */
export function indexCollection({ name, documents, queries }: Collection): IndexedCollection {
  const talks = talksOf(documents)
  const indexFor = createIndexer(talks)
  return {
    name,
    async measure(parameters, { spelling = true } = {}) {
      const search = indexFor(parameters)
      const engine: SearchEngine = createLunrEngine({ talks, version: 'bench', search }, { parameters })
      const asked = await askQueries(engine, queries, { spelling, timeLimit: Infinity })
      return asked.map(({ metrics: { ndcg10, mrr10 } }) => ({ ndcg10, mrr10 }))
    },
  }
}
