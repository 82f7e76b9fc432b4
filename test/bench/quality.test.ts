import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexCollection } from '../../bench/search/indexed-collection.ts'
import { withParameter } from '../../bench/search/parameter-path.ts'
import { createHallwayPeer } from '../../bench/search/peers/hallway.ts'
import type { Peer } from '../../bench/search/peers/peer.ts'
import { type CollectionScores, measureQuality, valuesOf } from '../../bench/search/quality.ts'
import { openResultsFile } from '../../bench/search/results-file.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const tea = {
  name: 'tea',
  documents: [
    { id: 'green', title: 'Green tea', text: 'Leaves are steamed.' },
    { id: 'black', title: 'Black tea', text: 'Leaves are rolled and oxidized.' },
    { id: 'cocoa', title: 'Cocoa', text: 'A talk that mentions green tea and steamed milk.' },
  ],
  queries: [
    { id: 'q1', text: 'steamed green tea', judgments: new Map([['green', 1]]) },
    { id: 'q2', text: 'oxidized leaves', judgments: new Map([['black', 1]]) },
  ],
}

async function measure(peer: Peer): Promise<CollectionScores> {
  const measured = measureQuality({ collection: tea, peers: [peer], robustness: true, depth: 10 })
  return (await measured.next()).value as CollectionScores
}

it('measures each question, keeps its ranking and varies it', async () => {
  const scores = await measure(createHallwayPeer())
  expect(scores).toMatchObject({ collection: 'tea', peer: 'Hallway', failures: 0 })
  expect(scores.questions.map(({ ranking }) => ranking[0])).toEqual(['green', 'black'])
  expect(valuesOf(scores, 'mrr10')).toEqual([1, 1])
  expect(scores.varied!.misspelt).toHaveLength(2)
})

it('counts a question that a peer throws on as one that finds nothing', async () => {
  const search = () => {
    throw new Error('no')
  }
  const scores = await measure({
    name: 'None',
    configuration: '',
    build: () => ({ search }),
    load: () => ({ search }),
  })
  expect(valuesOf(scores, 'ndcg10')).toEqual([0, 0])
  expect(scores.failures).toBeGreaterThanOrEqual(2)
})

it('keeps one line of JSON a question', async () => {
  const path = join(temporaryFolder(), 'results.jsonl')
  const file = openResultsFile(path)
  file.add(await measure(createHallwayPeer()))
  file.close()
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { engine: 'Hallway', collection: 'tea', question: 'q1', mrr10: 1, ms: expect.any(Number) },
    { engine: 'Hallway', collection: 'tea', question: 'q2', mrr10: 1, ms: expect.any(Number) },
  ])
})

it('measures an indexed collection as the peer is measured, and with other parameters anew', async () => {
  const indexed = indexCollection(tea)
  const scores = await measure(createHallwayPeer())
  const own = scores.questions.map(({ metrics: { ndcg10, mrr10 } }) => ({ ndcg10, mrr10 }))
  expect(await indexed.measure(defaultParameters)).toEqual(own)
  const withoutWords = withParameter(defaultParameters, 'variants.itself.weight', 0)
  expect((await indexed.measure(withoutWords))[1]!.mrr10).toBe(0)
  // The title alone tells these two apart.
  const againstTitles = withParameter(defaultParameters, 'index.titleBoost', -9)
  expect((await indexed.measure(againstTitles))[0]!.mrr10).toBeLessThan(1)
  expect(await indexed.measure(defaultParameters)).toEqual(own)
})
