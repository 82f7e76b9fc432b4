import { expect, test } from 'vitest'
import { isFunctionWord } from '../../src/search/function-words.ts'

test.each([
  ['da', 'Jeg'],
  ['de', 'nicht'],
  ['es', 'también'],
  ['fi', 'että'],
  ['fr', 'Vous'],
  ['hu', 'hogy'],
  ['it', 'perché'],
  ['nl', 'niet'],
  ['no', 'ikke'],
  ['pt-BR', 'não'],
  ['ro', 'este'],
  ['ru', 'это'],
  ['sv', 'inte'],
  ['tr', 'için'],
])('in %s, “%s” only holds a sentence together', (language, word) => {
  expect(isFunctionWord(word, language)).toBe(true)
  expect(isFunctionWord('Celery', language)).toBe(false)
})

test('no list is known for English, which has its own, nor for languages without one', () => {
  expect(isFunctionWord('the', 'en')).toBe(false)
  expect(isFunctionWord('この', 'ja')).toBe(false)
})
