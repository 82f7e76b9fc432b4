/** Search by meaning through a real cluster with the k-NN plugin. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createSimilarityFinder } from '../../../src/meaning/vectors/similarity-finder.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { createCluster } from '../../../src/search/opensearch/cluster.ts'
import { createClusterSearch } from '../../../src/search/opensearch/cluster-search.ts'
import { findVectorIndex, hasKnn } from '../../../src/search/opensearch/write/vector-index.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { nearestOf } from '../../../src/search/rank/fuse-meaning.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import type { MeaningOfTalks } from '../../../src/search/rank/semantic-similarity.ts'
import { createEngineAway } from '../../../src/search/search-away.ts'
import type { SearchEngine } from '../../../src/search/search-engine.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'
import { passagesOf, unit } from '../../meaning/vectors/make-vectors.ts'
import { startTestCluster, whyNoCluster } from './test-cluster.ts'

const reason = whyNoCluster('TEST_OPENSEARCH_KNN')
if (reason !== undefined) test.skip(`k-NN (${reason})`, () => {})
else await describeKnn()

async function describeKnn(): Promise<void> {
  const nodes = await startTestCluster(1, { home: 'TEST_OPENSEARCH_KNN' })
  const cluster = await createCluster({ addresses: nodes.addresses })
  afterAll(async () => {
    await cluster.close()
    await nodes.stop()
  })
  const vectorIndices = async (prefix: string) =>
    Object.keys(await cluster.ask<object>((client) => client.indices.get({ index: `${prefix}-vectors-*` })))

  /** A process without an index of its own. */
  function openReplica() {
    const prefix = `knn-${randomUUID().slice(0, 8)}`
    const log: string[] = []
    const note = (line: string) => void log.push(line)
    const search = createClusterSearch({
      cluster: { ...cluster, close: async () => {} },
      name: { prefix, key: '0123456789ab' },
      log: { info: note, warn: note },
      pauseMs: 50,
    })
    search.start({ hold: async () => true, release: async () => {} })
    return {
      ...{ prefix, log, search },
      /** Resolves once the cluster finds these talks by their vectors. */
      async serve(talks: readonly Talk[], meaning: MeaningOfTalks, version: string): Promise<SearchEngine> {
        const engine = search.serve(
          { corpus: { talks, version }, search: undefined, meaning },
          createEngineAway(),
        )
        const line = `Talks near in meaning are found by k-NN in OpenSearch (version ${version} of the notes).`
        await expect.poll(() => log.join('\n')).toContain(line)
        return engine
      },
    }
  }

  test('the cluster is known to have it', async () => {
    expect(await hasKnn(cluster)).toBe(true)
  })

  describe('vectors in the cluster', () => {
    const talks = gardenTalks.toSorted((a, b) => (a.id < b.id ? -1 : 1))

    test('find what is near as comparing with all talks does', async () => {
      const { meaning, exact, counts } = meaningOf(talks)
      const replica = openReplica()
      const engine = await replica.serve(talks, meaning, 'one')
      const own = createLunrEngine({ talks, version: 'one' }, exact)
      for (const question of ['boiler', 'compost', 'compost -citrus', 'tomatoes worms', 'who feeds bees?'])
        expect([question, await summaryOf(engine, question)]).toEqual([
          question,
          await summaryOf(own, question),
        ])
      expect(counts.all).toBe(0)
      await replica.search.close()
    })

    test('follow the notes, by what has changed alone, and those of another model replace them', async () => {
      const replica = openReplica()
      await replica.serve(talks, meaningOf(talks).meaning, 'one')
      const [first, , ...rest] = talks
      const changed = [
        { ...first!, title: 'Something else' },
        ...rest,
        makeTalk('zebra', { title: 'Zebras' }),
      ]
      const { meaning, exact, asked } = meaningOf(changed)
      const engine = await replica.serve(changed, meaning, 'two')
      expect(asked).toEqual(new Set([0, changed.length - 1]))
      const own = createLunrEngine({ talks: changed, version: 'two' }, exact)
      expect(await summaryOf(engine, 'boiler')).toEqual(await summaryOf(own, 'boiler'))
      const [before] = await vectorIndices(replica.prefix)
      await replica.serve(changed, meaningOf(changed, 'cccccccccccc').meaning, 'two')
      await expect
        .poll(() => vectorIndices(replica.prefix))
        .toEqual([before!.replace(/\w+$/, 'cccccccccccc')])
      await replica.search.close()
    })

    test('that are gone are done without, and brought in again', async () => {
      const replica = openReplica()
      const { meaning, exact, counts } = meaningOf(talks)
      const engine = await replica.serve(talks, meaning, 'one')
      const own = await summaryOf(createLunrEngine({ talks, version: 'one' }, exact), 'boiler')
      const [index] = await vectorIndices(replica.prefix)
      await cluster.ask((client) => client.indices.delete({ index: index! }))
      // While its shards go, the cluster may say for a moment that a part of the index is away; it may be back by the next question.
      await expect.poll(() => summaryOf(engine, 'boiler').catch(String)).toEqual(own)
      await expect.poll(() => vectorIndices(replica.prefix)).toEqual([index])
      await expect
        .poll(async () => {
          const before = counts.all
          return [await summaryOf(engine, 'boiler'), counts.all - before]
        })
        .toEqual([own, 0])
      await replica.search.close()
    })
  })

  test('nearly all of the fifty nearest of 3,000 talks are found', async () => {
    const talks = Array.from({ length: 3000 }, (_, number) =>
      makeTalk(`talk${String(number).padStart(4, '0')}`, { title: 'Trams' }),
    )
    const { meaning, exact } = meaningOf(talks)
    const replica = openReplica()
    await replica.serve(talks, meaning, 'many')
    const [name] = await vectorIndices(replica.prefix)
    const index = (await findVectorIndex(cluster, name!, 'many'))!
    let found = 0
    for (let question = 0; question < 20; question++) {
      const text = `question ${question}`
      const { vector } = (await meaning.byVectors!.ask([text], 100))!
      const near = new Set(await index.nearest(vector, 5000))
      const { cosines } = (await exact.findSimilarity([text], 100))!
      found += nearestOf(cosines, undefined, 50).filter((number) => near.has(talks[number]!.id)).length
    }
    expect(found / (20 * 50)).toBeGreaterThan(0.9)
    await replica.search.close()
  })
}

/** Vectors by chance, the same for the same text. `exact` compares with all talks; `meaning` tells in `counts` how often it had to. */
function meaningOf(talks: readonly Talk[], model = 'abcdefabcdef') {
  const finder = createSimilarityFinder(
    passagesOf(
      talks.map(({ id, title }, number) =>
        Array.from({ length: 2 + (number % 3) }, (_, at) => vectorOf(`${id} ${title} ${at}`)),
      ),
    ),
    defaultParameters.meaning,
  )
  const chance = 0.3
  const asked = new Set<number>()
  const counts = { all: 0 }
  const exact: MeaningOfTalks = {
    findSimilarity: async ([text = '']) => ({ ...finder.toQuestion(vectorOf(text)), chance }),
    findSimilarityToTalk: finder.toTalk,
  }
  const meaning: MeaningOfTalks = {
    ...exact,
    findSimilarity(...question) {
      counts.all++
      return exact.findSimilarity(...question)
    },
    byVectors: {
      async ask([text = '']) {
        const vector = vectorOf(text)
        const similarityOf = finder.toSome(vector)
        return { vector, similarityOf: (documents) => ({ ...similarityOf(documents), chance }) }
      },
      encoded: () => ({
        model,
        dimensions: 16,
        vectorsOf(document) {
          asked.add(document)
          return finder.vectorsOf(document)
        },
      }),
    },
  }
  return { meaning, exact, asked, counts }
}

function vectorOf(text: string): Float32Array {
  let seed = [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2147483647, 7)
  const numbers = Array.from({ length: 16 }, () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647 - 0.5
  })
  return unit(...numbers)
}

async function summaryOf(engine: SearchEngine, question: string) {
  const { results, total, isNear } = await engine.search(parseQuery(question), { timeLimit: 5000 })
  return {
    talks: results.map(({ talk, quote, score }) => [talk.id, quote(200).text, score.toFixed(2)]),
    ...{ total, isNear },
  }
}
