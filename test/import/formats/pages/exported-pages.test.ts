import { expect, test } from 'vitest'
import { readContent } from '../../read-content.ts'

const linesOf = async (html: string, name: string) =>
  (await readContent(html, name)).talks.map(({ title, speakers, event, date, links }) =>
    [title, speakers.map((one) => one.name).join(), event.name, date ?? '', links[0]?.url ?? ''].join(' | '),
  )

test('rows of a table that say what each is are fields, as Notion exports them', async () => {
  const row = (key: string, value: string) =>
    `<tr class="property-row">\n  <th>${key}</th>\n  <td>${value}</td>\n</tr>`
  const rows = [
    row('<span class="icon"></span>Speaker', 'Ada Miller'),
    row('Event', '<span class="selected-value">OarConf 2024</span>'),
    row('Date', '<time>@June 9, 2024</time>'),
    row('URL', '<a href="https://tides.example">https://tides.example</a>'),
  ]
  const html = `<html><body><article><header><h1>Tides that turn</h1><table class="properties"><tbody>${rows.join('')}</tbody></table></header><p>They turn.</p></article></body></html>`
  expect(await linesOf(html, 'Tides 0123456789abcdef0123456789abcdef.html')).toEqual([
    'Tides that turn | Ada Miller | OarConf 2024 | 2024-06-09 | https://tides.example',
  ])
})

test('cells below or beside others in a table of columns stay apart', async () => {
  const html =
    '<html><body><h1>Tides that turn</h1><p>By the year.</p><table><tr><th>year</th><th>cost</th></tr><tr><td>2022</td><td>40</td></tr></table></body></html>'
  const [talk] = (await readContent(html, 'tides.html')).talks
  expect(talk?.text.form === 'notes' && talk.text.blocks.map(({ text }) => text)).toEqual([
    'By the year.',
    'year cost',
    '2022 40',
  ])
})

test('the part of a wiki that Confluence writes before a title is none of it', async () => {
  const talk = (title: string, name: string) =>
    `<h2>${title}</h2><p>Speaker: ${name}</p><ul><li>They turn.</li></ul>`
  const html = `<html><body><div id="main-header"><h1 id="title-heading" class="pagetitle">\n  <span id="title-text">\n    Engineering : OarConf 2024\n  </span>\n</h1></div><div id="main-content">${talk('Tides that turn', 'Ada Miller')}${talk('Knots at sea', 'Tom Baker')}</div></body></html>`
  expect(await linesOf(html, 'oarconf-2024_12345678.html')).toEqual([
    'Tides that turn | Ada Miller | OarConf 2024 |  | ',
    'Knots at sea | Tom Baker | OarConf 2024 |  | ',
  ])
})
