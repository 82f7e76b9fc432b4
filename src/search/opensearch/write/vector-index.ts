import type { Talk } from '../../../notes/talk.ts'
import type { EncodedTalks } from '../../rank/semantic-similarity.ts'
import type { Cluster } from '../cluster.ts'
import { ClusterError } from '../cluster-error.ts'
import { type OpenSearchClause, shardsFor } from '../index-mapping.ts'
import { documentName, talkHash } from '../talk-document.ts'
import { createBulkSender, sendBulk, writersNameOf } from './bulk-sender.ts'
import { expectHeld, type IndexName, removeIndex, type WriteIndexOptions } from './write-index.ts'

/** An index in the cluster that finds which talks are near in meaning without comparing all: HNSW graphs of the k-NN plugin. */
export interface VectorIndex {
  /** The ids of talks that are probably among the nearest, in no order. */
  nearest(vector: Float32Array, maxMs: number): Promise<readonly string[]>
}

/** One vector of a talk. */
interface VectorDocument {
  readonly talk: string
  readonly isWhole: boolean
  readonly vector: readonly number[]
  /** Of the talk as a whole alone: `TalkDocument.hash`, and how many vectors the talk has. */
  readonly hash?: string
  readonly count?: number
}

/** Whose vectors the index has, all of them. */
interface VectorsMark {
  readonly corpusVersion: string
}

/** Whether the cluster has the plugin. */
export async function hasKnn(cluster: Cluster): Promise<boolean> {
  const plugins = await cluster
    .ask<readonly { readonly component?: string }[]>((client) =>
      client.cat.plugins({ format: 'json', h: ['component'] }, { requestTimeout: 2000 }),
    )
    .catch((error: unknown) => {
      // Without the right to ask, it is done without.
      if (error instanceof ClusterError && error.code === 'refused') return []
      throw error
    })
  return plugins.some(({ component }) => component === 'opensearch-knn')
}

export function vectorIndexNameOf({ prefix, key }: IndexName, { model }: EncodedTalks): string {
  return `${prefix}-vectors-${key}-${model}`
}

/** Undefined if the index is not there, or has not all vectors of this version of the notes. */
export async function findVectorIndex(
  cluster: Cluster,
  index: string,
  corpusVersion: string,
): Promise<VectorIndex | undefined> {
  const request = { query: { term: { isMark: true } }, size: 1, _source: ['corpusVersion'] }
  try {
    const [response] = await cluster.searchAll<VectorsMark>(index, [request], maxMsOfMark)
    const isWhole = response!.hits.hits[0]?._source.corpusVersion === corpusVersion
    return isWhole ? createVectorIndex(cluster, index) : undefined
  } catch (error) {
    if (error instanceof ClusterError && error.code === 'gone') return undefined
    throw error
  }
}

function createVectorIndex(cluster: Cluster, index: string): VectorIndex {
  return {
    async nearest(vector, maxMs) {
      const near = (k: number, filter?: OpenSearchClause) => ({
        query: { knn: { vector: { vector: [...vector], k, ...(filter && { filter }) } } },
        size: k,
        _source: ['talk'],
        track_total_hits: false,
      })
      const requests = [near(nearWholes, { term: { isWhole: true } }), near(nearPassages)]
      const responses = await cluster.searchAll<VectorDocument>(index, requests, maxMs)
      return [...new Set(responses.flatMap(({ hits }) => hits.hits.map(({ _source }) => _source.talk)))]
    },
  }
}

/** How many are asked for: four times the talks that are ranked by meaning, doubled because a talk has several passages. */
const nearWholes = 200
const nearPassages = 400

interface WriteVectorIndexOptions extends Pick<WriteIndexOptions, 'name' | 'isHeld' | 'signal'> {
  readonly corpus: { readonly version: string; readonly talks: readonly Talk[] }
  readonly encoded: EncodedTalks
}

/**
 * Brings the vectors of all talks into the cluster; only what differs is sent. Unlike the index of talks this one changes while it is
 * read: which talks it gives decides nothing but what is compared, so at worst one that has just changed is passed over.
 */
export async function writeVectorIndex(cluster: Cluster, options: WriteVectorIndexOptions): Promise<void> {
  const { name, corpus, encoded } = options
  const index = vectorIndexNameOf(name, encoded)
  await createUnlessThere(cluster, index, { talks: corpus.talks.length, dimensions: encoded.dimensions })
  const known = await readKnown(cluster, index)
  const sender = createBulkSender((lines) => sendBulk(cluster, index, lines))
  const flushIfFull = async (isFull: boolean) => {
    if (!isFull) return
    await expectHeld(options)
    await sender.flush()
  }
  for (const [document, talk] of corpus.talks.entries()) {
    const [before, hash] = [known.get(talk.id), talkHash(talk)]
    known.delete(talk.id)
    if (before?.hash === hash) continue
    const vectors = encoded.vectorsOf(document)
    const lines = vectors.flatMap((vector, number) => [
      { index: { _id: vectorName(talk.id, number) } },
      documentOf(talk.id, vector, number === 0 ? { hash, count: vectors.length } : undefined),
    ])
    const isFull = sender.add(
      [...lines, ...removals(talk.id, vectors.length, before?.count ?? 0)],
      vectors.length * encoded.dimensions * unitsOfNumber,
    )
    await flushIfFull(isFull)
  }
  for (const [id, { count }] of known) await flushIfFull(sender.add(removals(id, 0, count), id.length))
  const mark = { isMark: true, corpusVersion: corpus.version }
  await expectHeld(options)
  await sender.end()
  await sendBulk(cluster, index, [{ index: { _id: 'mark' } }, mark])
  await cluster.ask((client) => client.indices.refresh({ index }, { requestTimeout: maxMs }))
  await removeOfOtherModels(cluster, name, index)
}

function documentOf(
  talk: string,
  vector: Float32Array,
  whole: Pick<VectorDocument, 'hash' | 'count'> | undefined,
): VectorDocument {
  return { talk, isWhole: whole !== undefined, vector: [...vector], ...whole }
}

/** The vectors of a talk from this number on. */
function removals(talkId: string, from: number, count: number): object[] {
  return Array.from({ length: Math.max(0, count - from) }, (_, at) => ({
    delete: { _id: vectorName(talkId, from + at) },
  }))
}

function vectorName(talkId: string, number: number): string {
  return `${documentName(talkId)}.${number}`
}

async function createUnlessThere(
  cluster: Cluster,
  index: string,
  { talks, dimensions }: { readonly talks: number; readonly dimensions: number },
): Promise<void> {
  if (await cluster.ask<boolean>((client) => client.indices.exists({ index }, { requestTimeout: maxMs })))
    return
  const settings = {
    knn: true,
    number_of_shards: shardsFor(talks),
    auto_expand_replicas: '0-2',
    refresh_interval: -1,
  }
  const unsearched = { index: false, doc_values: false }
  const mappings = {
    dynamic: 'strict',
    _source: { excludes: ['vector'] },
    properties: {
      talk: { type: 'keyword' },
      isWhole: { type: 'boolean' },
      vector: {
        type: 'knn_vector',
        dimension: dimensions,
        method: { name: 'hnsw', engine: 'lucene', space_type: 'cosinesimil' },
      },
      hash: { type: 'keyword', ...unsearched },
      count: { type: 'integer', ...unsearched },
      isMark: { type: 'boolean' },
      corpusVersion: { type: 'keyword', ...unsearched },
    },
  }
  const body = { settings: { index: settings }, mappings, aliases: { [writersNameOf(index)]: {} } }
  await cluster.ask((client) => client.indices.create({ index, body } as never, { requestTimeout: maxMs }))
}

type KnownTalk = Required<Pick<VectorDocument, 'hash' | 'count'>>

/** By id: which talks the index has vectors of. */
async function readKnown(cluster: Cluster, index: string): Promise<Map<string, KnownTalk>> {
  // What an attempt that broke off has sent counts, too.
  await cluster.ask((client) => client.indices.refresh({ index }, { requestTimeout: maxMs }))
  const known = new Map<string, KnownTalk>()
  let last: string | undefined
  for (;;) {
    const request = {
      query: { term: { isWhole: true } },
      sort: [{ talk: 'asc' }],
      size: knownAtOnce,
      _source: ['talk', 'hash', 'count'],
      ...(last !== undefined && { search_after: [last] }),
    }
    const [response] = await cluster.searchAll<KnownTalk & VectorDocument>(index, [request], maxMs)
    const { hits } = response!.hits
    for (const { _source } of hits) known.set(_source.talk, _source)
    if (hits.length < knownAtOnce) return known
    last = hits.at(-1)!._source.talk
  }
}

async function removeOfOtherModels(
  cluster: Cluster,
  { prefix, key }: IndexName,
  current: string,
): Promise<void> {
  const all = await cluster.ask<object>((client) =>
    client.indices.get({ index: `${prefix}-vectors-${key}-*` }, { requestTimeout: maxMs }),
  )
  for (const index of Object.keys(all)) if (index !== current) await removeIndex(cluster, index)
}

const knownAtOnce = 5000
/** Of a number of a vector, as JSON, roughly. */
const unitsOfNumber = 12
/** Indexing has time, in milliseconds. */
const maxMs = 120_000
const maxMsOfMark = 1000
