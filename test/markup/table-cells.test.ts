import { expect, test } from 'vitest'
import { readDocument } from '../../src/markup/read-markup.ts'
import { alignedHtmlTable, alignedTable } from '../../src/markup/table-cells.ts'

const table = (...lines: string[]) => alignedTable(lines)

test('a table is its cells below each other, without the line below its header', () => {
  expect(table('| Year | Rain |', '|---|:-:|', '| 2021 | **212** mm |', '| 2022 | |')).toBe(
    'Year | Rain\n2021 | 212 mm\n2022 |',
  )
  expect(table('Year | Rain', '--- | ---', '2021 | `212`')).toBe('Year | Rain\n2021 | 212')
  expect(table('| Year | Rain |', '|------+------|', '| 2021 | 212 |')).toBe('Year | Rain\n2021 | 212')
})

test('a dash alone is an empty cell, a bar behind a backslash is of its cell, and an empty header is none', () => {
  expect(table('| a | b |', '|---|---|', '| - | - |')).toBe('a | b\n- | -')
  expect(table('| Command | Use |', '|---|---|', '| a \\| b | pipe |')).toBe('Command | Use\na ¦ b   | pipe')
  expect(table('| | |', '|---|---|', '| Loki | 95 |', '| S3 | 23 |')).toBe('Loki | 95\nS3   | 23')
})

test('a table too wide for one line is not aligned', () => {
  const long = 'rain '.repeat(20).trim()
  expect(table('| Year | What |', '|---|---|', `| 21 | ${long} |`)).toBe(`Year | What\n21 | ${long}`)
})

test('a row of many cells makes no other row longer', () => {
  const cells = Array.from({ length: 1_000 }, (_, column) => `${column}`)
  const rows = Array.from({ length: 1_000 }, () => '| 1 |')
  const text = table(`|${cells.join('|')}|`, `|${'-|'.repeat(1_000)}`, ...rows)
  expect(text).toBe([cells.join(' | '), ...rows.map(() => '1')].join('\n'))
  const html = `<table><tr><td>${cells.join('<td>')}</tr>${'<tr><td>1</td></tr>'.repeat(1_000)}</table>`
  expect(alignedHtmlTable(html)).toBe(text)
})

test('what is drawn with bars stays as it was drawn', () => {
  expect(table('|  box  |', '|_______|')).toBeUndefined()
  expect(table('+---+---+', '| a | b |', '+---+---+')).toBeUndefined()
  expect(table('| one | row |')).toBeUndefined()
  expect(table('| a |   b |', '|___|_____|')).toBeUndefined()
  expect(table('| harbour | sea |', '|-------->|     |', '|<--------|     |')).toBeUndefined()
})

test('a table in HTML is read as one, unless it lays out something else', () => {
  const rows =
    '<tr><th>Year<th>Rain</tr>\n<tr><td>2021</td><td><a href="https://a.example">212</a> &amp; more</td></tr>'
  expect(alignedHtmlTable(`<table>\n${rows}\n</table>`)).toBe(
    'Year | Rain\n2021 | 212 (https://a.example) & more',
  )
  expect(alignedHtmlTable(`<table><caption>Rain</caption>${rows}</table>`)).toBeUndefined()
  expect(
    alignedHtmlTable(`<table>${rows}<tr><td><img src="a.png"></td><td></td></tr></table>`),
  ).toBeUndefined()
  expect(alignedHtmlTable('<table><tr><td>one</td></tr><tr><td>two</td></tr></table>')).toBeUndefined()
})

test('a table within a document stands at its line, and the text around it stays', () => {
  const { blocks } = readDocument(
    '# Rain\n\nBefore\n<table>\n<tr><td>Year</td><td>Rain</td></tr>\n<tr><td>2021</td><td>212</td></tr>\n</table>\nAfter\n\n| a | b |\n|---|---|\n| 1 | 22 |\nEnd',
  )
  expect(blocks.map(({ form, text, line }) => [form, text, line])).toEqual([
    ['heading', 'Rain', 1],
    ['paragraph', 'Before', 3],
    ['code', 'Year | Rain\n2021 | 212', 4],
    ['paragraph', 'After', 8],
    ['code', 'a | b\n1 | 22', 10],
    ['paragraph', 'End', 13],
  ])
})
