import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/text/edit-distance.ts'

test.each([
  ['same', 'same', 0],
  ['swap', 'sawp', 1],
  ['drop', 'drp', 1],
  ['add', 'aadd', 1],
  ['change', 'chonge', 1],
  ['kitten', 'sittin', 2],
])('from %s to %s it is %i', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance)
})

test('the distance is the same both ways, and never less than the difference in length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
      expect(editDistance(a, b, 9)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
    }),
  )
})
