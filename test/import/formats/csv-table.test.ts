import { expect, test } from 'vitest'
import { composeTalk } from '../../../src/import/compose/compose-talk.ts'
import { isTableOfTalks, readCsvTable } from '../../../src/import/formats/csv-table.ts'
import { isReadOfRecord } from '../../../src/import/formats/record-talk.ts'
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

test('what is left out of such rows is said, if nobody tells them apart', async () => {
  const rows = ['How to knot,Ada Beispiel,They hold.,', 'How to knot,,They slip.,']
  const { out, err } = await createImporting().run(
    `${writeFolder({ 'talks.csv': table(...rows) })}/talks.csv`,
  )
  expect(out + err).toMatch(/talks\.csv, row 3 "How to knot": .*left out/)
  expect(out).toContain('1 new, 1 bad')
})

test('a table that lacks a column which --columns names is refused, with those that it has', () => {
  const read = (columns: Readonly<Record<string, string>>) => [
    ...readCsvTable('Titel,Who\nKnots,Ada\n', 'talks.csv', { name: 'Oar Days' }, columns),
  ]
  expect(() => read({ title: 'Topic', speakers: 'who' })).toThrow(
    'it has no column “Topic”, which --columns names; its columns are Titel, Who',
  )
  expect(read({ title: 'titel ', speakers: 'Who' })).toHaveLength(1)
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

const sentence = 'They hold whatever the wind does.'

test('of talks without a text the columns that may hold it are told', () => {
  expect(hintsOf(`Title,Speaker,Verdict,Shoe size\nKnots,Ada,${sentence},38\n`)).toEqual([
    'The talks of talks.csv come without a text. If the column Verdict holds it, name it with --columns description="…".',
  ])
  expect(hintsOf(`Title,Speaker,Verdict,Told\nKnots,Ada,${sentence},${sentence}\n`)).toEqual([
    'The talks of talks.csv come without a text. If one of the columns Verdict, Told holds it, name it with --columns description="…".',
  ])
  expect(
    hintsOf(`Title,Speaker,Notes\nKnots,Ada,"${sentence} Their recall@10 was 0.8, and that of @ada less."\n`),
  ).toHaveLength(1)
  expect(hintsOf(`Title,Speaker,内容\nKnots,Ada,風が吹いても結び目はほどけません。\n`)).toHaveLength(1)
})

test.each([
  'Owner',
  'Owner Email',
  'E-mail',
  'Status',
  'Level',
  'Session Id',
  'Date Submitted',
  'LinkedIn',
  'Phone',
  'Company',
  'Bio',
  'TagLine',
])('a column %s is never told, since no talk’s text is in it', (column) => {
  expect(hintsOf(`Title,Speakers,${column}\nKnots,Ada,${sentence}\n`)).toEqual([])
})

test.each([
  'ada@oars.example',
  'Write to Ada Pier of Oar Ltd: ada@oars.example',
  `ada@oars.example\nTides,Bo,${sentence}`,
  'Oar Ltd',
  'Ada Pier; Bob Smith',
  '14 March 2026 10:00',
  'https://oars.example/knots-that-hold-whatever-comes',
  '+00 000 000 00 00',
  '',
])('a column that has no sentence, or an e-mail address, is not told: “%s”', (cell) => {
  expect(hintsOf(`Title,Speakers,Reached\nKnots,Ada,${cell}\n`)).toEqual([])
})

test('of talks with a text no column is told, whatever else it has', () => {
  const table = (text: string) =>
    `Session Id,Title,Description,Owner,Owner Email,Speakers,Feedback\n7,Knots,${text},Ada,ada@oars.example,Ada Pier,${sentence}\n`
  expect(hintsOf(table('They hold.'))).toEqual([])
  // A column for it that is empty is none.
  expect(hintsOf(table(''))).toEqual([expect.stringContaining('the column Feedback holds it')])
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

test.each(Object.entries(cells))('%s counts as read if anything of it is', (column, cell) => {
  const read = (columns: string, values: string) =>
    JSON.stringify(
      [...readCsvTable(`Title,${columns}\nKnots,${values}\n`, 'talks.csv', { name: 'Oar Days' })].filter(
        (one) => !('hint' in one),
      ),
    )
  const isRead = read(`Start,${column}`, `2026-03-14 10:00,${cell}`) !== read('Start', '2026-03-14 10:00')
  expect(isReadOfRecord(column)).toBe(isRead)
})

// They may be for those who run the programme: `rejected: too long`.
test.each(['Notes', 'My notes', 'Comments'])('a column %s is no text of a talk, but told', (column) => {
  const table = `Title,Speaker,${column}\nKnots,Ada,needs a projector that is bright\n`
  expect(told(table)).toEqual(['Ada:', { hint: expect.stringContaining(`the column ${column} holds it`) }])
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

test('an address in a column of links may lack its scheme, and the words beside it are none of it', async () => {
  const linksOf = async (slides: string) => {
    const { talks } = await readContent(`title,speaker,slides\nKnots,Ada Pier,"${slides}"\n`, 'oars.csv')
    return talks[0]?.links?.map(({ url }) => url)
  }
  expect(await linksOf('www.oars.example/knots')).toEqual(['https://www.oars.example/knots'])
  expect(await linksOf('https://oars.example/knots and also handout.pdf')).toEqual([
    'https://oars.example/knots',
  ])
  expect(await linksOf('https://oars.example/knots and a demo')).toEqual(['https://oars.example/knots'])
  expect(await linksOf('https://oars.example/a.pdf https://oars.example/b.pdf')).toEqual([
    'https://oars.example/a.pdf',
    'https://oars.example/b.pdf',
  ])
  expect(await linksOf('see the mail')).toEqual([])
})

test('the preview says how an event is called that a schedule does not name', async () => {
  const importing = createImporting()
  const folder = writeFolder({
    'spring/all.csv': 'title,speaker\nKnots,Ada Pier\n',
    'years.csv': 'title,speaker,date\nKnots,Ada Pier,2022-05-01\nSails,Bob Smith,2023-05-01\n',
    'event.csv': 'title,speaker,event\nKnots,Ada Pier,Oar Days\n',
  })
  expect((await importing.run(`${folder}/spring/all.csv`)).out).toContain(
    'names no event, so its talks are of “Spring”; name another with --event',
  )
  expect((await importing.run(`${folder}/event.csv`)).out).not.toContain('names no event')
  // One name for the talks of two years would put them into one event.
  const { out } = await importing.run(`${folder}/years.csv`)
  expect(out).toContain('“Years 2022”, “Years 2023”')
  expect(out).not.toContain('--event')
})

test('what a French table calls `Résumé` is the text of a talk; in English a resume is on somebody', () => {
  const rows = (column: string) => `Titre,Intervenant,${column}\nMarées,Ada Beispiel,Elles tournent.\n`
  expect(told(rows('Résumé'))).toEqual(['Ada Beispiel: Elles tournent.'])
  expect(told(rows('Resume'))).toEqual(['Ada Beispiel:'])
})

test('blanks end an address in a cell', async () => {
  const cell = 'https://example.org/a.pdf and https://example.org/b c/d.pdf'
  const { talks } = await readContent(`Title,Speaker,Slides\nRopes,Ada Beispiel,${cell}\n`, 'a.csv')
  expect(talks[0]?.links.map(({ url }) => url)).toEqual([
    'https://example.org/a.pdf',
    'https://example.org/b',
  ])
})

test('a column Tag is of subjects, also with days among them', async () => {
  const rows = 'Tag,Date,Title,Speaker\nrelease-2026-05-01,2026-07-01,Ropes,Ada Beispiel\n'
  expect((await readContent(rows, 'a.csv')).talks).toMatchObject([
    { date: '2026-07-01', tags: ['release-2026-05-01'] },
  ])
})

test('French columns name people of any kind, and keywords', async () => {
  const table = 'Titre;Intervenant·e·s;Mots-clés\nLes cernes;Ada Beispiel;forêt, climat\n'
  expect((await readContent(table, 'a.csv')).talks).toMatchObject([
    { speakers: [{ name: 'Ada Beispiel' }], tags: ['forêt', 'climat'] },
  ])
})

test('a column Session beside those who speak is no title: talks may be named in another', async () => {
  const table =
    'Session,Presentation,Speaker\nOn barley,What barley remembers,Ada Beispiel\nOn rye,Rye on sand,Ben Sample\n'
  const { titles, failure } = await readContent(table, 'agenda.csv')
  expect([titles, failure]).toEqual([[], expect.stringContaining('without a column of titles')])
})

test.each(['Session', 'Presentation', 'Topic', 'Subject', 'Thema'])(
  'a column %s holds titles if none is called so, and its cells say more than a word',
  async (column) => {
    const rows = (one: string, other: string) =>
      `${column},Speaker,Topics\n${one},Ada Beispiel,"oars, rope"\n${other},Ben Sample,"oars, rope"\n`
    const { titles } = await readContent(rows('What barley remembers', 'Rye on sand'), 'agenda.csv')
    expect(titles).toEqual(['What barley remembers', 'Rye on sand'])
    for (const [one, other] of [
      ['Monday', 'Tuesday'],
      ['Main hall', 'Main hall'],
    ] as const)
      expect((await readContent(rows(one, other), 'agenda.csv')).titles).toEqual([])
  },
)

test('letters that HTML names are letters of a name', async () => {
  const table = 'Title,Speaker\nRopes,Ren&eacute;e M&uuml;ller\n'
  expect((await readContent(table, 'a.csv')).talks).toMatchObject([{ speakers: [{ name: 'Renée Müller' }] }])
})

test('a table of more rows than any list of talks has is refused, with what to do', () => {
  const text = `title,speaker\n${'Knots,Ada Pier\n'.repeat(100_000)}`
  expect(() => [...readCsvTable(text, 'talks.csv', { name: 'OarConf' })]).toThrow(
    'it has more than 100,000 rows, which no list of talks has; if it is one, cut it into several',
  )
})

test.each([
  ['has too many rows', `title,speaker\n${'Knots,Ada Pier\n'.repeat(100_001)}`, true],
  ['is broken further down', 'title,speaker\nKnots,Ada Pier\n"Tides,Bob', true],
  ['is broken in its first line', '"title,speaker\nKnots,Ada Pier\n', false],
])('whether a table that %s is of talks is told by its first line', (_, text, isOfTalks) => {
  expect(isTableOfTalks(text)).toBe(isOfTalks)
})

const bodiesOf = (...rows: readonly string[]) =>
  [...readCsvTable(table(...rows), 'talks.csv', { name: 'Oar Days' })].flatMap((one) =>
    'talk' in one ? [composeTalk(one.talk, 'talk', 'Oar Days').body] : [],
  )

test('where somebody works stands in the details of a talk that has a text', () => {
  expect(
    bodiesOf(
      '"Tides","Ada Example (Tea Ltd), Bo Sample",They turn.,',
      '"Knots","Ada Example (she/her) <ada@tea.example>",They hold.,',
      '"Sails","Bo Sample (+49 170 1234567)",They fill.,',
      '"Ropes","Bo Sample (Oar Ltd)",,',
    ),
  ).toEqual(['They turn.\n\n## Details\n\n- Tea Ltd', 'They hold.', 'They fill.', ''])
})

test('rows that are one talk have the details of both', () => {
  const title = 'Introduction to knots'
  expect(
    bodiesOf(`${title},Ada Example (Tea Ltd),They hold.,`, `${title},Bo Sample (Oar Ltd),They hold.,`),
  ).toEqual(['They hold.\n\n## Details\n\n- Tea Ltd\n- Oar Ltd'])
})

test('a table imported again without the columns that were named takes no text away', async () => {
  const importing = createImporting()
  const file = `${writeFolder({ 'oar-days-2023.csv': 'Title,Speaker,Notes\nKnots that hold,Ada Beispiel,They hold in any storm.\n' })}/oar-days-2023.csv`
  const run = (...more: readonly string[]) => importing.run(file, '--yes', ...more)
  const bodies = async () => (await importing.records('oar-days-2023')).map(({ body }) => body)
  await run('--columns', 'description=Notes')
  const { out } = await run()
  expect(out).toContain('Kept as they are')
  expect(out).toContain('“Knots that hold”')
  expect(await bodies()).toEqual([expect.stringContaining('any storm')])
  expect((await run('--columns', 'description=Remarks')).err).toContain('no column “Remarks”')
  expect(await bodies()).toEqual([expect.stringContaining('any storm')])
  await run('--force')
  expect(await bodies()).toEqual([expect.not.stringContaining('any storm')])
})
