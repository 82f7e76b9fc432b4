import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { createImporting } from '../../cli/importing.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { readContent } from '../read-content.ts'

const written = (value: unknown, name: string) =>
  /json$/.test(name) ? JSON.stringify(value) : stringify(value)

const told = async (value: unknown, name: string) =>
  (await readContent(written(value, name), name)).talks.map(({ title, event, date, room, speakers }) =>
    [title, event.name, date ?? '', room ?? '', ...speakers.map((one) => one.name)].join(' | '),
  )

const titlesOf = async (value: unknown, name: string) =>
  (await told(value, name)).map((line) => line.split(' | ')[0])

const slides = { title: 'Tides that turn', slides: 'tides.pdf', tags: ['water'] }
const linked = { title: 'Knots that hold', link: 'https://knots.example' }
const dated = { title: 'Ropes that break', date: '2019-04-03' }
const titles = [slides, linked, dated]
const names = titles.map(({ title }) => title)

describe('a list of titles, each with somewhere to look, or a day,', () => {
  test.each(['talks.yml', 'talks.json', 'my-talks.yml', 'presentations.yml', 'speaking.json'])(
    'is of talks in a file called so: %s',
    async (name) => {
      expect(await titlesOf(titles, name)).toEqual(names)
      expect(await titlesOf({ id: 'talks', items: titles }, name)).toEqual(names)
      expect(await titlesOf({ talks: { 2019: titles } }, name)).toEqual(names)
    },
  )

  test.each([
    'sessions.json',
    'lectures.yml',
    'cfps.yml',
    'nav.yml',
    'config.yml',
    'en.json',
    'presentation.json',
  ])('is none in %s', async (name) => {
    expect(await told(titles, name)).toEqual([])
    expect(await told({ talks: titles }, name)).toEqual([])
    expect(await told({ menu: { talks: titles } }, name)).toEqual([])
  })

  test.each([
    ['one thing', [slides]],
    ['titles alone', titles.map(({ title }) => ({ title, note: 'to come' }))],
    ['single words', ['Tides', 'Knots', 'Ropes'].map((title) => ({ title, slides: 'all.pdf' }))],
    ['pages of the site', titles.map(({ title }) => ({ title, url: '/talks/' }))],
    ['years alone', titles.map(({ title }) => ({ title, date: '2019' }))],
    ['books', titles.map((one) => ({ ...one, isbn: '978' }))],
    ['titles that say by whom', titles.map((one) => ({ ...one, title: `${one.title} by Ada Pier` }))],
    [
      'what somebody is',
      ['Founder', 'Software engineer', 'Editor'].map((title) => ({ ...linked, title, name: 'Ada Pier' })),
    ],
    ['events', ['March meetup', 'Oar Conf 2024'].map((title) => ({ title, date: '2024-03-09' }))],
    ['other lists', { menu: titles, more: { all: titles } }],
  ])('is none in a file called talks, if it is of %s', async (_, value) => {
    expect(await told(value, 'talks.yml')).toEqual([])
  })

  test.each([
    'All talks',
    'Our talks',
    'Submit a talk',
    'Code of conduct',
    'Tickets on sale',
    'CFP open',
    'Call for papers',
    'Day 1',
    'Track 2',
  ])('is none with an entry called %s', async (title) => {
    const entry = { title, url: 'https://oars.example', date: '2024-06-09' }
    expect(await told([...titles, entry], 'talks.yml')).toEqual([])
  })

  test.each([
    { entries: [{ topic: 'Tides', speaker: 'Ada Pier' }] },
    { slots: [{ name: 'Tides', speakers: ['Ada Pier'] }] },
    { first: { name: 'Tides', speaker: 'Ada Pier' } },
    { items: [{ title: 'Tides', start: '10:00' }] },
    { sessions: ['tides', 'knots'] },
    { events: ['Oar Conf'] },
  ])('is none if an entry holds more: %j', async (held) => {
    const days = ['Opening of the harbour', 'Closing of the harbour'].map((title) => ({
      title,
      date: '2024-06-09',
      url: 'https://oars.example',
    }))
    expect(await told(days, 'talks.yml')).toHaveLength(2)
    const found = await titlesOf([days[0], { ...days[1], ...held }], 'talks.yml')
    expect(found).not.toEqual(expect.arrayContaining(['Closing of the harbour']))
  })

  test('keeps the occasions of its talks', async () => {
    const occasion = (name: string, date: string) => ({ name, date })
    const given = [
      { ...slides, events: [occasion('OarConf', '2024-06-09'), occasion('KnotFest', '2023-06-09')] },
      { ...linked, events: [occasion('OarConf', '2024-06-09')] },
    ]
    expect(await told(given, 'talks.yml')).toEqual([
      'Tides that turn | OarConf | 2024-06-09 | ',
      'Tides that turn | KnotFest | 2023-06-09 | ',
      'Knots that hold | OarConf | 2024-06-09 | ',
    ])
  })

  test('leaves out what is no talk beside talks that say who speaks', async () => {
    const all = [{ title: 'Oars', speaker: 'Ada Pier' }, ...titles]
    expect(await titlesOf(all, 'talks.yml')).toEqual(['Oars'])
  })
})

describe('the place of such a talk', () => {
  test.each(['Oar Conf 2024', { name: 'Knot Fest 2023', link: 'https://knots.example' }])(
    'is its event if it is called like one and says of which year: %j',
    async (place) => {
      const name = typeof place === 'string' ? place : place.name
      const [first, second] = await told([{ ...slides, place }, linked], 'talks.yml')
      expect(first).toBe(`Tides that turn | ${name} |  | `)
      expect(second).toMatch(/^Knots that hold \| (?!Oar|Knot)/)
    },
  )

  test.each([
    'Summit Room',
    'Conference Room B 2024',
    'Festival Hall',
    'Forum',
    'Congress Centre 2024',
    'Oar Conf',
    'Bergen, Norway 2024',
    'Room 2001',
    'Camp Nou',
  ])('is no event if it is called %s', async (location) => {
    const [first] = await told([{ ...slides, location }, linked], 'talks.yml')
    expect(first).toMatch(/^Tides that turn \| /)
    expect(first?.split(' | ')[1]).not.toContain(location)
  })
})

test('a list of titles that lies beside others is imported if it is named: others may tell more of its talks', async () => {
  const folder = join(temporaryFolder(), 'oars')
  await mkdir(folder)
  const talks = titles.map(({ title }) => ({ title, speaker: 'Ada Pier' }))
  await writeFile(join(folder, 'talks.yml'), written(titles, 'talks.yml'))
  await writeFile(join(folder, 'program.yml'), written(talks, 'program.yml'))
  const importing = createImporting()
  await importing.run(folder, '--yes')
  const speaking = (await readCorpus(importing.corpus)).talks.map(({ speakers }) => speakers.length)
  expect(speaking).toEqual([1, 1, 1])
  const { code } = await createImporting().run(join(folder, 'talks.yml'), '--yes')
  expect(code).toBe(0)
})
