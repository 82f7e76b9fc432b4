import { expect, it } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { compare, meanOf } from '../../bench/search/statistics/grouped.ts'

it('counts every group the same, however many questions it has', () => {
  expect(meanOf([[1, 1, 1, 1], [0]])).toBe(0.5)
  const { difference, better, worse } = compare([[1, 1, 1, 1], [0]], [[0, 0, 0, 0], [0.5]], createRandom(1))
  expect(difference).toBe(0.25)
  expect({ better, worse }).toEqual({ better: 1, worse: 1 })
})

it('tests the difference that it gives: a large group does not make sure what a small one decides', () => {
  const large = Array.from({ length: 200 }, (_, index) => 0.5 + (index % 7) / 100)
  const worse = large.map((value) => value - 0.02)
  expect(compare([large], [worse], createRandom(1)).p).toBeLessThan(0.001)
  // The one question of the other group weighs as much as all of these.
  const { difference, p } = compare([large, [0.4]], [worse, [0.5]], createRandom(1))
  expect(difference).toBeCloseTo(-0.04, 12)
  expect(p).toBeGreaterThan(0.9)
})

it('finds two equal ways equal, however their sums are rounded', () => {
  const { p, better, worse } = compare([[0.1, 0.2, 0.3]], [[0.3, 0.2, 0.1]], createRandom(1))
  expect({ better, worse }).toEqual({ better: 0, worse: 0 })
  expect(p).toBe(1)
})
