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
