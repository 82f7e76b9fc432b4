import { describe, expect, it } from 'vitest'
import { mean, measureRanking } from '../../bench/search/statistics/metrics.ts'

describe('measureRanking', () => {
  const judgments = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
    ['d', 2],
  ])

  it('agrees with a ranking worked out by hand', () => {
    // Gains 1, 0, 3 at places 1 to 3; the best order would be 3, 2, 1. Three documents are relevant, one is not found.
    const metrics = measureRanking(['b', 'c', 'a'], judgments)
    expect(metrics.ndcg10).toBeCloseTo((1 + 3 / 2) / (3 + 2 / Math.log2(3) + 1 / 2), 12)
    expect(metrics.ndcg10).toBeCloseTo(0.525, 3)
    expect(metrics.map).toBeCloseTo((1 / 1 + 2 / 3) / 3, 12)
    expect(metrics.mrr10).toBe(1)
    expect(metrics.recall100).toBeCloseTo(2 / 3, 12)
  })

  it('gives the best possible ranking 1 throughout', () => {
    expect(measureRanking(['a', 'd', 'b', 'c'], judgments)).toEqual({
      ndcg10: 1,
      map: 1,
      mrr10: 1,
      recall100: 1,
    })
  })

  it('gives a ranking without a relevant document 0 throughout', () => {
    expect(measureRanking(['c', 'x'], judgments)).toEqual({ ndcg10: 0, map: 0, mrr10: 0, recall100: 0 })
    expect(measureRanking([], judgments)).toEqual({ ndcg10: 0, map: 0, mrr10: 0, recall100: 0 })
  })

  it('counts a document at place 11 for MAP and recall alone, and one at 101 for MAP alone', () => {
    const others = Array.from({ length: 200 }, (_, index) => `x${index}`)
    const one = new Map([['a', 1]])
    expect(measureRanking([...others.slice(0, 10), 'a'], one)).toEqual({
      ndcg10: 0,
      map: 1 / 11,
      mrr10: 0,
      recall100: 1,
    })
    expect(measureRanking([...others.slice(0, 100), 'a'], one)).toEqual({
      ndcg10: 0,
      map: 1 / 101,
      mrr10: 0,
      recall100: 0,
    })
  })

  it('takes no more than ten documents for the best possible gain', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `r${index}`)
    const metrics = measureRanking(ids.slice(0, 10), new Map(ids.map((id) => [id, 1])))
    expect(metrics).toEqual({ ndcg10: 1, map: 0.5, mrr10: 1, recall100: 0.5 })
  })

  it('refuses a ranking that holds a document twice and a question without a relevant one', () => {
    expect(() => measureRanking(['a', 'a'], judgments)).toThrow(RangeError)
    expect(() => measureRanking(['a'], new Map([['a', 0]]))).toThrow(RangeError)
  })
})

it('the mean of no values is 0', () => {
  expect(mean([])).toBe(0)
})
