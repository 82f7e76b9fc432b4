import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOneEditFilter } from '../../../src/search/expand/one-edit-filter.ts'
import { editDistance } from '../../../src/text/nearest-names.ts'

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 16 }))

test('a filter lets pass whatever is one edit from a word', () => {
  const edited = words
    .filter((list) => list.length > 0)
    .chain((list) => fc.tuple(fc.constant(list), fc.constantFrom(...list).chain(withOneEdit)))
  fc.assert(
    fc.property(edited, ([list, near]) => {
      expect(createOneEditFilter(list).mayHaveNear(near)).toBe(true)
    }),
  )
})

test('and of words that are near none, hardly any', () => {
  const known = Array.from({ length: 1000 }, (_, number) => `queue${number}lock`)
  const others = Array.from({ length: 1000 }, (_, number) => `${number}table${number}`)
  for (const other of others) expect(known.every((word) => editDistance(word, other, 1) > 1)).toBe(true)
  const { mayHaveNear } = createOneEditFilter(known)
  expect(others.filter((word) => mayHaveNear(word)).length).toBeLessThan(40)
})

/** A letter more, one less, another one, or two swapped. */
function withOneEdit(word: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: word.length })
  return fc.tuple(place, fc.constantFrom('more', 'less', 'other', 'swapped')).map(([at, edit]) => {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    switch (edit) {
      case 'more':
        return `${before}x${after}`
      case 'less':
        return before + after.slice(1)
      case 'other':
        return `${before}x${after.slice(1)}`
      default:
        return before + after.charAt(1) + after.charAt(0) + after.slice(2)
    }
  })
}
