import type { Cluster } from './cluster.ts'
import { ClusterError } from './cluster-error.ts'
import { type CorpusStatistics, unpackStatistics } from './corpus-statistics.ts'

/** The index that an alias stands for: whole, and never changed. */
export interface CurrentIndex {
  readonly name: string
  /** What it was made with: see `indexKey`. */
  readonly key: string
  /** `Corpus.version`. */
  readonly corpusVersion: string
}

interface Meta {
  readonly key?: string
  readonly corpusVersion?: string
}

/** @returns undefined if there is none yet */
export async function findCurrentIndex(cluster: Cluster, alias: string): Promise<CurrentIndex | undefined> {
  const found = await cluster
    .ask<Readonly<Record<string, { readonly mappings: { readonly _meta?: Meta } }>>>((client) =>
      client.indices.getMapping({ index: alias }),
    )
    .catch((error: unknown) => {
      if (error instanceof ClusterError && error.code === 'gone') return {}
      throw error
    })
  const [first] = Object.entries(found)
  if (!first) return undefined
  const [name, { mappings }] = first
  return { name, key: mappings._meta?.key ?? '', corpusVersion: mappings._meta?.corpusVersion ?? '' }
}

/** What an index knows of all its talks. */
export async function readStatistics(cluster: Cluster, index: string): Promise<CorpusStatistics> {
  const request = {
    query: { exists: { field: 'part' } },
    sort: [{ part: 'asc' }],
    size: 1000,
    _source: ['statistics'],
  }
  const [response] = await cluster.searchAll<{ readonly statistics: string }>(index, [request], 30_000)
  return unpackStatistics(response!.hits.hits.map(({ _source: { statistics } }) => statistics))
}
