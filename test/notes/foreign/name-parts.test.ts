import { expect, test } from 'vitest'
import { readRecordTalk } from '../../../src/import/formats/record-talk.ts'
import { knownName, namePartsIn, wholeName } from '../../../src/notes/foreign/name-parts.ts'
import { peopleIn } from '../../../src/notes/foreign/people.ts'
import { namesById } from '../../../src/notes/foreign/people-by-id.ts'
import { isRole, isRoleAlone } from '../../../src/notes/foreign/person-names.ts'
import { personOfPage } from '../../../src/notes/foreign/person-page.ts'

type Fields = Readonly<Record<string, string>>

const partsOf = (fields: Fields) => namePartsIn(Object.entries(fields))

/** How a name is told by each place that reads one: a mapping, a page, data by id, and a row of a table. */
const readers: Readonly<Record<string, (fields: Fields) => string | undefined>> = {
  'a mapping': (fields) => peopleIn([fields])[0]?.name,
  'a page': (fields) =>
    personOfPage(
      Object.entries(fields).map(([key, value]) => ({ key, value, line: 1 })),
      'ada',
    )?.names[0],
  'data by id': (fields) => [...namesById([{ ...fields, id: 'ada' }])][0]?.[1],
  'a row': (fields) => {
    const context = { event: { name: 'OarConf' }, where: 'row 1' }
    const read = readRecordTalk({ ...fields, title: 'Tides' }, context)
    return 'talk' in read ? read.talk.speakers[0]?.name : undefined
  },
}

const spellings: readonly (readonly [first: string, last: string])[] = [
  ['first_name', 'last_name'],
  ['firstName', 'lastName'],
  ['First Name', 'Family Name'],
  ['given-name', 'surname'],
  ['Vorname', 'Nachname'],
  ['Prénom', 'lastname'],
  ['speaker first name', 'speaker last name'],
]

test.each(
  Object.keys(readers).flatMap((place) => spellings.map(([first, last]) => [place, first, last] as const)),
)('%s is of whoever it gives in two parts, %s and %s', (place, first, last) => {
  expect(readers[place]!({ [last]: 'Pier', [first]: 'Ada' })).toBe('Ada Pier')
})

test.each<readonly [Fields, string | undefined]>([
  [{ name: 'Ada Pier' }, 'Ada Pier'],
  [{ name: 'Ada', surname: 'Pier' }, 'Ada Pier'],
  [{ name: 'Ada Pier', surname: 'Pier' }, 'Ada Pier'],
  [{ name: 'Ada Pier', first_name: 'Ada', last_name: 'Pier' }, 'Ada Pier'],
  [{ name: 'ada', first_name: 'Ada', last_name: 'Pier' }, 'Ada Pier'],
  [{ name: 'Ada Pier', display_name: 'adap' }, 'Ada Pier'],
  [{ full_name: 'Ada Pier', name: 'ada', surname: 'Pier' }, 'Ada Pier'],
  [{ public_name: 'Ada Pier' }, 'Ada Pier'],
  [{ first_name: 'Ada', last_name: ' ' }, undefined],
  [{ last_name: 'Pier' }, undefined],
  [{ company_name: 'Oars' }, undefined],
])('the whole name in %j is %s', (fields, name) => {
  expect(wholeName(partsOf(fields))).toBe(name)
})

test('one part is the name if no more is known', () => {
  expect(knownName(partsOf({ first_name: 'Ada' }))).toBe('Ada')
  expect(knownName(partsOf({ last_name: 'Pier', bio: 'Rows.' }))).toBe('Pier')
  expect(knownName(partsOf({ bio: 'Rows.' }))).toBeUndefined()
})

test('a page that gives one part is called by its title, and so is a mapping', () => {
  const fields = { title: 'Ada Pier', first_name: 'Ada' }
  expect(readers['a page']!(fields)).toBe('Ada Pier')
  expect(readers['a mapping']!(fields)).toBe('Ada Pier')
})

test('a title beside both parts is what somebody is', () => {
  expect(readers['a mapping']!({ title: 'Engineer', first_name: 'Ada', last_name: 'Pier' })).toBe('Ada Pier')
})

test('what a row is called is no part of who speaks: it may be its title', () => {
  expect(readers['a row']!({ name: 'Tides', surname: 'Pier', firstname: 'Ada' })).toBe('Ada Pier')
})

test.each(['Founder, Oars', 'Software Engineer', 'Community Organizer', 'CTO'])(
  'a title says what somebody is: %s',
  (title) => expect(isRoleAlone(title)).toBe(true),
)

test.each(['How a founder sails', 'Tides that turn', 'What I learnt from being a CTO', 'Editors at sea'])(
  'a title is a talk’s: %s',
  (title) => expect(isRoleAlone(title)).toBe(false),
)

test('a last name is no role where people are listed', () => {
  expect(isRole('Peter Hacker')).toBe(false)
})
