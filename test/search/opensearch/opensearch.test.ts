/** Everything that needs a real OpenSearch cluster: the contract, indexing, and the loss of nodes. */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay, setImmediate } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { sectionOf } from '../../../src/notes/section.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { type Cluster, createCluster } from '../../../src/search/opensearch/cluster.ts'
import { createClusterSearch } from '../../../src/search/opensearch/cluster-search.ts'
import { readStatistics } from '../../../src/search/opensearch/current-index.ts'
import { createInProcessSimilarity } from '../../../src/search/opensearch/in-process-similarity.ts'
import {
  createOpenSearchEngine,
  type OpenSearchEngineOptions,
} from '../../../src/search/opensearch/opensearch-engine.ts'
import { createTalkIndex } from '../../../src/search/opensearch/talk-index.ts'
import { hasKnn } from '../../../src/search/opensearch/write/vector-index.ts'
import {
  aliasOf,
  type WriteIndexOptions,
  writeIndex,
} from '../../../src/search/opensearch/write/write-index.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import type { MeaningOfTalks } from '../../../src/search/rank/semantic-similarity.ts'
import { createEngineAway, SearchAway } from '../../../src/search/search-away.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import type { SearchEngine } from '../../../src/search/search-engine.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'
import { silent } from '../../helpers/silent-log.ts'
import { describeEngine } from '../engine-contract.ts'
import { startTestCluster, whyNoCluster } from './test-cluster.ts'

const reason = whyNoCluster()
if (reason !== undefined) test.skip(`OpenSearch (${reason})`, () => {})
else await describeOpenSearch()

async function describeOpenSearch(): Promise<void> {
  const nodes = await startTestCluster(3)
  const cluster = await createCluster({ addresses: nodes.addresses })
  afterAll(async () => {
    await cluster.close()
    await nodes.stop()
  })

  // Each question goes to other processes and back, a few times.
  const pace = { numRuns: 60, shortPage: 60 }
  describeEngine('the OpenSearch engine', (corpus) => openEngine(cluster, corpus), pace)

  describe('an index in the cluster', () => {
    const names = () => cluster.ask<object>((client) => client.indices.get({ index: '*' })).then(Object.keys)
    const namesOf = async ({ name }: WriteIndexOptions) =>
      (await names()).filter((index) => index.startsWith(aliasOf(name)))
    const other = makeTalk('other', { title: 'Kettles for other people' })

    test('takes only what has changed, and the one before stays until the next', async () => {
      const options = optionsFor({ talks: gardenTalks, version: 'one' })
      expect((await writeIndex(cluster, options)).changed).toEqual({ sent: gardenTalks.length, removed: 0 })
      expect((await writeIndex(cluster, options)).changed).toBeUndefined()
      const [first, ...rest] = gardenTalks
      const edited = { ...first!, title: 'Another title', summary: passage('It says otherwise now.') }
      const changed = optionsFor({ talks: [edited, ...rest.slice(1), other], version: 'two' }, options)
      expect((await writeIndex(cluster, changed)).changed).toEqual({ sent: 2, removed: 1 })
      expect(await namesOf(options)).toHaveLength(2)
      const third = optionsFor({ talks: [other], version: 'three' }, options)
      await writeIndex(cluster, third)
      expect(await namesOf(options)).toHaveLength(2)
    })

    test('answers as one that is made anew', async () => {
      const before = optionsFor({ talks: gardenTalks.slice(2), version: 'before' })
      await writeIndex(cluster, before)
      const talks = [other, ...gardenTalks.slice(0, -1)]
      const { current } = await writeIndex(cluster, optionsFor({ talks, version: 'after' }, before))
      const updated = createOpenSearchEngine(
        createTalkIndex(cluster, current.name),
        await readStatistics(cluster, current.name),
      )
      const fresh = await openEngine(cluster, { talks, version: 'after' })
      for (const question of ['compost heaps', 'kettles', 'rain water', 'speaker:rosa', 'tomatos']) {
        expect(await summaryOf(updated, question)).toEqual(await summaryOf(fresh, question))
      }
    })

    test('is never seen half: readers stay with the one before until all is there', async () => {
      const options = optionsFor({ talks: gardenTalks, version: 'one' })
      await writeIndex(cluster, options)
      const seen = new Set<number>()
      const counting = { isOver: false }
      const reading = (async () => {
        while (!counting.isOver) {
          const { count } = await cluster.ask<{ readonly count: number }>((client) =>
            client.count({
              index: aliasOf(options.name),
              body: { query: { exists: { field: 'id' } } },
            } as never),
          )
          seen.add(count)
        }
      })()
      await writeIndex(cluster, optionsFor({ talks: [...gardenTalks, other], version: 'two' }, options))
      counting.isOver = true
      await reading
      expect([gardenTalks.length, gardenTalks.length + 1]).toEqual(expect.arrayContaining([...seen]))
    })

    test('that breaks off leaves nothing behind that anybody reads, and the next one removes the rest', async () => {
      const options = optionsFor({ talks: gardenTalks, version: 'one' })
      await writeIndex(cluster, options)
      const lost = optionsFor({ talks: [other], version: 'two' }, options)
      await expect(writeIndex(cluster, { ...lost, isHeld: async () => false })).rejects.toThrow(/taken over/)
      expect(await namesOf(options)).toHaveLength(1)
      // A process that dies cannot clean up.
      const half = `${aliasOf(options.name)}-half`
      await cluster.ask((client) => client.indices.create({ index: half }))
      await writeIndex(cluster, lost)
      expect(await namesOf(options)).not.toContain(half)
    })

    test('is made by one of several processes, and the others follow', async () => {
      const name = { prefix: `shared-${randomUUID().slice(0, 8)}`, key: '0123456789ab' }
      const corpus = { talks: gardenTalks, version: 'shared' }
      const search = prepareSearch(gardenTalks)
      const own = createLunrEngine({ ...corpus, search })
      let holder: number | undefined
      const held: number[] = []
      const replicas = [0, 1, 2].map((replica) => {
        const replicaSearch = createClusterSearch({
          cluster: notClosing(cluster),
          name,
          log: silent,
          pauseMs: 50,
        })
        const engine = replicaSearch.serve({ corpus, search }, failing(own))
        replicaSearch.start({
          async hold() {
            holder ??= replica
            if (holder === replica) held.push(replica)
            return holder === replica
          },
          async release() {
            if (holder === replica) holder = undefined
          },
        })
        return { search: replicaSearch, engine }
      })
      for (const { engine } of replicas)
        await expect
          .poll(() =>
            engine.search(parseQuery('compost')).then(
              ({ total }) => total,
              () => 0,
            ),
          )
          .toBeGreaterThan(0)
      expect(new Set(held).size).toBe(1)
      await Promise.all(replicas.map((replica) => replica.search.close()))
    })
  })

  test('a process without an index of its own brings the notes in, and answers as one that has one', async () => {
    const corpus = { talks: gardenTalks, version: 'unindexed' }
    const opened = createClusterSearch({
      cluster: notClosing(cluster),
      name: { prefix: `unindexed-${randomUUID().slice(0, 8)}`, key: '0123456789ab' },
      log: silent,
      pauseMs: 50,
    })
    const engine = opened.serve({ corpus, search: undefined }, createEngineAway())
    await expect(engine.search(parseQuery('compost'))).rejects.toThrow(SearchAway)
    opened.start({ hold: async () => true, release: async () => {} })
    const names = () => engine.names().catch((error: unknown) => error)
    await expect.poll(names).not.toBeInstanceOf(SearchAway)
    const own = createLunrEngine(corpus)
    for (const question of ['compost', 'path join', 'tomatos', 'speaker:rosa'])
      expect(await summaryOf(engine, question)).toEqual(await summaryOf(own, question))
    await opened.close()
  })

  test('a cluster without k-NN is known to have none', async () => {
    expect(await hasKnn(cluster)).toBe(false)
  })

  test('the same question finds the same talks as in the embedded engine', async () => {
    const own = createLunrEngine({ talks: gardenTalks, version: 'garden' })
    const engine = await openEngine(cluster, { talks: gardenTalks, version: 'garden' })
    const questions = [
      ...['compost', 'Rosa Muller', 'C++', 'os.path.join', 'path join', 'codebase', 'green house', 'nlp'],
      ...[
        'tomatos',
        'what did they say about bees?',
        '"compost heap"',
        'compost -citrus',
        'tag:compost',
        'rain*',
      ],
    ]
    for (const question of questions) {
      expect([question, await summaryOf(engine, question)]).toEqual([
        question,
        await summaryOf(own, question),
      ])
    }
  })

  test.each([
    ['boiler', 'no word of it, near in meaning'],
    ['compost', 'words, and what is near'],
    ['compost -citrus', 'an exclusion, which leaves out what is near, too'],
    ['tomatoes worms', 'words, in another order'],
  ])('“%s” is found by meaning as in the embedded engine: %s', async (question) => {
    const { own, engine } = await openWithMeaning()
    for (const minShare of [0, 0.4]) {
      const [wanted, got] = [
        await summaryOf(own, question, minShare),
        await summaryOf(engine, question, minShare),
      ]
      expect([minShare, got]).toEqual([minShare, wanted])
    }
  })

  test('talks like one are found by words and by meaning as in the embedded engine', async () => {
    const { own, engine } = await openWithMeaning()
    for (const { id } of gardenTalks) {
      const [wanted, got] = [await own.similar(id), await engine.similar(id)].map((similar) =>
        similar.map(({ talk, isNear, score, coverage, shared }) => {
          return [talk.id, isNear, score.toFixed(2), coverage().toFixed(3), shared]
        }),
      )
      expect(wanted!.some(([, isNear]) => isNear)).toBe(true)
      expect([id, got]).toEqual([id, wanted])
    }
  })

  const openWithMeaning = async () => {
    const talks = gardenTalks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const cosines = Float32Array.from(
      talks,
      (_, number) => 0.1 + ((number * 7) % talks.length) / talks.length,
    )
    const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length
    const similarity = {
      ...{ cosines, mean, deviation: 0.2, chance: 0.3 },
      nearestPassage: (document: number) => ({ passage: 0, cosine: cosines[document]! }),
    }
    const meaning: MeaningOfTalks = {
      findSimilarity: async () => similarity,
      // A few talks are far from all.
      findSimilarityToTalk: (document) => ({
        ...{ mean: 0.2, deviation: 0.15 },
        cosines: cosines.map((cosine, other) => (other === document ? 1 : cosine - 0.05 * (document % 4))),
      }),
    }
    const own = createLunrEngine({ talks, version: 'garden' }, meaning)
    const ids = talks.map(({ id }) => id)
    const engine = await openEngine(
      cluster,
      { talks, version: 'garden' },
      { meaning: createInProcessSimilarity(meaning, ids) },
    )
    return { own, engine }
  }

  test('what only a transcript says chooses candidates no more than it ranks them', async () => {
    const transcript = (words: string) => [sectionOf('Transcript', 9, [passage(words)])]
    const spoken = Array.from({ length: 12 }, (_, number) =>
      makeTalk(`spoken${number}`, {
        title: `Buses ${number}`,
        sections: transcript(`zithers and more zithers zithers, said number ${number}`),
      }),
    )
    const written = makeTalk('written', {
      title: 'Instruments',
      summary: passage('A long text on strings and wood. It tells of many other things too.'),
      takeaways: [passage('There are zithers.')],
    })
    const others = Array.from({ length: 30 }, (_, number) => makeTalk(`other${number}`, { title: 'Trams' }))
    const corpus = { talks: [...spoken, ...others, written], version: 'spoken' }
    const parameters = { ...defaultParameters, depth: { ...defaultParameters.depth, candidates: 2 } }
    const engine = await openEngine(cluster, corpus, { parameters })
    const idsOf = async (of: SearchEngine) =>
      (await of.search(parseQuery('zithers'))).results.map(({ talk }) => talk.id)
    const [first] = await idsOf(createLunrEngine(corpus))
    expect(first).toBe('odd/written')
    expect((await idsOf(engine))[0]).toBe('odd/written')
    // Words side by side are known of transcripts, too.
    const halves = await (await openEngine(cluster, corpus)).search(parseQuery('morezithers'))
    expect(halves.total).toBe((await createLunrEngine(corpus).search(parseQuery('morezithers'))).total)
  })

  test('an index of talks that come one by one answers as one of all of them', async () => {
    const corpus = { talks: gardenTalks, version: 'streamed' }
    const stream = {
      length: gardenTalks.length,
      async *[Symbol.asyncIterator]() {
        yield* gardenTalks.toReversed()
      },
    }
    const { name } = optionsFor(corpus)
    const { current, changed } = await writeIndex(cluster, { name, corpus: { ...corpus, talks: stream } })
    expect(changed).toEqual({ sent: gardenTalks.length, removed: 0 })
    const streamed = createOpenSearchEngine(
      createTalkIndex(cluster, current.name),
      await readStatistics(cluster, current.name),
    )
    const own = createLunrEngine(corpus)
    for (const question of ['compost heaps', 'tomatos', 'os.path.join', 'speaker:rosa', 'path join'])
      expect(await summaryOf(streamed, question)).toEqual(await summaryOf(own, question))
  })

  test('pages end where the engine says that they do, and the rest is counted', async () => {
    const talks = Array.from({ length: 30 }, (_, number) => makeTalk(`kettle${number}`, { title: 'Kettles' }))
    const engine = await openEngine(cluster, { talks, version: 'kettles' }, { pagedTo: 25 })
    for (const sort of ['relevance', 'newest'] as const) {
      const last = await engine.search(parseQuery('kettles'), { limit: 10, offset: 20, sort })
      expect(last).toMatchObject({ offset: 20, total: 30, pagedTo: 25 })
      expect(last.results).toHaveLength(5)
      expect(await engine.search(parseQuery('kettles'), { limit: 10, offset: 100, sort })).toMatchObject({
        offset: 20,
      })
    }
  })

  describe('while nodes are lost', () => {
    const talks = [
      ...gardenTalks,
      ...Array.from({ length: 300 }, (_, number) =>
        makeTalk(`talk${number}`, { title: `Compost ${number}` }),
      ),
    ].sort((a, b) => (a.id < b.id ? -1 : 1))
    const corpus = { talks, version: 'lost' }
    const data = prepareSearch(talks)
    const open = async (own: SearchEngine) => {
      const search = createClusterSearch({
        cluster: await createCluster({ addresses: nodes.addresses }),
        name: { prefix: `lost-${randomUUID().slice(0, 8)}`, key: '0123456789ab' },
        log: silent,
        pauseMs: 200,
      })
      const engine = search.serve({ corpus, search: data }, own)
      search.start({ hold: async () => true, release: async () => {} })
      return { search, engine }
    }
    /** Asks without a pause while something happens; all answers. */
    const askWhile = async (engine: SearchEngine, happens: () => Promise<void>) => {
      const asking = { isOver: false }
      const loops = Array.from({ length: 3 }, async () => {
        let answers = 0
        let standIns = 0
        while (!asking.isOver) {
          const { total, isStandIn } = await engine.search(parseQuery('compost heap'))
          expect(total).toBeGreaterThan(300)
          answers++
          if (isStandIn) standIns++
          // The own engine answers within one step, and other things have to happen, too.
          await setImmediate()
        }
        return { answers, standIns }
      })
      const asked = Promise.all(loops)
      await Promise.race([happens(), asked]).finally(() => {
        asking.isOver = true
      })
      const counted = await asked
      return {
        answers: counted.reduce((sum, { answers }) => sum + answers, 0),
        standIns: counted.reduce((sum, { standIns }) => sum + standIns, 0),
      }
    }

    test('no answer fails: a node, the manager, a hung one, two of three; with none left the own index answers and says so', async () => {
      // What other tests left would all be copied whenever a node comes back.
      await cluster.ask((client) =>
        client.indices.delete({ index: 'test-*,shared-*' }, { requestTimeout: 60_000 }),
      )
      const { search, engine } = await open(createLunrEngine({ ...corpus, search: data }))
      const isServed = async () => {
        const { isStandIn } = await engine.search(parseQuery('compost'))
        return isStandIn === undefined
      }
      await search.look()
      await nodes.healthy(3)
      const lose = (lost: readonly number[], signal: NodeJS.Signals = 'SIGKILL') =>
        askWhile(engine, async () => {
          for (const node of lost) nodes.signal(node, signal)
          await delay(4000)
        })
      const bringBack = async (lost: readonly number[]) => {
        for (const node of lost) nodes.restart(node)
        await nodes.healthy(3)
        await expect.poll(isServed).toBe(true)
      }

      const others = async () => {
        const manager = await nodes.manager()
        return [0, 1, 2].filter((node) => node !== manager)
      }
      /** Loses a node that no answer misses. What stands in for the cluster while this process stood still is no fault of it: it is lost anew. */
      const loseUnmissed = async (choose: () => Promise<number>) => {
        for (let tries = 1; ; tries += 1) {
          const node = await choose()
          const { standIns } = await lose([node])
          if (standIns === 0 || tries === 3) {
            expect(standIns).toBe(0)
            return node
          }
          await bringBack([node])
        }
      }
      const anyOther = async () => (await others())[0]!

      const first = await anyOther()
      const hung = await lose([first], 'SIGSTOP')
      nodes.signal(first, 'SIGCONT')
      expect(hung.answers).toBeGreaterThan(0)
      await nodes.healthy(3)
      await expect.poll(isServed).toBe(true)

      await bringBack([await loseUnmissed(anyOther)])

      // The manager, then another one: two of three.
      const manager = await loseUnmissed(nodes.manager)
      const [second, last] = [0, 1, 2].filter((node) => node !== manager)
      expect((await lose([second!])).answers).toBeGreaterThan(0)
      await expect.poll(isServed).toBe(true)

      expect((await lose([last!])).standIns).toBeGreaterThan(0)
      expect(await engine.search(parseQuery('compost'))).toMatchObject({ isStandIn: true })
      await bringBack([0, 1, 2])
      await search.close()
    }, 1_200_000)
  })
}

async function openEngine(
  cluster: Cluster,
  corpus: Pick<Corpus, 'talks' | 'version'>,
  options: OpenSearchEngineOptions = {},
): Promise<SearchEngine> {
  const { current } = await writeIndex(cluster, optionsFor(corpus))
  return createOpenSearchEngine(
    createTalkIndex(cluster, current.name),
    await readStatistics(cluster, current.name),
    options,
  )
}

/** @param like in the indices of these */
function optionsFor(
  { talks: given, version }: { readonly talks: readonly Talk[]; readonly version: string },
  like?: WriteIndexOptions,
): WriteIndexOptions {
  const talks = given.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const name = like?.name ?? { prefix: `test-${randomUUID().slice(0, 8)}`, key: '0123456789ab' }
  return { name, corpus: { talks, version }, search: prepareSearch(talks) }
}

/** What an engine says to a question, to compare. */
async function summaryOf(engine: SearchEngine, question: string, minShare = 0) {
  const { results, total, didYouMean, facets, bestCoverage } = await engine.search(parseQuery(question), {
    facets: 3,
    minShare,
  })
  return {
    talks: results.map(({ talk, quote }) => [talk.id, quote(200).text, quote(200).highlights]),
    scores: results.map(({ score, coverage }) => [score.toFixed(2), coverage().toFixed(3)]),
    total,
    didYouMean,
    facets,
    bestCoverage: bestCoverage.toFixed(3),
  }
}

/** Several replicas share the connection of a test. */
function notClosing(cluster: Cluster): Cluster {
  return { ...cluster, close: async () => {} }
}

/** So that what answers is the cluster. */
function failing(engine: SearchEngine): SearchEngine {
  return { ...engine, search: () => Promise.reject(new Error('asked of the own engine')) }
}
