import type { Corpus } from '../../notes/corpus.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SearchData } from '../search-data.ts'
import type { Cluster } from './cluster.ts'
import { ClusterError } from './cluster-error.ts'
import { packStatistics } from './corpus-statistics.ts'
import { type CurrentIndex, findCurrentIndex } from './current-index.ts'
import { type Clause, indexMapping, indexSettings, type StatisticsDocument } from './index-mapping.ts'
import { buildTalkDocument, documentName, talkHash } from './talk-document.ts'

/** What indices are called. */
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

export interface WriteIndexOptions {
  readonly name: IndexName
  readonly corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'>
  readonly search: SearchData
  /** Asked before each step: whether we are still the one that indexes. Default: always. */
  readonly isHeld?: () => Promise<boolean>
  /** Hears now and then how many of the changed talks are in. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
}

export interface WrittenIndex {
  readonly current: CurrentIndex
  /** How many talks were sent and removed; undefined if the index was current already. */
  readonly changed?: { readonly sent: number; readonly removed: number }
}

/**
 * Brings the corpus into the cluster: into a new index, to which the alias is switched once all is there, so that no reader
 * sees half of it. Where an index is there, the new one begins as its copy, which costs the cluster next to nothing, and only
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
    const changed = await sendChanges(cluster, index, options, hashes)
    await sendStatistics(cluster, index, options, madeAt)
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
    const [, ofKey] = /^-([\da-f]{12})-[\da-z]+$/.exec(index.slice(prefix.length)) ?? []
    if (ofKey === undefined || index === current?.name) continue
    if (ofKey === key || isSettled) await removeIndex(cluster, index)
  }
}

/** How long versions of Hallway may run side by side, in milliseconds. */
const upgradeMs = 60 * 60 * 1000

async function removeIndex(cluster: Cluster, index: string): Promise<void> {
  await cluster.ask((client) => client.indices.delete({ index, ignore_unavailable: true }, patiently))
}

/** Talks are sent to this name: if the index is gone, sending fails, and nothing is made in its place. */
function writersNameOf(index: string): string {
  return `${index}-w`
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

const copySettings: Clause = { 'index.blocks.write': null, 'index.refresh_interval': -1 }

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

async function sendChanges(
  cluster: Cluster,
  index: string,
  options: WriteIndexOptions,
  hashes: ReadonlyMap<string, string>,
): Promise<NonNullable<WrittenIndex['changed']>> {
  const { talks } = options.corpus
  const changed: Talk[] = []
  for (const [place, talk] of talks.entries()) {
    if (hashes.get(talk.id) !== talkHash(talk)) changed.push(talk)
    if (place % 200 === 199) await breathe()
  }
  const ids = new Set(talks.map(({ id }) => id))
  const gone = [...hashes.keys()].filter((id) => !ids.has(id))
  await send(
    cluster,
    index,
    gone.map((id) => ({ delete: { _id: documentName(id) } })),
  )
  let lines: object[] = []
  let length = 0
  for (const [place, talk] of changed.entries()) {
    const document = buildTalkDocument(talk)
    lines.push({ index: { _id: documentName(talk.id) } }, document)
    length += 3 * document.talk.length
    if (length < maxLengthAtOnce && place + 1 < changed.length) continue
    await expectHeld(options)
    await send(cluster, index, lines)
    options.onProgress?.(place + 1, changed.length)
    lines = []
    length = 0
    await breathe()
  }
  return { sent: changed.length, removed: gone.length }
}

/** UTF-16 units of documents in one request, roughly: a few megabytes. */
const maxLengthAtOnce = 3_000_000

/**
 * One bulk request. The client's own helper for many of them can wait for ever, where a request takes longer than its
 * flush interval.
 */
async function send(cluster: Cluster, index: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return
  const { errors, items } = await cluster.ask<BulkAnswer>((client) =>
    client.bulk({ index: writersNameOf(index), require_alias: true, body: [...lines] }, patiently),
  )
  if (!errors) return
  const problem = items.flatMap((item) => Object.values(item)).find(({ error }) => error)
  throw new ClusterError(
    'failed',
    `OpenSearch did not take a talk: ${problem?.error?.reason ?? 'no reason given'}.`,
  )
}

interface BulkAnswer {
  readonly errors: boolean
  readonly items: readonly Readonly<Record<string, { readonly error?: { readonly reason?: string } }>>[]
}

/** Puts what all talks know together in place of what they knew before. */
async function sendStatistics(
  cluster: Cluster,
  index: string,
  { corpus, search }: WriteIndexOptions,
  madeAt: number,
): Promise<void> {
  const parts = await packStatistics(corpus, search)
  const old = { index, refresh: true, body: { query: { exists: { field: 'part' } } } }
  await cluster.ask((client) => client.deleteByQuery(old as never, patiently))
  for (const [part, statistics] of parts.entries()) {
    const document: StatisticsDocument = { part, statistics, corpusVersion: corpus.version, madeAt }
    await send(cluster, index, [{ index: { _id: `statistics-${part}` } }, document])
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
  // Without copies the first node to go would take the notes along. Where making them takes long, they come later.
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

async function expectHeld({ isHeld, signal }: WriteIndexOptions): Promise<void> {
  signal?.throwIfAborted()
  if (isHeld && !(await isHeld()))
    throw new ClusterError('failed', 'Another Hallway has taken over the indexing.')
}

/** Questions are answered meanwhile. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Indexing has time, in milliseconds. */
const maxMs = 120_000
const patiently = { requestTimeout: maxMs }
/** A cluster without a manager says so instead of waiting for one. */
const withManager = { cluster_manager_timeout: '10s' }
