import { setImmediate } from 'node:timers/promises'
import type { Corpus } from '../../../notes/corpus.ts'
import type { Talk } from '../../../notes/talk.ts'
import { createDocValueCounter } from '../../filter/read-doc-values.ts'
import type { SearchData } from '../../search-data.ts'
import type { Cluster } from '../cluster.ts'
import { ClusterError } from '../cluster-error.ts'
import { packStatistics } from '../corpus-statistics.ts'
import { countIndex, createCorpusCounter } from '../count-corpus.ts'
import { type CurrentIndex, findCurrentIndex } from '../current-index.ts'
import {
  indexMapping,
  indexSettings,
  type OpenSearchClause,
  type StatisticsDocument,
} from '../index-mapping.ts'
import {
  buildTalkDocument,
  decodeSequence,
  documentName,
  type TalkDocument,
  talkHash,
} from '../talk-document.ts'
import { createBulkSender, sendBulk, writersNameOf } from './bulk-sender.ts'

/** The names of indices. */
export interface IndexName {
  /** Of all indices of one Hallway. */
  readonly prefix: string
  /** Twelve hex digits of what makes documents: another version of Hallway has indices of its own beside ours. */
  readonly key: string
}

/** The name that readers ask for. */
export function aliasOf({ prefix, key }: IndexName): string {
  return `${prefix}-${key}`
}

/** Talks in any order, which are read once: not all of them have to be in memory. */
type TalkList = { readonly length: number } & (Iterable<Talk> | AsyncIterable<Talk>)

export interface WriteIndexOptions {
  readonly name: IndexName
  readonly corpus: Pick<Corpus, 'version' | 'synonyms'> & { readonly talks: TalkList }
  /** What is known of the talks already. Default: each talk is analysed and counted as it passes. */
  readonly search?: SearchData | undefined
  /** Asked before each step: whether we are still the one that indexes. Default: always. */
  readonly isHeld?: () => Promise<boolean>
  /** Hears now and then how many of the talks are in. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
}

interface WrittenIndex {
  readonly current: CurrentIndex
  /** How many talks were sent and removed; undefined if the index was current already. */
  readonly changed?: { readonly sent: number; readonly removed: number }
}

/**
 * Brings the corpus into the cluster: into a new index, to which the alias is switched once all is there, so that no reader
 * sees half of it. If an index is there, the new one begins as its copy, which costs the cluster next to nothing, and only
 * what differs is sent. What breaks off leaves an index behind that nobody reads; the next one who indexes removes it.
 * @throws {ClusterError}
 */
export async function writeIndex(cluster: Cluster, options: WriteIndexOptions): Promise<WrittenIndex> {
  const { name, corpus, now = Date.now } = options
  const before = await findCurrentIndex(cluster, aliasOf(name))
  if (before?.corpusVersion === corpus.version) return { current: before }
  await removeOthers(cluster, name, before, now())
  const madeAt = now()
  const index = `${aliasOf(name)}-${madeAt.toString(36)}`
  try {
    await (before ? copyIndex(cluster, before.name, index) : createIndex(cluster, index, corpus.talks.length))
    const hashes = before ? await readHashes(cluster, index) : new Map<string, string>()
    const count = options.search ? undefined : createCount()
    const changed = await sendChanges(cluster, index, { ...options, count }, hashes)
    await sendStatistics(cluster, index, options, { madeAt, count })
    await publish(cluster, index, options, before?.name)
    return { current: { name: index, corpusVersion: corpus.version, madeAt }, changed }
  } catch (error) {
    await removeIndex(cluster, index).catch(() => {})
    throw error
  }
}

/**
 * Removes what earlier attempts left, the index before the one that is read, which all have let go of since, and those of
 * other versions once ours has been there for a while.
 */
async function removeOthers(
  cluster: Cluster,
  { prefix, key }: IndexName,
  current: CurrentIndex | undefined,
  now: number,
): Promise<void> {
  const all = await cluster.ask<object>((client) => client.indices.get({ index: `${prefix}-*` }, patiently))
  const isSettled = current !== undefined && now - current.madeAt > upgradeMs
  for (const index of Object.keys(all)) {
    const [, vectors, ofKey] = /^-(vectors-)?([\da-f]{12})-[\da-z]+$/.exec(index.slice(prefix.length)) ?? []
    if (ofKey === undefined || index === current?.name) continue
    // Vectors of ours are kept up by themselves.
    if (ofKey === key ? vectors === undefined : isSettled) await removeIndex(cluster, index)
  }
}

/** How long versions of Hallway may run side by side, in milliseconds. */
const upgradeMs = 60 * 60 * 1000

export async function removeIndex(cluster: Cluster, index: string): Promise<void> {
  await cluster.ask((client) => client.indices.delete({ index, ignore_unavailable: true }, patiently))
}

async function createIndex(cluster: Cluster, index: string, talkCount: number): Promise<void> {
  const body = {
    settings: { index: indexSettings(talkCount) },
    mappings: indexMapping,
    aliases: { [writersNameOf(index)]: {} },
  }
  await cluster.ask((client) => client.indices.create({ index, body, ...withManager } as never, patiently))
}

async function copyIndex(cluster: Cluster, from: string, index: string): Promise<void> {
  // Copies are made of what nobody writes into, as is true of an index that is read.
  await cluster.ask((client) =>
    client.indices.addBlock({ index: from, block: 'write', ...withManager }, patiently),
  )
  const body = { settings: copySettings, aliases: { [writersNameOf(index)]: {} } }
  await cluster.ask((client) =>
    client.indices.clone({ index: from, target: index, body, ...withManager } as never, patiently),
  )
  await cluster.ask((client) =>
    client.cluster.health({ index, wait_for_status: 'yellow', timeout: '60s' }, patiently),
  )
}

const copySettings: OpenSearchClause = { 'index.blocks.write': null, 'index.refresh_interval': -1 }

/** By id: the hash of each talk that the index has. */
async function readHashes(cluster: Cluster, index: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  let last: string | undefined
  for (;;) {
    const request = {
      query: { exists: { field: 'id' } },
      sort: [{ id: 'asc' }],
      size: hashesAtOnce,
      _source: ['id', 'hash'],
      ...(last !== undefined && { search_after: [last] }),
    }
    const [response] = await cluster.searchAll<{ readonly id: string; readonly hash: string }>(
      index,
      [request],
      maxMs,
    )
    const hits = response!.hits.hits
    for (const { _source } of hits) hashes.set(_source.id, _source.hash)
    if (hits.length < hashesAtOnce) return hashes
    last = hits.at(-1)!._source.id
  }
}

const hashesAtOnce = 5000

/** The statistics of all talks, counted as they pass. */
interface Count {
  add(talk: Talk, document: TalkDocument): void
  readonly statistics: (corpus: WriteIndexOptions['corpus']) => Promise<readonly string[]>
}

function createCount(): Count {
  const counter = createCorpusCounter()
  const values = createDocValueCounter()
  return {
    add(talk, { uses, sequence }) {
      counter.add(decodeSequence(sequence, Uint32Array.from(uses, counter.numberOf)))
      values.add(talk)
    },
    statistics: (corpus) => packStatistics(corpus, counter.read(), values.dictionaries()),
  }
}

async function sendChanges(
  cluster: Cluster,
  index: string,
  options: WriteIndexOptions & { readonly count: Count | undefined },
  hashes: Map<string, string>,
): Promise<NonNullable<WrittenIndex['changed']>> {
  const { corpus, count } = options
  const sender = createBulkSender((lines) => sendBulk(cluster, index, lines))
  let [place, sent] = [0, 0]
  for await (const talk of corpus.talks) {
    const known = hashes.get(talk.id)
    const isNew = known === undefined || known !== talkHash(talk)
    hashes.delete(talk.id)
    const document = isNew || count ? buildTalkDocument(talk) : undefined
    if (document) count?.add(talk, document)
    if (document && isNew) {
      sent++
      const isFull = sender.add(
        [{ index: { _id: documentName(talk.id) } }, document],
        3 * document.talk.length,
      )
      if (isFull) {
        await expectHeld(options)
        await sender.flush()
        options.onProgress?.(place, corpus.talks.length)
      }
    }
    // Questions are answered meanwhile.
    if (++place % (document ? 10 : 200) === 0) await setImmediate()
  }
  for (const id of hashes.keys()) sender.add([{ delete: { _id: documentName(id) } }], id.length)
  await expectHeld(options)
  await sender.end()
  options.onProgress?.(place, corpus.talks.length)
  return { sent, removed: hashes.size }
}

/** Replaces the statistics of all talks. */
async function sendStatistics(
  cluster: Cluster,
  index: string,
  { corpus, search }: WriteIndexOptions,
  { madeAt, count }: { readonly madeAt: number; readonly count: Count | undefined },
): Promise<void> {
  const parts = search
    ? await packStatistics(corpus, await countIndex(search.index), search.docValues)
    : await count!.statistics(corpus)
  const old = { index, refresh: true, body: { query: { exists: { field: 'part' } } } }
  await cluster.ask((client) => client.deleteByQuery(old as never, patiently))
  for (const [part, statistics] of parts.entries()) {
    const document: StatisticsDocument = { part, statistics, corpusVersion: corpus.version, madeAt }
    await sendBulk(cluster, index, [{ index: { _id: `statistics-${part}` } }, document])
  }
}

/** Makes all of it searchable and copied to other nodes, and has readers find it. */
async function publish(
  cluster: Cluster,
  index: string,
  options: WriteIndexOptions,
  before: string | undefined,
): Promise<void> {
  await cluster.ask((client) => client.indices.refresh({ index }, patiently))
  // Without copies the first node to go would take the notes along. If making them takes long, they come later.
  await cluster
    .ask((client) => client.cluster.health({ index, wait_for_status: 'green', timeout: '30s' }, patiently))
    .catch(() => {})
  await expectHeld(options)
  const alias = aliasOf(options.name)
  const actions = [
    ...(before === undefined ? [] : [{ remove: { index: before, alias } }]),
    { remove: { index, alias: writersNameOf(index) } },
    { add: { index, alias } },
  ]
  await cluster.ask((client) =>
    client.indices.updateAliases({ body: { actions }, ...withManager } as never, patiently),
  )
}

export async function expectHeld({
  isHeld,
  signal,
}: Pick<WriteIndexOptions, 'isHeld' | 'signal'>): Promise<void> {
  signal?.throwIfAborted()
  if (isHeld && !(await isHeld()))
    throw new ClusterError('failed', 'Another Hallway has taken over the indexing.')
}

/** Indexing has time, in milliseconds. */
const maxMs = 120_000
const patiently = { requestTimeout: maxMs }
/** A cluster without a manager says so instead of waiting for one. */
const withManager = { cluster_manager_timeout: '10s' }
