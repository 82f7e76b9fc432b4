import { expect, test } from 'vitest'
import {
  languageCodeOf,
  stem,
  stemmedLanguages,
  stemsOf,
  stopWordsOf,
} from '../../../src/search/analysis/stem.ts'
import { fold } from '../../../src/text/fold.ts'

test.each([
  ['programming', 'en', 'program'],
  ['programming', 'en-GB', 'program'],
  ['its', 'en', 'its'],
  ['programmazione', 'it', 'programm~it'],
  ['programacoes', 'pt-BR', 'programaco~pt'],
  ['программирования', 'ru', 'программирован~ru'],
  ['bryggerier', 'nb', 'bryggeri~no'],
  ['testing', 'it', 'testing~it'],
  ['testing', 'ko', 'test'],
  ['programs', 'cs', 'program'],
  ['庭園', 'ja', '庭園'],
  ['c++', 'it', 'c++'],
  ['node.js', 'de', 'node.js'],
  ['2012', 'fr', '2012'],
  ['os', 'da', 'os'],
  ['zurich', 'xx', 'zurich'],
])('%s (%s) becomes %s', (word, language, expected) => {
  expect(stem(word, language)).toBe(expected)
})

test('a word of a question has the stems of all languages that the notes are in', () => {
  expect(stemsOf('programmazione', ['it'])).toEqual(['programmazion', 'programm~it'])
  expect(stemsOf('kivy', ['it', 'ru'])).toEqual(['kivi', 'kivy~it', 'kivy~ru'])
  expect(stemsOf('node.js', ['it', 'ru'])).toEqual(['node.js'])
})

test('names the languages that have a stemmer, once and without their regions', () => {
  expect(stemmedLanguages(['en', 'pt-BR', 'pt', 'ja', 'nn', 'nb', 'de'])).toEqual(['de', 'no', 'pt'])
})

test.each([
  ['파이썬을', '파이썬'],
  ['테스트에서', '테스트'],
  ['데이터베이스로', '데이터베이스'],
  ['파이썬에서는', '파이썬'],
  ['라즈베리파이', '라즈베리파'],
  ['라즈베리파이는', '라즈베리파'],
  ['회의', '회의'],
  ['서버', '서버'],
  ['django를', 'django'],
  ['tests를', 'test'],
])('a Korean word loses its particles, whatever the note is in: %s becomes %s', (word, expected) => {
  for (const language of ['en', 'ko', 'it']) expect(stem(word, language)).toBe(expected)
})

test.each([
  ['da', 'letter'],
  ['fr', 'pope'],
  ['de', 'banden'],
])('a word of a note in %s (%s) is not taken for an English one', (language, word) => {
  for (const english of ['let', 'pop', 'band']) expect(stem(word, language)).not.toBe(stem(english))
  expect(stemsOf(word, [language])).toContain(stem(word, language))
})

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
