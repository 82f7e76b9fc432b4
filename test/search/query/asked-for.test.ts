import { expect, test } from 'vitest'
import { askedFor, hasThing } from '../../../src/search/query/asked-for.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'

const asked = { thing: 'number', counted: { text: 'incidents', term: 'incid' } } as const
const has = (text: string) => hasThing(text, asked, { maxWordsToCounted: 3 })

test('a table with a column for what is counted tells how many there are, if it has numbers', () => {
  const table = (head: string, cell: string) => `Year | ${head}\n2022 | ${cell}`
  expect(has(table('Incidents', '187'))).toBe(true)
  expect(has(table('Number of incidents', '~ 1,200'))).toBe(true)
  expect(has(table('Incidents', 'see below'))).toBe(false)
  expect(has(table('Minutes', '187'))).toBe(false)
})

test('what limits something, or how to limit it, asks for nothing that is lacking, but its limits do', () => {
  const thingOf = (question: string) => askedFor(parseQuery(question))?.thing
  expect(thingOf('What is the upload limit?')).toBeUndefined()
  expect(thingOf('What limits the memory of a worker?')).toBeUndefined()
  expect(thingOf('How do we limit the memory of a worker?')).toBe('way')
  expect(thingOf('What are the limits of Kite?')).toBe('lack')
  expect(thingOf('Which limits does Kite have?')).toBe('lack')
  expect(thingOf('Any limitation of Kite?')).toBe('lack')
})

test.each([
  'sails -cost',
  'sails -"at what price"',
  'sails tag:cost',
  '-tag:cost sails',
  'sails -who',
  '-when* sails',
])('%s asks for nothing that only its field or what it leaves out says', (question) =>
  expect(askedFor(parseQuery(question))).toBeUndefined(),
)

test('what a question asks beside its fields and what it leaves out is asked for, at its place', () =>
  expect(askedFor(parseQuery('tag:cost -who what do sails cost'))).toEqual({
    thing: 'price',
    place: { start: 28, end: 32 },
  }))
