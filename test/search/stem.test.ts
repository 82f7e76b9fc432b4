import { expect, test } from 'vitest'
import { stem, stemmedLanguages, stemsOf } from '../../src/search/stem.ts'

test.each([
  ['programming', 'en', 'program'],
  ['programming', 'en-GB', 'program'],
  ['programmazione', 'it', 'programm'],
  ['programacoes', 'pt-BR', 'programaco'],
  ['программирования', 'ru', 'программирован'],
  ['bryggerier', 'nb', 'bryggeri'],
  ['庭園', 'ja', '庭園'],
  ['c++', 'it', 'c++'],
  ['zurich', 'xx', 'zurich'],
])('%s (%s) becomes %s', (word, language, expected) => {
  expect(stem(word, language)).toBe(expected)
})

test('a word of a question has the stems of all languages that the notes are in', () => {
  expect(stemsOf('programmazione', ['it'])).toEqual(['programmazion', 'programm'])
  expect(stemsOf('kivy', ['it', 'ru'])).toEqual(['kivi', 'kivy'])
})

test('names the languages that have a stemmer, once and without their regions', () => {
  expect(stemmedLanguages(['en', 'pt-BR', 'pt', 'ja', 'nn', 'nb', 'de'])).toEqual(['de', 'no', 'pt'])
})
