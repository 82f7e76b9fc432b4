import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { QueryField } from '../../../src/search/query/query-fields.ts'
import { readValue } from '../../../src/search/query/read-field.ts'

const soughtIn = (question: string) =>
  parseQuery(question).words.flatMap(({ folded, use }) => (use === 'clause' ? [] : [folded]))

const suggested = (field: QueryField, text: string) => {
  const read = readValue(field, { text, start: 0, end: text.length, form: 'bare' })
  return 'problem' in read ? read.suggestion : 'as it is'
}

test.each([
  ['has', 'vid', 'video'],
  ['has', 'vedio', 'video'],
  ['has', 'followers', 'followups'],
  ['kind', 'lighting', 'lightning'],
  ['kind', 'keynotes', 'as it is'],
  ['sort', 'nwe', 'newest'],
] as const)('%s:%s is taken for %s', (field, typed, meant) => {
  expect(suggested(field, typed)).toBe(meant)
})

test.each([
  ['has', 'note', 'not the code, with half of its letters another'],
  ['kind', 'remote', 'not a keynote'],
  ['kind', 'call', 'not a talk'],
  ['sort', 'name', 'not the date'],
] as const)('%s:%s is taken for nothing: %s', (field, typed, _) => {
  expect(suggested(field, typed)).toBeUndefined()
})

test.each([
  ['date', '2026-12-01', { from: '2026-12-01', to: '2026-12-01' }],
  ['date', '=2026-12-01', { from: '2026-12-01', to: '2026-12-01' }],
  ['date', '2026-12', { from: '2026-12-01', to: '2026-12-31' }],
  ['date', '2028-02', { from: '2028-02-01', to: '2028-02-29' }],
  ['date', '2026', { from: '2026-01-01', to: '2026-12-31' }],
  ['date', '2026-12-03..2026-12-01', { from: '2026-12-01', to: '2026-12-03' }],
  ['date', '2025..2026-02', { from: '2025-01-01', to: '2026-02-28' }],
  ['date', '2026-12-01..', { from: '2026-12-01' }],
  ['date', '2026-12-01+', { from: '2026-12-01' }],
  ['date', '..2026', { to: '2026-12-31' }],
  ['date', '>=2026-12', { from: '2026-12-01' }],
  ['date', '>2026-12', { from: '2027-01-01' }],
  ['date', '<=2026', { to: '2026-12-31' }],
  ['date', '<2026-03-01', { to: '2026-02-28' }],
  ['after', '2026-12', { from: '2027-01-01' }],
  ['before', '2026-12-01', { to: '2026-11-30' }],
] as const)('%s:%s is these days', (field, text, range) => {
  const read = readValue(field, { text, start: 0, end: text.length, form: 'bare' })
  const place = { text, start: 0, end: text.length }
  expect(read).toEqual({ field: 'date', value: { ...place, form: 'days', ...range } })
})

test.each(['foo', '..', '>=', '2026-13', '2026-12-01..2026-12-02..2026-12-03', '>=foo', '12'])(
  'date:%s is no day, and it is said how to write one',
  (text) => {
    const read = readValue('date', { text, start: 0, end: text.length, form: 'bare' })
    expect(read).toMatchObject({
      problem: expect.stringContaining('is no day: write it as in date:2026-12-01'),
    })
  },
)

test.each(['date:2012-07-99', 'since:12', 'before:2026-13', 'date:2026-12-01..2026-13-01'])(
  'the figures of %s are none of the words that are searched for',
  (clause) => {
    expect(soughtIn(`${clause} sails`)).toEqual(['sails'])
    expect(parseQuery(clause).notices).toHaveLength(1)
  },
)

test('words in the place of a day are searched for', () => {
  expect(soughtIn('since:sails')).toEqual(['sails'])
})
