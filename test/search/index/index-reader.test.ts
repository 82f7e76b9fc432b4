import { expect, test } from 'vitest'
import { placeIn, rangeOf, rangeOfPrefix } from '../../../src/search/index/index-reader.ts'

const sorted = ['bee', 'bees', 'bees', 'beet', 'honey', 'ééé']

test('a text is found at its place, and one that is missing is not', () => {
  expect(sorted.map((text) => placeIn(sorted, text))).toEqual([0, 1, 1, 3, 4, 5])
  expect(['', 'be', 'beez', 'zoo', 'ü'].map((text) => placeIn(sorted, text))).toEqual(
    Array(5).fill(undefined),
  )
  expect(placeIn([], 'bee')).toBeUndefined()
})

test('a range holds a text as often as it stands there, and nothing else', () => {
  expect(rangeOf(sorted, 'bees')).toEqual([1, 3])
  expect(rangeOf(sorted, 'ééé')).toEqual([5, 6])
  expect(rangeOf(sorted, 'beez')).toEqual([4, 4])
})

test('a prefix holds all texts that begin with it', () => {
  expect(rangeOfPrefix(sorted, 'bee')).toEqual([0, 4])
  expect(rangeOfPrefix(sorted, 'é')).toEqual([5, 6])
  expect(rangeOfPrefix(sorted, 'x')).toEqual([5, 5])
  expect(rangeOfPrefix(sorted, '')).toEqual([0, 6])
})
