import { expect, it } from 'vitest'
import { leaveOneOut, type Trial } from '../../bench/search/statistics/leave-one-out.ts'

/** MRR@10 by collection; nDCG@10 is the same unless given. */
const trial = (value: number, mrr: readonly number[], ndcg = mrr): Trial => ({
  value,
  scores: mrr.map((mrr10, collection) => ({ mrr10, ndcg10: ndcg[collection]! })),
})

it('chooses by the mean over all collections, and is stable if each of them could be missing', () => {
  const choice = leaveOneOut([trial(1, [0.5, 0.5, 0.5]), trial(2, [0.6, 0.6, 0.6])], 1)
  expect(choice.chosen).toBe(2)
  expect(choice.isStable).toBe(true)
  expect(choice.leftOut.map(({ score }) => score.mrr10)).toEqual([0.6, 0.6, 0.6])
})

it('scores a collection with what the others choose, though it would choose something else itself', () => {
  // The third collection alone carries the choice of 2.
  const choice = leaveOneOut([trial(1, [0.6, 0.6, 0.1]), trial(2, [0.5, 0.5, 0.9])], 1)
  expect(choice.chosen).toBe(2)
  expect(choice.isStable).toBe(false)
  expect(choice.leftOut).toEqual([
    { collection: 0, chosen: 2, score: { mrr10: 0.5, ndcg10: 0.5 } },
    { collection: 1, chosen: 2, score: { mrr10: 0.5, ndcg10: 0.5 } },
    { collection: 2, chosen: 1, score: { mrr10: 0.1, ndcg10: 0.1 } },
  ])
})

it('looks at MRR first, and at nDCG if that is equal', () => {
  expect(leaveOneOut([trial(1, [0.5], [0.9]), trial(2, [0.6], [0.1])], 1).chosen).toBe(2)
  expect(leaveOneOut([trial(1, [0.5], [0.1]), trial(2, [0.5], [0.9])], 1).chosen).toBe(2)
})

it('keeps the value of today if none is better, wherever it stands', () => {
  const equal = [trial(1, [0.5, 0.7]), trial(2, [0.7, 0.5]), trial(3, [0.6, 0.6])]
  expect(leaveOneOut(equal, 3).chosen).toBe(3)
  expect(leaveOneOut(equal, 9).chosen).toBe(1)
})
