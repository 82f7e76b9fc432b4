import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  languageCodeOf,
  relationOf,
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

test.each([
  ['tests', 'testing', 'inflection'],
  ['library', 'libraries', 'inflection'],
  ['stopped', 'stopping', 'inflection'],
  ['caching', 'cache', 'inflection'],
  ['classes', 'class', 'inflection'],
  ['copied', 'copy', 'inflection'],
  ['lying', 'lie', 'inflection'],
  ['movies', 'movie', 'inflection'],
  ['deployment', 'deploying', 'derivation'],
  ['operations', 'operator', 'derivation'],
  ['optimize', 'optimization', 'derivation'],
  ['scalability', 'scalable', 'derivation'],
  ['accessibility', 'accessible', 'derivation'],
  ['accessibility', 'access', 'stranger'],
  ['persistence', 'persistent', 'derivation'],
  ['security', 'secure', 'derivation'],
  ['verify', 'verification', 'derivation'],
  ['statistics', 'statistical', 'derivation'],
  ['pypy', 'pypi', 'stranger'],
  ['university', 'universe', 'stranger'],
  ['general', 'generics', 'stranger'],
  ['generators', 'generic', 'stranger'],
  ['opera', 'operations', 'stranger'],
  ['organ', 'organization', 'stranger'],
  ['communication', 'communism', 'stranger'],
  ['policy', 'police', 'stranger'],
  ['past', 'paste', 'stranger'],
  ['aws', 'awe', 'stranger'],
  ['rust', 'rusty', 'stranger'],
  ['functional', 'functions', 'stranger'],
  ['experiment', 'experience', 'stranger'],
  ['status', 'statu', 'stranger'],
] as const)('%s and %s: %s', (one, other, relation) => {
  expect(relationOf(one, other)).toBe(relation)
  expect(relationOf(other, one)).toBe(relation)
})

/** Words that no English rule changes: they end in one consonant after two vowels. */
const plainWord = fc
  .tuple(
    fc.stringMatching(/^[bdfgklmnprt]{1,2}$/),
    fc.constantFrom('oo', 'ea', 'ou', 'ai'),
    fc.constantFrom('d', 'k', 'l', 'm', 'n', 'p', 'r', 't'),
  )
  .map((letters) => letters.join(''))

test('the plural, past and gerund of any word are its inflections, and each of the others', () => {
  const ending = fc.constantFrom('', 's', 'ed', 'ing')
  fc.assert(
    fc.property(plainWord, ending, ending, (word, one, other) => {
      const relation = relationOf(word + one, word + other)
      expect(relation).toBe(one === other ? 'itself' : 'inflection')
    }),
  )
})

test('the same ending after a dropped e, a doubled letter or a changed y is an inflection', () => {
  fc.assert(
    fc.property(plainWord, fc.constantFrom('p', 'b', 'g', 'n'), (word, doubled) => {
      expect(relationOf(`${word}ve`, `${word}ving`)).toBe('inflection')
      expect(relationOf(`${word}ve`, `${word}ved`)).toBe('inflection')
      expect(relationOf(`${word}i${doubled}`, `${word}i${doubled}${doubled}ing`)).toBe('inflection')
      expect(relationOf(`${word}ly`, `${word}lies`)).toBe('inflection')
    }),
  )
})

test('words that only begin alike are strangers, whatever endings they have', () => {
  const endings = ['al', 'ics', 'ism', 'ist', 'ous', 'ity', 'ize', 'ic', 'y', 'i']
  const pair = fc.tuple(fc.constantFrom(...endings), fc.constantFrom(...endings))
  fc.assert(
    fc.property(plainWord, pair, (word, [one, other]) => {
      const isPlural = one + other === 'icsic' || one + other === 'icics'
      fc.pre(one !== other && !isPlural)
      expect(relationOf(word + one, word + other)).toBe('stranger')
    }),
  )
})
