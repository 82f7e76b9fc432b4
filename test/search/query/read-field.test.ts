import { expect, test } from 'vitest'
import type { QueryField } from '../../../src/search/query/query-fields.ts'
import { readValue } from '../../../src/search/query/read-field.ts'

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
