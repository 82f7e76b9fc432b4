import { expect, test } from 'vitest'
import { languageCodeOf, stopWordsOf } from '../../../src/search/analysis/lunr-language.ts'
import { fold } from '../../../src/text/fold.ts'

const isFunctionWord = (word: string, language: string) =>
  stopWordsOf(languageCodeOf(language)).has(fold(word))

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
})
