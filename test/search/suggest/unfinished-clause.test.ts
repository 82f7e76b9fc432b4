import { expect, test } from 'vitest'
import { readUnfinishedClause } from '../../../src/search/suggest/unfinished-clause.ts'

test.each([
  ['flask speaker:mar', 'speaker', 6, ['mar']],
  ['speaker:"Alex Mar', 'speaker', 0, ['alex', 'mar']],
  ['bees -tag:', 'tag', 6, []],
  ['speeker:mar', 'speaker', 0, ['mar']],
])('“%s” goes on with a value of the field %s', (typed, field, start, words) => {
  expect(readUnfinishedClause(typed)).toEqual({ kind: 'value', field, start, words })
})

test.each([
  ['what did marte', ['what', 'did', 'marte']],
  ['tag:flask marte', ['marte']],
  ['"unit tests" marte', ['marte']],
  ['https://example.org/', ['example.org']],
])('“%s” goes on from the words %j', (typed, words) => {
  const clause = readUnfinishedClause(typed)
  expect(clause.kind === 'words' && clause.words.map(({ text }) => text)).toEqual(words)
})

test('a word in a clause stands where its clause starts, after a sign of exclusion', () => {
  expect(readUnfinishedClause('bees -"alex mar')).toMatchObject({
    words: [
      { text: 'bees', start: 0 },
      { text: 'alex', start: 6 },
      { text: 'mar', start: 12 },
    ],
  })
})
