import { expect, test } from 'vitest'
import { correctFilterValue } from '../../../src/search/filter/correct-filter-value.ts'
import type { DocValueDictionary } from '../../../src/search/filter/doc-values.ts'

/** Values that a talk each has. */
const columnOf = (...values: readonly string[]): DocValueDictionary => ({
  values,
  keys: values.map((value) => `| ${value.toLowerCase()} |`),
  ownKeys: values,
  talks: Uint32Array.from(values, () => 1),
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
