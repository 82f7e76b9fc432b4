import { expect, test } from 'vitest'
import { correctFilterValue } from '../../../src/search/filter/correct-filter-value.ts'
import type { DocValueColumn } from '../../../src/search/filter/doc-values.ts'

/** A column in which each talk has one value. */
const columnOf = (...values: readonly string[]): DocValueColumn => ({
  values,
  keys: values.map((value) => `| ${value.toLowerCase()} |`),
  starts: Uint32Array.from([...values, ''].keys()),
  numbers: Uint32Array.from(values.keys()),
})

const speakers = columnOf('Alex Martelli', 'Guido', 'Lea', 'Ada Lovelace')

test.each([
  ['matlli', 'Alex Martelli', 'two slips in a name of seven letters and more'],
  ['giudo', 'Guido', 'one in a shorter one'],
  ['leea', 'Lea', 'a letter twice'],
  ['ada lovlace', 'Ada Lovelace', 'a name of several words as a whole'],
])('for %s, %s is offered: %s', (text, shown) => {
  const value = { text, start: 0, end: text.length, form: 'words' } as const
  expect(correctFilterValue('speaker', value, speakers)?.shown).toBe(shown)
})

test.each([
  ['guiddoo', 'two slips are too many for five letters'],
  ['leah', 'another letter makes another name of three'],
  ['lae', 'so do three letters in another order'],
])('for %s nothing is offered: %s', (text) => {
  const value = { text, start: 0, end: text.length, form: 'words' } as const
  expect(correctFilterValue('speaker', value, speakers)).toBeUndefined()
})
