import { expect, it } from 'vitest'
import { median, percentile, percentiles } from '../../bench/percentiles.ts'

it('gives a value that occurs, by nearest rank, whatever the order', () => {
  expect(percentile([30, 10, 20, 40], 0.5)).toBe(20)
  expect(percentile([30, 10, 20, 40], 0.99)).toBe(40)
  expect(percentile([7], 0)).toBe(7)
  expect(median([30, 10, 20])).toBe(20)
  expect(percentiles([30, 10, 20, 40])).toEqual({ p50: 20, p99: 40 })
})

it('refuses no values', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})
