import { expect, test } from 'vitest'
import { talksInTables } from '../../../src/import/formats/programme-table.ts'
import { growthOf, maxGrowth } from '../../helpers/growth.ts'
import { readContent } from '../read-content.ts'

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<${tag}>${cell}</${tag}>`)).join('')}</tr>`

const header = ['Time', 'Talk', 'Speaker', 'Room']
const rows = [
  [
    '10:00–10:30',
    '<a href="https://oars.example/1">Tides that turn</a><br>Twice a day.',
    'Ada Pier',
    'Cellar',
  ],
  ['10:30–11:00', '<td colspan="2">Coffee</td>', ''],
  ['<td rowspan="2">11:00–11:30</td>', 'Knots &amp; loops', '<b>Bob Smith</b><br>Eve Brown', 'Cellar'],
  ['Sails', 'Finn White', 'Attic'],
  ['<td colspan=4>Sunday, 15 June 2025</td>'],
  ['09:00', 'Ropes', 'Gus Brown', ''],
]
const page = (names: readonly string[], body: readonly (readonly string[])[], around = '') =>
  `<!doctype html><html><head><title>OarConf 2025 – Programme</title></head><body><nav><a href="/">Home</a></nav>
<h1>OarConf 2025</h1>${around}<h2>Saturday, 14 June 2025</h2><table><thead>${row(names, 'th')}</thead>
<tbody>${body.map((cells) => row(cells)).join('\n')}</tbody></table></body></html>`

test('a table whose header names its columns says what is given when, where and by whom', async () => {
  const { talks } = await readContent(page(header, rows), 'programme.html')
  expect(
    talks.map(({ title, speakers, date, starts, ends, room }) => [
      title,
      speakers.map(({ name }) => name).join(', '),
      [date, starts, ends, room].filter(Boolean).join(' '),
    ]),
  ).toEqual([
    ['Tides that turn', 'Ada Pier', '2025-06-14 10:00 10:30 Cellar'],
    ['Knots & loops', 'Bob Smith, Eve Brown', '2025-06-14 11:00 11:30 Cellar'],
    ['Sails', 'Finn White', '2025-06-14 11:00 11:30 Attic'],
    ['Ropes', 'Gus Brown', '2025-06-15 09:00'],
  ])
  const [first] = talks
  expect(first).toMatchObject({ event: { name: 'OarConf 2025' }, text: { value: 'Twice a day.' } })
  expect(first?.links.map(({ url }) => url)).toEqual(['https://oars.example/1'])
})

test('columns may have names in other languages, and a header of plain cells', async () => {
  const plain = page(['Uhrzeit', 'Vortrag', 'Referentin'], [['10:00', 'Tiden', 'Ada Pier']]).replace(
    /<(\/?)th>/g,
    '<$1td>',
  )
  const { talks } = await readContent(plain, 'programm.html')
  expect(talks.map(({ title, speakers }) => [title, speakers[0]?.name])).toEqual([['Tiden', 'Ada Pier']])
})

test('what takes several rows is one talk', async () => {
  const { titles } = await readContent(
    page(
      ['Time', 'Talk', 'Speaker'],
      [['10:00', '<td rowspan="2">Rowing, a workshop</td>', '<td rowspan="2">Ada Pier</td>'], ['11:00']],
    ),
    'programme.html',
  )
  expect(titles).toEqual(['Rowing, a workshop'])
})

test.each([
  ['books by their authors', page(['Title', 'Author', 'Year'], [['The tide', 'Ada Pier', '1999']])],
  ['columns that are rooms', page(['Time', 'Cellar', 'Attic'], [['10:00', 'Tides', 'Knots']])],
  ['nobody who speaks', page(header, [['10:00', 'Tides', '', 'Cellar']])],
])('no talks of a programme: %s', (_, html) => {
  expect(talksInTables(html, 'page.html', { name: 'Oars' }).talks).toEqual([])
})

test('no word is lost: those of other columns are of the talk, and notes beside the table are notes', async () => {
  const notes =
    '<h2>Tides, my notes</h2><p>The tide turns twice a day, which nobody in the room had thought of before.</p>'
  const html = page(
    [...header, 'Notes'],
    [['10:00', 'Tides', 'Ada Pier', 'Cellar', 'Too <i>short</i>.']],
    notes,
  )
  const { talks } = await readContent(html, 'oars.html')
  expect(talks[0]).toMatchObject({ title: 'Tides', text: { value: 'Notes: Too short.' } })
  expect(JSON.stringify(talks.slice(1))).toContain('nobody in the room had thought of before')
})

test.each([
  row(rows[0]!),
  '<table><tr><th>Talk<th>Speaker',
  '<tr><td colspan="999" rowspan="999">x</td>',
  '<td ',
  '<td><a href="x',
  '<h2>14 June',
  '<caption',
])('a table with %s again and again takes as long as it is', async (again) => {
  const read = (size: number) =>
    talksInTables(`<table>${row(header, 'th')}${again.repeat(size)}</table>`, 'x.html', { name: 'Oars' })
  expect(await growthOf(read, again.length < 40 ? 40_000 : 4000)).toBeLessThan(maxGrowth)
})
