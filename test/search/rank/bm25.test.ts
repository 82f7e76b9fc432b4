import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompiledIndex } from '../../../src/search/index/compiled-index.ts'
import { createRanker } from '../../../src/search/rank/bm25.ts'

/** One term, which every document has with its weight; 0 stands for one that lacks it. */
function rankerOf(weights: readonly number[]) {
  const index = {
    documentCount: weights.length,
    postingStarts: Uint32Array.of(0, weights.length),
    postingDocuments: Uint32Array.from(weights.keys()),
    postingWeights: Float32Array.from(weights),
    postingForms: new Uint8Array(weights.length),
  } as Partial<CompiledIndex> as CompiledIndex
  return createRanker(index)
}
const term = new Map([[0, { words: new Map(), byForms: 1 }]])

test('the best come first, and equal ones by number, as if all had been sorted', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 })
  fc.assert(
    fc.property(weights, fc.nat({ max: 70 }), fc.nat({ max: 70 }), (scores, depth, next) => {
      const sorted = scores
        .map((score, document) => ({ document, score }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.document - b.document)
      const ranker = rankerOf(scores)
      // Working memory is kept from one question to the next.
      for (const room of [depth, next])
        expect(ranker.rank(term, room)).toEqual({ ranked: sorted.slice(0, room), total: sorted.length })
    }),
  )
})
