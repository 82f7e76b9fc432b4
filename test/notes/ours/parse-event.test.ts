import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../../src/notes/format-problem.ts'
import { eventFromFolder, parseEvent } from '../../../src/notes/ours/parse-event.ts'

const parse = (text: string) => parseEvent(text, { id: 'teacon-1999', file: 'event.yml' })

test('dates stay text, and the year is the one of the dates', () => {
  const text =
    '\uFEFFname: TeaCon 1999\r\nstarts: 1999-12-30\r\nends: 1999-12-31\r\nplace: Ely\r\nurl: https://tea.example\r\n'
  expect(parse(text)).toEqual({
    event: {
      id: 'teacon-1999',
      name: 'TeaCon 1999',
      starts: '1999-12-30',
      ends: '1999-12-31',
      year: 1999,
      place: 'Ely',
      url: 'https://tea.example',
    },
    problems: [],
  })
})

test.each([
  ['starts: 1999-12-31', 1999],
  ['starts: 1999-12-31\nends: 2000-01-02', undefined],
  ['starts: 1999-12-31\nends: 2000-01-02\nyear: 2000', 2000],
])('the year of an event with %j is %s', (dates, year) => {
  expect(parse(`name: TeaCon\n${dates}`).event?.year).toBe(year)
})

test('a name is enough', () => {
  expect(parse('name: TeaCon')).toEqual({ event: { id: 'teacon-1999', name: 'TeaCon' }, problems: [] })
})

describe('an event that an import has called by its file or a folder of data is told, so that it is named', () => {
  const imported = '# Imported; edit freely, an edited file is left alone. 0123456789abcdef\n'

  test.each(['Program', 'Website 2020', 'Prod', 'Yml', 'Imported talks 2019', 'Sessionize 2026'])(
    '%s',
    (name) => {
      const { event, problems } = parse(`${imported}name: ${name}\n`)
      expect(problems.map(formatProblem)).toEqual([
        `event.yml:2:7 warning: the event is called “${name}”, which says what was imported, and not of which event (give the event its name: \`name: …\`)`,
      ])
      expect(event?.name).toBe(name)
    },
  )

  test.each([`${imported}name: TeaCon 1999\n`, `${imported}name: Program Days\n`, 'name: Program\n'])(
    'and no other: %j',
    (text) => {
      expect(parse(text).problems).toEqual([])
    },
  )
})

describe('errors, each at its place', () => {
  test.each<[circumstance: string, text: string, ...problems: string[]]>([
    [
      'an empty file',
      '',
      'event.yml:1:1 error: `name` is missing or empty (give the event its name: `name: …`)',
    ],
    [
      'text alone',
      'TeaCon',
      'event.yml:1:1 error: the file is text, not keys with values (write one `key: value` a line)',
    ],
    [
      'two documents',
      'name: TeaCon\n---\nname: PotCon',
      'event.yml:2:1 error: bad YAML: a line --- divides it into several documents (keep one document in the file)',
    ],
  ])('%s', (_, text, ...problems) => {
    const { event, problems: found } = parse(text)
    expect(found.map(formatProblem)).toEqual(problems)
    expect(event).toBeUndefined()
  })
})

test.each<[circumstance: string, text: string, ...problems: string[]]>([
  [
    'a day that does not exist, a date in another order, and a year in quotes',
    'name: TeaCon\nstarts: 1999-02-29\nends: 3/1/1999\nyear: "1999"',
    'event.yml:2:9 error: `starts` is "1999-02-29" (write the date as YYYY-MM-DD)',
    'event.yml:3:7 error: `ends` is "3/1/1999" (write the date as YYYY-MM-DD)',
    'event.yml:4:7 error: `year` is text, not a whole number (write the year as a number: `year: 2012`)',
  ],
  [
    'a misspelt key',
    'name: TeaCon\nstart: 1999-02-28',
    'event.yml:2:1 error: unknown key `start` (did you mean `starts`?)',
  ],
  [
    'a misspelt time zone',
    'name: TeaCon\nzone: Europe/Berln',
    'event.yml:2:7 error: `zone` is "Europe/Berln" (did you mean Europe/Berlin?)',
  ],
  [
    'a time zone that is none',
    'zone: 12\nname: TeaCon',
    'event.yml:1:7 error: `zone` is 12, not text (write a time zone: `zone: Europe/Berlin`)',
  ],
])('%s is told, and what else the file says is kept', (_, text, ...problems) => {
  const { event, problems: found } = parse(text)
  expect(found.map(formatProblem)).toEqual(problems)
  expect(event).toEqual({ id: 'teacon-1999', name: 'TeaCon' })
})

test('the event.yml of another tool is read for what it says of the event', () => {
  const text =
    'id: tea\ntitle: "TeaCon 1999"\nkind: conference\nstart_date: "1999-12-30"\nend_date: "1999-12-31"\nlocation: Ely\nwebsite: https://tea.example\ntimezone: Europe/London\ndescription: ""\n'
  expect(parse(text)).toEqual({
    event: {
      id: 'teacon-1999',
      name: 'TeaCon 1999',
      starts: '1999-12-30',
      ends: '1999-12-31',
      year: 1999,
      place: 'Ely',
      url: 'https://tea.example',
      zone: 'Europe/London',
    },
    problems: [],
  })
})

test('an end before the start and an address that is none are only warned of', () => {
  const { event, problems } = parse('name: TeaCon\nstarts: 1999-02-02\nends: 1999-02-01\nurl: tea.example')
  expect(event).toEqual({
    id: 'teacon-1999',
    name: 'TeaCon',
    starts: '1999-02-02',
    ends: '1999-02-01',
    year: 1999,
  })
  expect(problems.map(formatProblem)).toEqual([
    'event.yml:3:7 warning: `ends` 1999-02-01 lies before `starts` 1999-02-02 (mend the dates)',
    'event.yml:4:6 warning: the address "tea.example" is left out, for it is not an http or https address (give the whole address, beginning with https://)',
  ])
})

test('any text whatever gives an event or an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { event, problems } = parse(text)
      expect(event !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true)
    }),
  )
})

test.each([
  ['europython-2012', { name: 'EuroPython 2012', year: 2012 }],
  ['kubecon-na-2023', { name: 'KubeCon NA 2023', year: 2023 }],
  ['pycon_uk  2012', { name: 'Pycon uk 2012', year: 2012 }],
  ['React in production', { name: 'React in production' }],
  ['Talks 0f1e2d3c4b5a69788796a5b4c3d2e1f0', { name: 'Talks' }],
  ['OarConf2012', { name: 'OarConf 2012', year: 2012 }],
  ['2012.oarconf.org', { name: 'Oarconf 2012', year: 2012 }],
  ['oar-summit-2012.wiki', { name: 'Oar Summit 2012', year: 2012 }],
  ['Oar wiki', { name: 'Oar wiki' }],
  ['été', { name: 'Été' }],
  ['---', { name: '---' }],
])('the folder %j is %j', (id, event) => {
  expect(eventFromFolder(id)).toEqual({ id, ...event })
})

test.each([
  ['split: none', 'none'],
  ['split: level 2', 2],
  ['split: { all.md: level 3, day.md: none }', { 'all.md': 3, 'day.md': 'none' }],
])('event.yml says with %j where its notes are split', (line, split) => {
  expect(parseEvent(`name: TeaCon\n${line}\n`, { id: 'tea', file: 'event.yml' })).toMatchObject({
    split,
    problems: [],
  })
})
