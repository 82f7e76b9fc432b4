import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markOf, withNumber } from '../../../src/search/index/compiled-index.ts'
import { createAskedWords, placeIn, rangeOf, rangeOfPrefix } from '../../../src/search/index/index-reader.ts'

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

test('words that are asked for are found at all their places, and those of the question before at none', () => {
  const wordCount = 100
  const entry = fc.oneof(fc.nat(wordCount - 1), fc.constantFrom(markOf('title'), markOf('tags')))
  const withStopWords = fc.nat(0xffff_ffff)
  const sequence = fc.array(fc.tuple(entry, withStopWords), { maxLength: 60 })
  const questions = fc.array(fc.uniqueArray(fc.nat(wordCount - 1), { maxLength: 8 }), { maxLength: 4 })
  fc.assert(
    fc.property(sequence, questions, (entries, asked) => {
      const words = createAskedWords({
        sequence: Uint32Array.from(entries, ([number, above]) => withNumber(above, number)),
      })
      for (const ofQuestion of asked) {
        words.askFor(ofQuestion)
        const found: number[] = []
        for (
          let at = words.next(0, entries.length);
          at < entries.length;
          at = words.next(at + 1, entries.length)
        )
          found.push(at)
        expect(found).toEqual([...entries.keys()].filter((at) => ofQuestion.includes(entries[at]![0])))
      }
    }),
  )
})
