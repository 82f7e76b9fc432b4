import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterSignature, lettersApart } from '../../../src/search/index/compiled-index.ts'

test('the order and number of letters do not count', () => {
  expect(lettersApart(letterSignature('react'), letterSignature('trace'))).toBe(0)
  expect(lettersApart(letterSignature('bee'), letterSignature('be'))).toBe(0)
  expect(lettersApart(letterSignature('bees'), letterSignature('beet'))).toBe(2)
  expect(lettersApart(letterSignature('abcdefghijklmnopqrstuvwxyz'), letterSignature(''))).toBe(26)
})

test('one edit changes at most two letters', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéж') })
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...'abcéж', ''), (text, place, letter) => {
      const at = place % text.length
      const edited = text.slice(0, at) + letter + text.slice(at + 1)
      expect(lettersApart(letterSignature(text), letterSignature(edited))).toBeLessThanOrEqual(2)
    }),
  )
})
