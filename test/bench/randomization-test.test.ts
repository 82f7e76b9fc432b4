import { describe, expect, it } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { randomizationTest } from '../../bench/search/statistics/randomization-test.ts'

describe('randomizationTest', () => {
  it('comes near the exact p where that can be counted', () => {
    // Five differences of the same sign: of 32 ways to swap, only two are as extreme.
    const p = randomizationTest([0.5, 0.6, 0.7, 0.8, 0.9], [0.1, 0.2, 0.3, 0.4, 0.5], createRandom(1))
    expect(p).toBeCloseTo(2 / 32, 1)
    expect(Math.abs(p - 2 / 32)).toBeLessThan(0.01)
  })

  it('finds nothing where both are equal or differ as often either way', () => {
    expect(randomizationTest([0.3, 0.4], [0.3, 0.4], createRandom(1))).toBe(1)
    expect(randomizationTest([1, 0], [0, 1], createRandom(1))).toBe(1)
  })

  it('is sure where one is always better', () => {
    const better = Array.from({ length: 40 }, (_, index) => 0.5 + index / 100)
    const worse = better.map((value) => value - 0.1)
    expect(randomizationTest(better, worse, createRandom(1))).toBeCloseTo(1 / 10_001, 12)
  })

  it('says the same for the same seed and whichever comes first', () => {
    const [a, b] = [
      [0.1, 0.9, 0.4, 0.7],
      [0.2, 0.3, 0.4, 0.6],
    ] as const
    const p = randomizationTest(a, b, createRandom(5))
    expect(randomizationTest(a, b, createRandom(5))).toBe(p)
    expect(randomizationTest(b, a, createRandom(5))).toBe(p)
  })
})
