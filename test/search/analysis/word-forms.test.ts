import fc from 'fast-check'
import { expect, test } from 'vitest'
import { relationOf } from '../../../src/search/analysis/word-forms.ts'

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
