import { expect, test } from 'vitest'
import { hasThing } from '../../../src/search/query/asked-for.ts'

const asked = { thing: 'number', counted: { text: 'incidents', term: 'incid' } } as const
const has = (text: string) => hasThing(text, asked, { maxWordsToCounted: 3 })

test('a table with a column for what is counted tells how many there are, if it has numbers', () => {
  const table = (head: string, cell: string) => `| Year | ${head} |\n|---|---|\n| 2022 | ${cell} |`
  expect(has(table('Incidents', '187'))).toBe(true)
  expect(has(table('Number of incidents', '~ 1,200'))).toBe(true)
  expect(has(table('Incidents', 'see below'))).toBe(false)
  expect(has(table('Minutes', '187'))).toBe(false)
})
