import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInWordList, readWordList } from '../../../src/search/analysis/english-word-lists.ts'

test('A list has its own words, from the first to the last, and no others', () => {
  const list = readWordList('english', 10)
  const words: readonly string[] = JSON.parse(list)
  const known = new Set(words)
  for (const word of words) expect(isInWordList(word, list)).toBe(true)
  const nearlyWords = fc
    .tuple(fc.constantFrom(...words), fc.string({ maxLength: 3 }), fc.nat(3))
    .map(([word, added, cut]) => word.slice(cut) + added)
  fc.assert(fc.property(nearlyWords, (word) => isInWordList(word, list) === known.has(word)))
})

test.each([['[]'], ['["oar"]']])('A list as short as %s is searched too', (list) => {
  expect(isInWordList('oar', list)).toBe(list.includes('oar'))
  expect(isInWordList('a', list)).toBe(false)
  expect(isInWordList('z', list)).toBe(false)
})
