import { defaultParameters } from '../rank/parameters.ts'
import type { Cluster } from './cluster.ts'
import { ClusterError } from './cluster-error.ts'
import { type CorpusStatistics, unpackStatistics } from './corpus-statistics.ts'
import type { StatisticsDocument } from './index-mapping.ts'

/** The index that an alias stands for: whole, and never changed. */
export interface CurrentIndex {
  readonly name: string
  /** `Corpus.version`. */
  readonly corpusVersion: string
  /** When it was begun, in epoch milliseconds by the clock of the process that wrote it. */
  readonly madeAt: number
}

/**
 * Asked as a search, which a node answers also while the cluster has no manager.
 * @returns undefined if there is none yet
 */
export async function findCurrentIndex(cluster: Cluster, alias: string): Promise<CurrentIndex | undefined> {
  const request = { query: { term: { part: 0 } }, size: 1, _source: ['corpusVersion', 'madeAt'] }
  try {
    const [response] = await cluster.searchAll<StatisticsDocument>(alias, [request], maxMs)
    const [hit] = response!.hits.hits
    return hit && { name: hit._index, corpusVersion: hit._source.corpusVersion, madeAt: hit._source.madeAt }
  } catch (error) {
    if (error instanceof ClusterError && error.code === 'gone') return undefined
    throw error
  }
}

/** What an index knows of all its talks. */
export async function readStatistics(cluster: Cluster, index: string): Promise<CorpusStatistics> {
  const request = {
    query: { exists: { field: 'part' } },
    sort: [{ part: 'asc' }],
    size: 1000,
    _source: ['statistics'],
  }
  const [response] = await cluster.searchAll<StatisticsDocument>(index, [request], maxMsOfStatistics)
  const parts = response!.hits.hits.map(({ _source: { statistics } }) => statistics)
  return unpackStatistics(parts, defaultParameters.index)
}

const maxMs = 1000
/** A few megabytes, and more for more words. */
const maxMsOfStatistics = 30_000
