import { expect, test } from 'vitest'
import { readCsvTable } from '../../../src/import/formats/csv-table.ts'
import { createImporting } from '../../cli/importing.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'
import { readContent } from '../read-content.ts'

/** Who gave each talk, and what is said of it. */
const told = (text: string) =>
  [...readCsvTable(text, 'talks.csv', { name: 'Oar Days' })].map((one) =>
    'talk' in one && one.talk.text.form === 'abstract'
      ? `${one.talk.speakers.map(({ name }) => name).join(', ')}: ${one.talk.text.value} ${one.talk.tags.join(' ')}`.trim()
      : one,
  )
const table = (...rows: readonly string[]) => `title,speaker,abstract,tags\n${rows.join('\n')}\n`

test.each([
  ['nothing more', ',', ',', 'Ada Beispiel, Ben Sample:'],
  ['the same', 'They hold.,oars', 'They hold.,oars', 'Ada Beispiel, Ben Sample: They hold. oars'],
  ['nothing in the second', 'They hold.,oars', ',', 'Ada Beispiel, Ben Sample: They hold. oars'],
  ['something in the second alone', ',', 'They hold.,oars', 'Ada Beispiel, Ben Sample: They hold. oars'],
])('rows of one title that say %s are one talk', (_, one, other, talk) => {
  const [title, rest] = ['Introduction to knots', 'Tides,Cleo Muster,x,']
  expect(told(table(`${title},Ada Beispiel,${one}`, `${title},Ben Sample,${other}`, rest))).toEqual([
    talk,
    'Cleo Muster: x',
  ])
})

test.each([
  ['texts', 'They hold.,', 'They slip.,'],
  ['tags', ',oars', ',sails'],
])('rows of one title with other %s are not one talk', (_, one, other) => {
  const rows = [`Introduction to knots,Ada Beispiel,${one}`, `Introduction to knots,Ben Sample,${other}`]
  expect(told(table(...rows))).toHaveLength(2)
})

test('what is left out of such rows is said', async () => {
  const rows = ['How to knot,Ada Beispiel,They hold.,', 'How to knot,Ben Sample,They slip.,']
  const { out, err } = await createImporting().run(
    `${writeFolder({ 'talks.csv': table(...rows) })}/talks.csv`,
  )
  expect(out + err).toMatch(/talks\.csv, row 3 "How to knot": .*left out/)
  expect(out + err).not.toContain('Ben Sample')
})

test('a column that --columns names and the table lacks is said, with those that there are', () => {
  const named = (columns: Readonly<Record<string, string>>) =>
    [...readCsvTable('Titel,Who\nKnots,Ada\n', 'talks.csv', { name: 'Oar Days' }, columns)].flatMap((one) =>
      'hint' in one ? [one.hint] : [],
    )
  expect(named({ title: 'Topic', speakers: 'who' })).toEqual([
    'talks.csv has no column “Topic”, which --columns names; its columns are Titel, Who.',
  ])
  expect(named({ title: 'titel ', speakers: 'Who' })).toEqual([])
})

test.each(['Session Title', 'Talk Title', 'talk_title'])(
  '%s is the title, and what is called so beside it is what somebody is',
  async (column) => {
    const table = `First Name,Last Name,Title,${column}\nAda,Beispiel,CTO,Eddies\nEva,Probe,,Rapids\n`
    expect((await readContent(table, 'talks.csv')).titles).toEqual(['Eddies', 'Rapids'])
    const list = JSON.stringify([
      { title: 'CTO', [column]: 'Eddies', speaker: 'Ada Beispiel', description: 'They turn.' },
    ])
    expect((await readContent(list, 'talks.json')).titles).toEqual(['Eddies'])
  },
)

const hintsOf = (table: string) =>
  [...readCsvTable(table, 'talks.csv', { name: 'Oar Days' })].flatMap((one) =>
    'hint' in one ? [one.hint] : [],
  )

test('columns that say something and are not read are told, others not', () => {
  expect(hintsOf('Title,Speaker,Id,Verdict,Shoe size,Empty\nKnots,Ada,7,good,38,\n')).toEqual([
    'Not read of talks.csv: the columns Verdict, Shoe size. If one holds what is said of a talk, name it with --columns description="…".',
  ])
  expect(
    hintsOf('Title,Speaker,Abstract,Date,Room,Status\nKnots,Ada,They hold.,2026-03-14,Hall,accepted\n'),
  ).toEqual([])
})

/** A cell for each column, that something may be read in, beside the title and what one compares. */
const cells: Readonly<Record<string, string>> = {
  Company: 'Oar Ltd',
  Level: 'beginner',
  Status: 'rejected',
  Email: 'ada@oars.example',
  Comments: 'great one',
  Bio: 'She sails.',
  'Display name': 'Captain Ada',
  'First name': 'Ada',
  'Last name': 'Pier',
  Venue: 'Great hall',
  Attendees: 'Bo',
  City: 'Oxford',
  Image: 'a.png',
  Format: 'keynote',
  Code: 'K7',
  Language: 'German',
  Duration: '30',
}

test.each(Object.entries(cells))('%s is told as not read if nothing of it is', (column, cell) => {
  const read = (columns: string, values: string) =>
    JSON.stringify(
      [...readCsvTable(`Title,${columns}\nKnots,${values}\n`, 'talks.csv', { name: 'Oar Days' })].filter(
        (one) => !('hint' in one),
      ),
    )
  const isRead = read(`Start,${column}`, `2026-03-14 10:00,${cell}`) !== read('Start', '2026-03-14 10:00')
  expect(hintsOf(`Title,${column}\nKnots,${cell}\n`)).toHaveLength(isRead ? 0 : 1)
})

// They may be for those who run the programme: `rejected: too long`.
test.each(['Notes', 'My notes', 'Comments'])('a column %s is no text of a talk, but told', (column) => {
  const table = `Title,Speaker,${column}\nKnots,Ada,needs a projector\n`
  expect(told(table)).toEqual(['Ada:', { hint: expect.stringContaining(`the column ${column}.`) }])
})

test.each<readonly [date: string, unreadDay: string | undefined]>([
  ['soon', 'soon'],
  ['20/13/2026', '20/13/2026'],
  ['13/14/2024', '13/14/2024'],
  ['Saturday', 'Saturday'],
  // What tells a day, a time or a year is no slip.
  ['2026-03-14', undefined],
  ['14 March 2026', undefined],
  ['10:00', undefined],
  ['9:30 am - 10:15 am', undefined],
  ['2026', undefined],
  ['', undefined],
  // So is what says that there is none, and a day long ago is one.
  ...['-', '–', '?', 'n/a', 'N/A', 'TBA', 'tbd', 'to be announced'].map((none) => [none, undefined] as const),
  ['1921-11-01', undefined],
  ['13/11/1921', undefined],
  ['13 November 1921', undefined],
])('of a row whose day is “%s”, %s is told as no day', (date, unreadDay) => {
  const [talk] = [
    ...readCsvTable(`Title,Speaker,Date\nKnots,Ada,${date}\n`, 'talks.csv', { name: 'Oar Days' }),
  ]
  expect(talk && 'talk' in talk ? talk.unreadDay : talk).toBe(unreadDay)
})

test('days that cannot be read are one line of the preview, with the first and how many', async () => {
  const rows = ['Knots,Ada,soon', 'Tides,Ben,2026-03-14', 'Oars,Cleo,tba', 'Sails,Dan,later']
  const { out } = await createImporting().run(
    `${writeFolder({ 'talks.csv': `Title,Speaker,Date\n${rows.join('\n')}\n` })}/talks.csv`,
  )
  expect(out).toMatch(
    /No day can be read in \S*talks\.csv, row 2 \(“soon”\), or in 1 more: such talks come without one\./,
  )
})

test.each<readonly [dates: readonly string[], read: readonly (string | undefined)[]]>([
  [
    ['03/14/2024', '03/04/2024'],
    ['2024-03-14', '2024-03-04'],
  ],
  [
    ['03/14/2024', '14/03/2024'],
    [undefined, '2024-03-14'],
  ],
  // A slip turns the order as any cell does: what was imported before is to be the same again.
  [
    ['13/14/2024', '03/14/2024', '03/04/2024'],
    [undefined, undefined, '2024-04-03'],
  ],
])('the order of day and month is learnt of all cells: %s', (dates, read) => {
  const rows = dates.map((date, at) => `Knots ${at} that hold,Ada,${date}`)
  const table = `Title,Speaker,Date\n${rows.join('\n')}\n`
  const talks = [...readCsvTable(table, 'talks.csv', { name: 'Oar Days' })].flatMap((one) =>
    'talk' in one ? [one.talk.date] : [],
  )
  expect(talks).toEqual(read)
})
