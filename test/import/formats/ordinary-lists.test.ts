import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { runs } from '../../helpers/runs.ts'
import { readContent } from '../read-content.ts'

// People call the same fields of their lists as they like, and put them below days, rooms and ids: whatever goes together is read.

const titles = [
  'Tides that turn',
  'Knots at sea',
  'How we cut our rope in half',
  'Harbours: beyond the three pillars',
  'Do we still need oars?',
  'Ten things I hate about tar',
]
const people = ['Ada Miller', 'Ben Schmidt', 'Marie Dubois', 'Tom Baker', 'Laura Rossi', 'David Cohen']
const texts = [
  'The crew moved from oars to sails and told what broke.',
  'A tour of the knots that they tried and dropped.',
  'She argued that most boats should be one.',
]

interface Told {
  readonly title: string
  readonly name: string
  readonly text: string
}

const told = fc
  .tuple(
    fc.shuffledSubarray(titles, { minLength: 2, maxLength: 5 }),
    fc.shuffledSubarray(people, { minLength: 5, maxLength: 5 }),
  )
  .map(([some, names]) =>
    some.map((title, at): Told => ({ title, name: names[at]!, text: texts[at % texts.length]! })),
  )

const titleKeys = ['title', 'Title', 'talk', 'session', 'presentation', 'topic', 'subject', 'talk_title']
const textKeys = [
  'abstract',
  'description',
  'desc',
  'text',
  'content',
  'body',
  'details',
  'blurb',
  'shortDescription',
]
const speakersOf: Readonly<Record<string, (name: string) => unknown>> = {
  'a name': (name) => ({ speaker: name }),
  'a list of names': (name) => ({ speakers: [name] }),
  'a mapping': (name) => ({ presenter: { name, company: 'Northwind' } }),
  mappings: (name) => ({ speakers: [{ name, bio: 'She has been at sea for long.' }] }),
}
const shapes: Readonly<Record<string, (records: readonly object[]) => unknown>> = {
  'a list': (records) => records,
  'a list below a key': (records) => ({ talks: records }),
  'a list a day': ([first, ...others]) => ({ '2024-06-09': [first], '2024-06-10': others }),
  tracks: ([first, ...others]) => ({
    tracks: [
      { name: 'Sails', talks: [first] },
      { name: 'Oars', talks: others },
    ],
  }),
}

describe.each(Object.keys(speakersOf))('talks in data, each with its speaker as %s', (speaker) => {
  test.each(Object.keys(shapes))('in %s', async (shape) => {
    await fc.assert(
      fc.asyncProperty(
        told,
        fc.constantFrom(...titleKeys),
        fc.constantFrom(...textKeys),
        fc.constantFrom('talks', 'data', 'program'),
        fc.boolean(),
        async (all, titleKey, textKey, stem, isJson) => {
          const records = all.map(({ title, name, text }) => ({
            [titleKey]: title,
            ...(speakersOf[speaker]?.(name) as object),
            [textKey]: text,
          }))
          const value = shapes[shape]?.(records)
          const read = isJson
            ? await readContent(JSON.stringify(value), `${stem}.json`)
            : await readContent(stringify(value), `${stem}.yml`)
          const found = read.talks.map(({ title, speakers, text }) => ({
            title,
            name: speakers.map(({ name }) => name).join(),
            text: text.form === 'abstract' ? text.value : '',
          }))
          expect(found).toEqual(all)
        },
      ),
      { numRuns: runs(20) },
    )
  })
})

const linesOf = async (value: unknown, name = 'talks.yml') =>
  (await readContent(typeof value === 'string' ? value : stringify(value), name)).talks.map(
    ({ title, speakers, event, date, starts, room }) =>
      [title, speakers.map(({ name }) => name).join(' & '), event.name, date, starts, room]
        .map((one) => one ?? '')
        .join(' | '),
  )

test('what a talk says of its slot is when and where it is', async () => {
  const slot = { start: '2024-06-09T10:00', end: '2024-06-09T10:45', room: 'Boat house' }
  expect(await linesOf([{ title: 'Tides', speaker: 'Ada Miller', slot }])).toEqual([
    'Tides | Ada Miller | Imported talks 2024 | 2024-06-09 | 10:00 | Boat house',
  ])
})

test('sessions that say who speaks in their own way are not those of Sessionize', async () => {
  const session = { title: 'Tides', speakerName: 'Ada Miller', startsAt: '2024-06-09T10:00:00' }
  expect(await linesOf(JSON.stringify({ sessions: [session] }), 'x.json')).toEqual([
    'Tides | Ada Miller | Imported talks 2024 | 2024-06-09 | 10:00 | ',
  ])
})

test('lists of talks below names with a year are of these events, and below what they are of the file’s', async () => {
  const of = (name: string, title: string) => ({ name, talks: [{ title, speaker: 'Ada Miller' }] })
  const list = [of('Oar Council 2021', 'Tides'), of('Talks 2022', 'Knots')]
  expect(await linesOf(list, 'harbour.yml')).toEqual([
    'Tides | Ada Miller | Oar Council 2021 |  |  | ',
    'Knots | Ada Miller | Harbour |  |  | ',
  ])
})

test('who is called by name beside titles speaks, in a file that is called talks', async () => {
  const list = [
    { name: 'Ada Miller', title: 'Tides that turn', slides: 'https://tides.example' },
    { name: 'Ben Schmidt', title: 'Knots at sea' },
  ]
  expect(await linesOf(list)).toEqual([
    'Tides that turn | Ada Miller | Imported talks |  |  | ',
    'Knots at sea | Ben Schmidt | Imported talks |  |  | ',
  ])
  expect(await linesOf(list, 'people.yml')).toEqual([])
})

test('what was noted item by item is of the text', async () => {
  const talk = { title: 'Tides', speaker: 'Ada Miller', summary: 'They turn.', takeaways: ['Mind the moon'] }
  const read = await readContent(stringify([talk]), 'talks.yml')
  expect(read.talks[0]?.text).toEqual({ form: 'abstract', value: 'They turn.\n\n- Mind the moon' })
})

test('notes beside abstracts are for those who run the event', async () => {
  const talk = {
    title: 'Tides',
    speaker: 'Ada Miller',
    abstract: 'They turn.',
    notes: 'Needs a lot of water.',
  }
  const read = await readContent(stringify([talk]), 'talks.yml')
  expect(read.talks[0]?.text).toEqual({ form: 'abstract', value: 'They turn.' })
})

test.each([
  [
    'changes, with their authors and subjects',
    ['Mend the rope', 'Add more sails'].map((subject) => ({ author: 'Ada Miller', subject })),
  ],
  ['a site with its author', { name: 'My Boats', author: { name: 'Ada Miller' }, description: 'On boats.' }],
  ['tracks', ['Keynotes', 'Track A', 'Track A'].map((session) => ({ session, speaker: 'Ada Miller' }))],
])('no talks are %s', async (_, value) => {
  expect(await linesOf(value, 'data.yml')).toEqual([])
})

describe('a table', () => {
  test.each([
    ['Name,Topic\nAda Miller,Tides that turn\nTom Baker,Knots at sea\n'],
    ['Full name,Session\nAda Miller,Tides that turn\nTom Baker,Knots at sea\n'],
    ['First name,Last name,Topic\nAda,Miller,Tides that turn\nTom,Baker,Knots at sea\n'],
    ['Paper title,Speaker / Company\nTides that turn,Ada Miller (Northwind)\nKnots at sea,Tom Baker\n'],
    ['"Title","Speaker"\r\n"Tides that turn","Ada Miller"\r\n"Knots at sea","Tom Baker"\n'],
  ])('%j', async (table) => {
    expect(await linesOf(table, 'talks.csv')).toEqual([
      'Tides that turn | Ada Miller | Imported talks |  |  | ',
      'Knots at sea | Tom Baker | Imported talks |  |  | ',
    ])
  })

  test('of people alone is none of talks', async () => {
    const table = 'Name,Role\nAda Miller,CTO\nTom Baker,Engineer\n'
    expect((await readContent(table, 'people.csv')).failure).toContain('without a column of titles')
  })

  test('says the hour in a column for what is scheduled', async () => {
    const table = 'Title,Speaker,Scheduled At\nTides,Ada Miller,2024-06-09 10:30\n'
    expect(await linesOf(table, 'talks.csv')).toEqual([
      'Tides | Ada Miller | Imported talks 2024 | 2024-06-09 | 10:30 | ',
    ])
  })
})
