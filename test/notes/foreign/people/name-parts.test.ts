import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecordTalk } from '../../../../src/import/formats/record-talk.ts'
import { knownName, namePartsIn, wholeName } from '../../../../src/notes/foreign/people/name-parts.ts'
import { peopleIn } from '../../../../src/notes/foreign/people/people.ts'
import { isRole, isRoleAlone } from '../../../../src/notes/foreign/people/person-names.ts'
import { namesById } from '../../../../src/notes/foreign/sites/people-by-id.ts'
import { personOfPage } from '../../../../src/notes/foreign/sites/person-page.ts'
import { runs } from '../../../helpers/runs.ts'

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
  ['name_first', 'name_last'],
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
  [{ name: 'ada99', lastName: 'Pier' }, 'ada99'],
  [{ name: 'ada99', firstName: 'Ada', lastName: 'Pier' }, 'Ada Pier'],
  [{ name: 'Ada-Maria', lastName: 'Pier' }, 'Ada-Maria Pier'],
  [{ name: 'Ada Pier', first_name: 'Ada', last_name: 'Pier' }, 'Ada Pier'],
  [{ name: 'ada', first_name: 'Ada', last_name: 'Pier' }, 'Ada Pier'],
  [{ name: 'Ada Pier', display_name: 'adap' }, 'Ada Pier'],
  [{ full_name: 'Ada Pier', name: 'ada', surname: 'Pier' }, 'Ada Pier'],
  [{ public_name: 'Ada Pier' }, 'Ada Pier'],
  // A name that has the last one already, wherever it stands in it.
  [{ name: 'Ada García López', lastName: 'García' }, 'Ada García López'],
  [{ name: 'Ada Garcia', lastName: 'García López' }, 'Ada Garcia'],
  [{ name: 'Ada Pier-Jones', lastName: 'Pier' }, 'Ada Pier-Jones'],
  [{ name: '山田太郎', lastName: '山田' }, '山田太郎'],
  [{ name: '山田太郎', firstName: '太郎', lastName: '山田' }, '山田太郎'],
  [{ name: '山田太郎', firstName: 'Taro', lastName: 'Yamada' }, '山田太郎'],
  [{ name: '김민준', lastName: '김' }, '김민준'],
  // What is the first name alone.
  [{ display_name: 'Fay', first_name: 'Fay', last_name: 'Brown' }, 'Fay Brown'],
  [{ name: 'Fay Ann', first_name: 'Fay Ann', last_name: 'Brown' }, 'Fay Ann Brown'],
  [{ full_name: 'Fay', first_name: 'Fay', last_name: 'Brown' }, 'Fay Brown'],
  [{ display_name: 'Fay B.', first_name: 'Fay', last_name: 'Brown' }, 'Fay B.'],
  [{ display_name: 'Fay' }, 'Fay'],
  [{ first_name: 'Ada', last_name: ' ' }, undefined],
  [{ last_name: 'Pier' }, undefined],
  [{ company_name: 'Oars' }, undefined],
])('the whole name in %j is %s', (fields, name) => {
  expect(wholeName(partsOf(fields))).toBe(name)
})

const word = fc.constantFrom('Ada', 'García', 'López', 'Pier', 'Jones', 'Müller', "O'Neil", 'Ørsted')
const names = fc
  .uniqueArray(word, { minLength: 3, maxLength: 5 })
  .chain((words) =>
    fc.tuple(fc.constant(words), fc.nat({ max: words.length - 2 }), fc.constantFrom(' ', '-')),
  )

test('a whole name is told as it is written, whichever of its words is the last name', () => {
  fc.assert(
    fc.property(names, fc.boolean(), ([[first = '', ...others], at, sign], hasFirst) => {
      const name = `${first} ${others.join(sign)}`
      const last = others[at] ?? ''
      const parts = { name, last: last.toUpperCase(), ...(hasFirst && { first }) }
      expect(wholeName(parts)).toBe(name)
    }),
    { numRuns: runs(100) },
  )
})

test('no word of a name is told twice, and whoever is called by the first alone has both', () => {
  const keys = fc.constantFrom('full', 'name', 'shown')
  fc.assert(
    fc.property(names, keys, ([[last = '', ...words]], key) => {
      const first = words.join(' ')
      expect(wholeName({ [key]: first, first, last })).toBe(`${first} ${last}`)
      expect(wholeName({ [key]: `${first} ${last}`, first, last })).toBe(`${first} ${last}`)
    }),
    { numRuns: runs(100) },
  )
})

test.each(Object.keys(readers).filter((place) => place !== 'a row'))(
  '%s tells a name that has the last one already as it is written, and adds it to the first one alone',
  (place) => {
    const read = readers[place]!
    expect(read({ name: 'Ada García López', lastName: 'García' })).toBe('Ada García López')
    expect(read({ name: '山田太郎', lastName: '山田' })).toBe('山田太郎')
    expect(read({ display_name: 'Fay', first_name: 'Fay', last_name: 'Brown' })).toBe('Fay Brown')
  },
)

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
