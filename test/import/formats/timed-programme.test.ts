import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTimedProgramme } from '../../../src/import/formats/timed-programme.ts'
import { growthOf, maxGrowth } from '../../helpers/growth.ts'
import { runs } from '../../helpers/runs.ts'
import { readContent } from '../read-content.ts'

const talks = [
  ['9:00', 'Eddies and whirls of the lower river', 'Ada Miller'],
  ['9:45', 'Rapids', 'Peter Smith and Anna Garcia'],
  ['10:30', 'How ropes break', 'Maria Lopez (Oars Ltd)'],
  ['11:15', 'Knots that hold', 'David Johnson, Rope University'],
] as const

const named = talks.map(([, title, people]) => [title, people.replace(/\s\(.*|, .*/, '').split(' and ')])

const read = (html: string) =>
  readTimedProgramme(html, 'x.html', { name: 'Oars' }).talks.map((one) =>
    'talk' in one ? [one.talk.title, one.talk.speakers.map(({ name }) => name)] : [],
  )

/** A page with a row each, written in one of the ways of `rowOf`. */
const pageOf = (rowOf: (hour: string, title: string, people: string) => string, around = ['', '']) =>
  `<html><body><h1>Programme</h1>${around[0]}${talks.map(([hour, title, people]) => rowOf(hour, title, people)).join('\n')}${around[1]}</body></html>`

const table = ['<table>', '</table>']

test.each<[string, string]>([
  [
    'the title above',
    pageOf((hour, title, people) => `<tr><td>${hour}</td><td><b>${title}</b><br>${people}</td></tr>`, table),
  ],
  [
    'the people above',
    pageOf((hour, title, people) => `<tr><td>${hour} am<td><h4>${people}</h4><p>${title}</p></tr>`, table),
  ],
  [
    'a column each',
    pageOf((hour, title, people) => `<tr><td>${hour}</td><td>${title}</td><td>${people}</td></tr>`, table),
  ],
  [
    'rows of other elements',
    pageOf(
      (hour, title, people) =>
        `<div class="row"><div><time><b>${hour}</b></time></div><div><h4>${title}</h4><p>${people}</p></div></div>`,
    ),
  ],
  [
    'items with an hour',
    pageOf(
      (hour, title, people) => `<li><span>${hour} – 10:00</span><h4>${title}</h4><p>${people}</p></li>`,
      ['<ul>', '</ul>'],
    ),
  ],
  [
    'a code before the people',
    pageOf(
      (hour, title, people) =>
        `<div><p>${hour}</p><div><h4>1A-2&nbsp;<span>${people}</span></h4><p>${title}</p></div></div>`,
    ),
  ],
])('a programme in HTML is read by its hours: %s', (_way, html) => {
  expect(read(html)).toEqual(named)
})

test('below people may stand what they are, and Chinese names are told by their place', () => {
  const names = ['王小明', '李大', '張三', '陳小美']
  const rows = talks.map(
    ([hour, title], at) =>
      `<tr><td>${hour}</td><td><div><strong>${names[at]}</strong></div><div>工程师 @ Oars</div><div>${title}</div></td></tr>`,
  )
  expect(read(`<table>${rows.join('')}</table>`)).toEqual(talks.map(([, title], at) => [title, [names[at]]]))
  const inEnglish = talks.map(
    ([hour, title, people]) =>
      `<tr><td>${hour}</td><td><p>${people}</p><p>Lead engineer, Oars</p><p>${title}</p></td></tr>`,
  )
  expect(read(`<table>${inEnglish.join('')}</table>`)).toEqual(named)
})

test('tracks stand side by side, each with its people and maybe an hour of its own; pauses are none', () => {
  const cell = (at: number) => `<td><h4>${talks[at]?.[1]}</h4><p>${talks[at]?.[2]}</p></td>`
  const html = `<table><tr><td colspan="3"><h4>Friday, 8 February 2013</h4></td></tr>
<tr><td>9:00</td>${cell(0)}${cell(1)}</tr><tr><td>10:00</td><td colspan="2"><h4>Coffee</h4></td></tr>
<tr><td>10:30</td>${cell(2)}<td>11:15</td>${cell(3)}</tr></table>`
  const { talks: found, isMost } = readTimedProgramme(html, 'x.html', { name: 'Oars' })
  expect(found.map((one) => ('talk' in one ? [one.talk.title, one.talk.date, one.talk.starts] : []))).toEqual(
    talks.map(([hour, title], at) => [title, '2013-02-08', (at < 2 ? '9:00' : hour).padStart(5, '0')]),
  )
  expect(isMost).toBe(true)
})

test('without hours, with fewer than three names, or with a room that is called like somebody, nobody is named', () => {
  expect(read(pageOf((_, title, people) => `<tr><td>${title}</td><td>${people}</td></tr>`, table))).toEqual(
    [],
  )
  expect(read(pageOf((hour, title) => `<tr><td>${hour}</td><td>${title}</td></tr>`, table))).toEqual([])
  const rooms = [...talks, ...talks].map(
    ([hour, title]) => `<tr><td>${hour}</td><td><h4>${title}</h4><p>Davis Hall</p></td></tr>`,
  )
  expect(read(`<table>${rooms.join('')}</table>`)).toEqual([])
})

test('what somebody has written around an agenda is not given up for it', async () => {
  const agenda = pageOf(
    (hour, title, people) => `<tr><td>${hour}</td><td>${title}<br>${people}</td></tr>`,
    table,
  )
  const told = `<h2>What I took home</h2>${'<p>Rivers bend where the bank is weak, and so do ropes.</p>'.repeat(20)}`
  const { talks: found } = await readContent(agenda.replace('</body>', `${told}</body>`), 'day.html')
  expect(JSON.stringify(found)).toContain('Rivers bend')
})

test('any text is read', () => {
  const part = fc.constantFrom(
    '<td>',
    '</td>',
    '<tr>',
    '<p>',
    '</div>',
    '<div>',
    '9:00',
    'Ada Miller',
    '<a href="x">',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      readTimedProgramme(parts.join(''), 'x.html', { name: 'Oars' })
    }),
    { numRuns: runs(200) },
  )
})

test.each([
  '<div>9:00',
  '<div><p>9:00</p><p>Eddies</p>',
  '<tr><td>9:00<td>Ada Miller<br>Eddies of the river',
  '<span>9:00 ',
  '<table><tr><td></td>',
])('a page of %s again and again takes as long as it is', async (again) => {
  const readAgain = (size: number) => readTimedProgramme(again.repeat(size), 'x.html', { name: 'Oars' })
  expect(await growthOf(readAgain, 5_000)).toBeLessThan(maxGrowth)
})
