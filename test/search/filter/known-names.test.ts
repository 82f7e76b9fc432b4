import { expect, test } from 'vitest'
import { createKnownNames } from '../../../src/search/filter/known-names.ts'
import { readSpelledValues } from '../../../src/search/filter/read-doc-values.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const names = createKnownNames(
  readSpelledValues([
    makeTalk('kettles', {
      event: { id: 'teacon-2019', name: 'TeaCon 2019' },
      speakers: [{ name: 'Ada Pier', handle: '@adap' }],
      tags: ['machine learning', 'C++'],
      language: 'it',
    }),
  ]).docValues,
)

test.each([
  ['tag', 'Machine-Learning', 'tag:"machine learning"'],
  ['tag', 'c++', 'tag:C++'],
  ['tag', 'learning', undefined],
  ['speaker', 'ada pier', 'speaker:"Ada Pier"'],
  ['speaker', '@adap', 'speaker:"Ada Pier"'],
  ['speaker', 'Pier', undefined],
  ['event', 'TeaCon 2019', 'event:"TeaCon 2019"'],
  ['event', 'teacon-2019', 'event:"TeaCon 2019"'],
  ['event', 'Teacon', 'event:"Teacon"'],
  ['event', 'Tea', undefined],
  ['lang', 'Italian', 'lang:it'],
  ['year', '1999', 'year:1999'],
  ['year', '99', undefined],
  ['has', 'videos', 'has:video'],
  ['has', 'luck', undefined],
  ['kind', 'keynote', undefined],
] as const)('%s %s is %s', (field, name, clause) => {
  expect(names.clauseFor(field, name)).toBe(clause)
})

test('a part of a name does if it is said to', () => {
  expect(names.clauseFor('speaker', 'Pier', true)).toBe('speaker:"Pier"')
  expect(names.clauseFor('event', '2019', true)).toBe('event:"2019"')
  expect(names.clauseFor('tag', 'learning', true)).toBeUndefined()
})
