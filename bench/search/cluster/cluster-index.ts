import { randomUUID } from 'node:crypto'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { type Cluster, createCluster } from '../../../src/search/opensearch/cluster.ts'
import { readStatistics } from '../../../src/search/opensearch/current-index.ts'
import { createOpenSearchEngine } from '../../../src/search/opensearch/opensearch-engine.ts'
import { createTalkIndex } from '../../../src/search/opensearch/talk-index.ts'
import { type WriteIndexOptions, writeIndex } from '../../../src/search/opensearch/write/write-index.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import type { SearchEngine } from '../../../src/search/search-engine.ts'

/** The same notes in both engines. */
interface BothEngines {
  readonly embedded: SearchEngine
  readonly openSearch: SearchEngine
  /** How long it took to make the embedded index, and to bring the talks into the cluster besides. */
  readonly embeddedMs: number
  readonly clusterMs: number
  /** Of one copy in the cluster. */
  readonly diskMb: number
}

/** An index in the cluster. */
interface BenchIndex {
  readonly name: string
  readonly clusterMs: number
  /** Of one copy. */
  readonly diskMb: number
}

export interface BenchCluster extends AsyncDisposable {
  open(corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'>): Promise<BothEngines>
  /** Brings talks into the cluster alone, as they come. */
  index(corpus: WriteIndexOptions['corpus'], options?: IndexOptions): Promise<BenchIndex>
  remove(index: BenchIndex): Promise<void>
}

type IndexOptions = Pick<WriteIndexOptions, 'search' | 'onProgress'>

/** A cluster for one run of the benchmark, which leaves nothing in it. */
export async function openBenchCluster(addresses: readonly string[]): Promise<BenchCluster> {
  const cluster = await createCluster({ addresses })
  const prefix = `bench-${randomUUID().slice(0, 8)}`
  let count = 0

  async function index(corpus: WriteIndexOptions['corpus'], options: IndexOptions = {}): Promise<BenchIndex> {
    const from = performance.now()
    const name = { prefix: `${prefix}-${count++}`, key: '0123456789ab' }
    const { current } = await writeIndex(cluster, { name, corpus, ...options })
    const clusterMs = performance.now() - from
    return { name: current.name, clusterMs, diskMb: await diskOf(cluster, current.name) }
  }

  return {
    index,
    async open(given) {
      const corpus = { ...given, talks: given.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
      const begun = performance.now()
      const search = prepareSearch(corpus.talks)
      const embeddedMs = performance.now() - begun
      const { name, ...made } = await index(corpus, { search })
      return {
        ...made,
        embedded: createLunrEngine({ ...corpus, search }),
        openSearch: createOpenSearchEngine(
          createTalkIndex(cluster, name),
          await readStatistics(cluster, name),
        ),
        embeddedMs,
      }
    },
    async remove({ name }) {
      await cluster.ask((client) => client.indices.delete({ index: name }))
    },
    async [Symbol.asyncDispose]() {
      await cluster.ask((client) => client.indices.delete({ index: `${prefix}-*` }))
      await cluster.close()
    },
  }
}

async function diskOf(cluster: Cluster, index: string): Promise<number> {
  const { _all } = await cluster.ask<{
    readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } }
  }>((client) => client.indices.stats({ index, metric: 'store' }))
  return _all.primaries.store.size_in_bytes / 2 ** 20
}
