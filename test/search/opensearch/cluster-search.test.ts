import { expect, onTestFinished, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import type { Cluster, SearchRequest } from '../../../src/search/opensearch/cluster.ts'
import { ClusterError } from '../../../src/search/opensearch/cluster-error.ts'
import { createClusterSearch } from '../../../src/search/opensearch/cluster-search.ts'
import { packStatistics } from '../../../src/search/opensearch/corpus-statistics.ts'
import { countIndex } from '../../../src/search/opensearch/count-corpus.ts'
import type { CurrentIndex } from '../../../src/search/opensearch/current-index.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { createEngineAway, SearchAway } from '../../../src/search/search-away.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { gardenTalks } from '../../corpora/garden.ts'

const search = prepareSearch(gardenTalks)
const corpus = { talks: gardenTalks, version: 'ours' }
const own = createLunrEngine({ ...corpus, search })
const query = parseQuery('compost')

/** What a cluster says whose index has the notes' statistics, and no talk that fits any question. */
async function openSearch({
  current,
  isAway = false,
  isIndexed = true,
}: {
  readonly current?: CurrentIndex
  readonly isAway?: boolean
  readonly isIndexed?: boolean
}) {
  const parts = await packStatistics(corpus, await countIndex(search.index), search.docValues)
  const state = { current, isAway, parts, time: 1000, holds: 0 }
  const lines: string[] = []
  const hitsFor = ({ query: asked }: SearchRequest): object[] => {
    const clause = JSON.stringify(asked)
    if (clause.includes('"term":{"part":0}')) return state.current ? [sourceOf(state.current)] : []
    return clause.includes('"exists":{"field":"part"}')
      ? state.parts.map((statistics) => ({ _source: { statistics } }))
      : []
  }
  const cluster: Cluster = {
    async searchAll(_, requests) {
      if (state.isAway) throw new ClusterError('away', 'Nothing listens.')
      return requests.map((request) => ({
        timed_out: false,
        hits: { total: { value: 0 }, hits: hitsFor(request) as never },
      }))
    },
    ask: () => Promise.reject(new ClusterError('failed', 'Nothing can be written.')),
    close: async () => {},
  }
  const opened = createClusterSearch({
    cluster,
    name: { prefix: 'test', key: '0123456789ab' },
    log: { info: (line) => lines.push(line), warn: (line) => lines.push(line) },
    now: () => state.time,
    // Looks are asked for.
    pauseMs: 1_000_000,
  })
  onTestFinished(() => opened.close())
  const serve = (version: string) =>
    isIndexed
      ? opened.serve({ corpus: { ...corpus, version }, search }, own)
      : opened.serve({ corpus: { ...corpus, version }, search: undefined }, createEngineAway())
  const engine = serve('ours')
  opened.start({
    async hold() {
      state.holds++
      return true
    },
    release: async () => {},
  })
  await opened.look()
  return { state, lines, engine, serve, look: opened.look, isAway: opened.isAway }
}

const sourceOf = ({ name, ...source }: CurrentIndex) => ({ _index: name, _source: source })

test('asks the cluster once it has these very notes, and the own engine as long as it has others', async () => {
  const { state, engine, look } = await openSearch({
    current: { name: 'a', corpusVersion: 'theirs', madeAt: 2000 },
  })
  expect(await engine.search(query)).toMatchObject({ total: 2 })
  expect(await engine.search(query)).not.toHaveProperty('isStandIn')
  state.current = { name: 'b', corpusVersion: 'ours', madeAt: 3000 }
  await look()
  expect(await engine.search(query)).toMatchObject({ total: 0, corpusVersion: 'ours' })
})

test('nobody waits for a cluster that is away, both are told once, and it is asked again when it is back', async () => {
  const { state, lines, engine, look, isAway } = await openSearch({
    current: { name: 'a', corpusVersion: 'ours', madeAt: 2000 },
  })
  state.isAway = true
  expect(isAway()).toBe(false)
  expect(await engine.search(query)).toMatchObject({ total: 2, isStandIn: true })
  expect(isAway()).toBe(true)
  await look()
  expect(await engine.search(query)).toMatchObject({ total: 2, isStandIn: true })
  expect(lines.filter((line) => line.includes('Nothing listens'))).toHaveLength(1)
  state.isAway = false
  await look()
  expect(await engine.search(query)).toMatchObject({ total: 0 })
  expect([lines.at(-1), isAway()]).toEqual(['OpenSearch answers again.', false])
})

test('an index that cannot be read is told of in a sentence, and the own engine answers', async () => {
  const { state, lines, engine, look } = await openSearch({})
  state.current = { name: 'a', corpusVersion: 'ours', madeAt: 2000 }
  state.parts = ['AAAA']
  await look()
  expect(lines.at(-1)).toMatch(
    /^OpenSearch does not answer as it should \(.+\)\. Until it does, this machine/,
  )
  expect(await engine.search(query)).toMatchObject({ total: 2, isStandIn: true })
})

test('notes that have changed since the index was made are brought in at once', async () => {
  expect((await openSearch({})).state.holds).toBe(1)
  const older = { name: 'a', corpusVersion: 'theirs', madeAt: 500 }
  const { state, lines, look } = await openSearch({ current: older })
  expect(state.holds).toBe(1)
  const told = 'The notes could not be brought into OpenSearch: Nothing can be written.'
  expect(lines).toEqual([told])
  await look()
  expect(state.holds).toBe(1)
  state.time += 60_000
  await look()
  expect(state.holds).toBe(2)
  expect(lines).toEqual([told])
})

test('an index that was made since may have newer notes: it is replaced if they do not come within a minute', async () => {
  const { state, lines, look } = await openSearch({
    current: { name: 'a', corpusVersion: 'theirs', madeAt: 2000 },
  })
  state.time += 59_000
  await look()
  expect(state.holds).toBe(0)
  state.time += 1_000
  await look()
  expect(state.holds).toBe(1)
  expect(lines.some((line) => line.includes('HALLWAY_SEARCH_INDEX'))).toBe(true)
})

test('without an index of its own a process says that search is away while it is, and recovers by itself', async () => {
  const { state, lines, engine, look } = await openSearch({
    current: { name: 'a', corpusVersion: 'theirs', madeAt: 2000 },
    isIndexed: false,
  })
  // What others have in the same cluster is never shown as ours.
  await expect(engine.search(query)).rejects.toThrow(SearchAway)
  state.current = { name: 'b', corpusVersion: 'ours', madeAt: 3000 }
  await look()
  expect(await engine.search(query)).toMatchObject({ total: 0, corpusVersion: 'ours' })
  state.isAway = true
  await expect(engine.search(query)).rejects.toThrow(SearchAway)
  await look()
  await expect(engine.topics()).rejects.toThrow(SearchAway)
  expect(lines.at(-1)).toBe('Nothing listens. Until it does, who asks is told that search is away.')
  state.isAway = false
  await look()
  expect(await engine.search(query)).toMatchObject({ total: 0 })
})

test('without an index of its own a process answers from the notes before, until the cluster has the new ones', async () => {
  const { state, serve, look } = await openSearch({
    current: { name: 'a', corpusVersion: 'ours', madeAt: 2000 },
    isIndexed: false,
  })
  const engine = serve('edited')
  expect(await engine.search(query)).toMatchObject({ corpusVersion: 'ours' })
  state.current = { name: 'b', corpusVersion: 'edited', madeAt: 3000 }
  await look()
  expect(await engine.topics()).toEqual(await own.topics())
})
