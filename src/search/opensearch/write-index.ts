import type { Corpus } from '../../notes/corpus.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SearchData } from '../search-data.ts'
import type { Cluster } from './cluster.ts'
import { ClusterError } from './cluster-error.ts'
import { packStatistics } from './corpus-statistics.ts'
import { type CurrentIndex, findCurrentIndex } from './current-index.ts'
import { type Clause, indexMapping, indexSettings } from './index-mapping.ts'
import { buildTalkDocument, documentName, talkHash } from './talk-document.ts'

export interface WriteIndexOptions {
  /** The name that readers ask for; indices are called so with an ending. */
  readonly alias: string
  /** Indices of another key are made anew, talk by talk: see `indexKey`. */
  readonly key: string
  readonly corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'>
  readonly search: SearchData
  /** Asked before each step: whether we are still the one that indexes. */
  readonly isHeld: () => Promise<boolean>
  /** Hears now and then how many of the changed talks are in. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

export interface WrittenIndex {
  readonly current: CurrentIndex
  /** How many talks were sent and removed; undefined if the index was current already. */
  readonly changed?: { readonly sent: number; readonly removed: number }
}

/**
 * Brings the corpus into the cluster: into a new index, to which the alias is switched once all is there, so that no reader
 * sees half of it. If an index of the same key is there, the new one begins as its copy, which costs the cluster next to
 * nothing, and only what differs is sent. What breaks off leaves an index behind that nobody reads; the next one who indexes
 * removes it.
 * @throws {ClusterError}
 */
export async function writeIndex(cluster: Cluster, options: WriteIndexOptions): Promise<WrittenIndex> {
  const { alias, key, corpus } = options
  const before = await findCurrentIndex(cluster, alias)
  if (before?.key === key && before.corpusVersion === corpus.version) return { current: before }
  await removeOthers(cluster, alias, before?.name)
  const name = `${alias}-${Date.now().toString(36)}`
  try {
    const isCopy = before?.key === key
    await (isCopy ? copyIndex(cluster, before.name, name) : createIndex(cluster, name, corpus.talks.length))
    const changed = await sendChanges(
      cluster,
      name,
      options,
      isCopy ? await readHashes(cluster, name) : new Map(),
    )
    await finish(cluster, name, options, before?.name)
    return { current: { name, key, corpusVersion: corpus.version }, changed }
  } catch (error) {
    await cluster
      .ask((client) => client.indices.delete({ index: name, ignore_unavailable: true }))
      .catch(() => {})
    throw error
  }
}

/** Removes what earlier attempts left, and the index before the one that is read: those who read it had all the time since. */
async function removeOthers(cluster: Cluster, alias: string, current: string | undefined): Promise<void> {
  const all = await cluster.ask<object>((client) =>
    client.indices.get({ index: `${alias}-*`, expand_wildcards: 'open' }),
  )
  const others = Object.keys(all).filter((name) => name !== current && isOurs(name, alias))
  for (const index of others)
    await cluster.ask((client) => client.indices.delete({ index, ignore_unavailable: true }))
}

/** Another alias may begin with ours. */
function isOurs(name: string, alias: string): boolean {
  return /^[a-z\d]+$/.test(name.slice(alias.length + 1))
}

async function createIndex(cluster: Cluster, index: string, talkCount: number): Promise<void> {
  const body = { settings: { index: indexSettings(talkCount) }, mappings: indexMapping }
  await cluster.ask((client) => client.indices.create({ index, body } as never, patiently))
}

async function copyIndex(cluster: Cluster, from: string, index: string): Promise<void> {
  // Copies are made of what nobody writes into, as is true of an index that is read.
  await cluster.ask((client) => client.indices.addBlock({ index: from, block: 'write' }, patiently))
  const settings = {
    'index.blocks.write': null,
    ...pick(indexSettings(1), ['auto_expand_replicas', 'refresh_interval']),
  }
  await cluster.ask((client) =>
    client.indices.clone({ index: from, target: index, body: { settings } } as never, patiently),
  )
  await cluster.ask((client) =>
    client.cluster.health(
      { index, wait_for_status: 'yellow', wait_for_no_initializing_shards: false, timeout: '60s' },
      patiently,
    ),
  )
}

function pick(clause: Clause, names: readonly string[]): Clause {
  return Object.fromEntries(names.map((name) => [name, clause[name]]))
}

/** By id: the hash of each talk that the index has. */
async function readHashes(cluster: Cluster, index: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  let last: string | undefined
  for (;;) {
    const request = {
      query: { exists: { field: 'id' } },
      sort: [{ id: 'asc' }],
      size: 5000,
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
    if (hits.length < 5000) return hashes
    last = hits.at(-1)!._source.id
  }
}

async function sendChanges(
  cluster: Cluster,
  index: string,
  { corpus, isHeld, onProgress, signal }: WriteIndexOptions,
  hashes: ReadonlyMap<string, string>,
): Promise<NonNullable<WrittenIndex['changed']>> {
  const changed: Talk[] = []
  const isThere = new Set<string>()
  for (const [place, talk] of corpus.talks.entries()) {
    isThere.add(talk.id)
    if (hashes.size === 0 || hashes.get(talk.id) !== talkHash(talk)) changed.push(talk)
    // Questions are answered meanwhile.
    if (place % 200 === 199) await breathe()
  }
  const gone = [...hashes.keys()].filter((id) => !isThere.has(id))
  for (let from = 0; from < gone.length; from += 5000) {
    const actions = gone.slice(from, from + 5000).map((id) => ({ delete: { _id: documentName(id) } }))
    await send(cluster, index, actions)
  }
  let lines: object[] = []
  let size = 0
  for (const [place, talk] of changed.entries()) {
    const document = buildTalkDocument(talk)
    lines.push({ index: { _id: documentName(talk.id) } }, document)
    size += 3 * document.talk.length
    if (size < maxBulkLength && place + 1 < changed.length) continue
    signal?.throwIfAborted()
    if (!(await isHeld())) throw new ClusterError('failed', 'Another Hallway has taken over the indexing.')
    await send(cluster, index, lines)
    onProgress?.(place + 1, changed.length)
    lines = []
    size = 0
  }
  return { sent: changed.length, removed: gone.length }
}

/**
 * One bulk request. The client's own helper for many of them can wait for ever, where a request takes longer than its
 * flush interval.
 */
async function send(cluster: Cluster, index: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return
  const { errors, items } = await cluster.ask<BulkAnswer>((client) =>
    client.bulk({ index, body: [...lines] }, patiently),
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

/** Adds what all talks know together, makes all of it searchable and copied, and has readers find it. */
async function finish(
  cluster: Cluster,
  index: string,
  { alias, key, corpus, search, isHeld, signal }: WriteIndexOptions,
  before: string | undefined,
): Promise<void> {
  const parts = await packStatistics(corpus, search)
  await cluster.ask((client) =>
    client.deleteByQuery(
      { index, refresh: true, body: { query: { exists: { field: 'part' } } } } as never,
      patiently,
    ),
  )
  for (const [part, statistics] of parts.entries())
    await send(cluster, index, [{ index: { _id: `statistics-${part}` } }, { part, statistics }])
  await cluster.ask((client) => client.indices.refresh({ index }, patiently))
  const meta = { _meta: { key, corpusVersion: corpus.version } }
  await cluster.ask((client) => client.indices.putMapping({ index, body: meta } as never, patiently))
  // Copies on other nodes: without them the first node to go would take the notes along. Where they take long, they come later.
  await cluster
    .ask((client) => client.cluster.health({ index, wait_for_status: 'green', timeout: '30s' }, patiently))
    .catch(() => {})
  signal?.throwIfAborted()
  if (!(await isHeld())) throw new ClusterError('failed', 'Another Hallway has taken over the indexing.')
  const actions = [
    ...(before === undefined ? [] : [{ remove: { index: before, alias } }]),
    { add: { index, alias } },
  ]
  await cluster.ask((client) => client.indices.updateAliases({ body: { actions } } as never, patiently))
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Indexing has time, in milliseconds. */
const maxMs = 120_000
const patiently = { requestTimeout: maxMs }

/** UTF-16 units of documents in one request, roughly: a few megabytes. */
const maxBulkLength = 3_000_000
