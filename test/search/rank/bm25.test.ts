import { expect, test } from 'vitest'
import type { Talk } from '../../../src/notes/talk.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { ScoredDocument } from '../../../src/search/rank/bm25.ts'
import { createRanker, createWindowScorer, type TermWeights } from '../../../src/search/rank/bm25.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, number) => `word${from + number}`).join(' ')

function noteOf(id: string, texts: readonly string[]): Talk {
  const passages = texts.map((text, line) => ({ form: 'paragraph' as const, text, line: line + 3, depth: 0 }))
  return makeTalk(id, { sections: [{ title: 'Notes', line: 2, passages }] })
}

/** A note of nine topics, one of them bridges; a long one that has the same words far apart; and many others. */
const topics = noteOf('topics', [
  ...Array.from({ length: 4 }, (_, topic) => words(topic * 100, 100)),
  `suspension bridges hang from cables, and the cables of bridges rust ${words(900, 20)}`,
  ...Array.from({ length: 4 }, (_, topic) => words(400 + topic * 100, 100)),
])
const scattered = noteOf('scattered', [
  `suspension ${words(0, 200)}`,
  `bridges ${words(200, 200)}`,
  `cables ${words(400, 200)}`,
  `rust ${words(600, 200)}`,
])
const short = noteOf('short', [`rust never sleeps ${words(0, 60)}`])
const others = Array.from({ length: 20 }, (_, number) => noteOf(`other${number}`, [words(number * 10, 60)]))

const talks = [scattered, short, topics, ...others]

test('the best window of a long note is what counts, and a short note keeps its score', () => {
  const index = compileIndex(talks, defaultParameters.index)
  const reader = createIndexReader(index)
  const numbers = ['rust', 'cabl', 'suspens', 'bridg'].map((term) => reader.termNumber(term)!)
  const weights: TermWeights = new Map(
    numbers.map((term) => [
      term,
      { words: new Map(Array.from(reader.formsOf(term), (word) => [word, 1])), byForms: 1 },
    ]),
  )
  const ranked = createRanker(index).rank(weights, 10)
  const rescored = createWindowScorer(reader, defaultParameters).rescore(ranked, weights)
  const gain = (talk: Talk) => {
    const scoreIn = (list: readonly ScoredDocument[]) =>
      list.find(({ document }) => talks[document] === talk)?.score ?? 0
    return scoreIn(rescored) / scoreIn(ranked)
  }
  expect(gain(short)).toBe(1)
  expect(gain(topics)).toBeGreaterThan(1.5 * gain(scattered))
})

test('a question finds the note that has all of it in one part, and quotes that part', async () => {
  const engine = createLunrEngine({ talks, version: 'long' })
  const { results } = await engine.search(parseQuery('rust on the cables of suspension bridges'), {
    explain: true,
  })
  expect(results.map(({ talk }) => talk)).toEqual([topics, scattered, short])
  expect(results[0]?.quote(400)).toMatchObject({
    line: 7,
    text: expect.stringMatching(/^suspension bridges/),
  })
  expect(results[0]?.explanation?.bestWindow).toBeGreaterThan(0)
  expect(results[2]?.explanation?.bestWindow).toBe(0)
})
