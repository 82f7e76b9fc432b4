import { expect, test } from 'vitest'
import { talksOnProgramme } from '../../../../src/import/formats/pages/programme-page.ts'
import { growthOf, maxGrowth } from '../../../helpers/growth.ts'
import { readContent } from '../../read-content.ts'

const slot = (title: string, people: readonly string[], prefix: string) =>
  `<div class="slot"><h5 class="${prefix}-title">${title}</h5><ul class="${prefix}-speakers">${people
    .map(
      (name) =>
        `<li><img src="x.png"><p class="speaker-name">${name} <span class="speaker-position">Oars Inc</span></p></li>`,
    )
    .join('')}</ul></div>`

const page = (prefix: string) =>
  `<!doctype html><html><head><title>Programme &bull; OarConf 2026</title><script>var a = '<h5 class="talk-title">no</h5>'</script></head>
<body><h2>11 June 2026</h2>
<time class="start-time">10<span>00</span></time><time class="end-time">10<span>45</span></time>
${slot('Eddies &amp; whirls', ['Ada Beispiel', 'Ben Exemplar'], prefix)}
<time class="start-time">11<span>00</span></time>${slot('Coffee break', [], prefix)}
<time class="start-time">11<span>30</span></time>${slot('Rapids', ['Eva Probe'], prefix)}
</body></html>`

test.each(['slot', 'session', 'talk', 'schedule-item', 'agenda__session'])(
  'a programme whose classes begin with %s says who gives what, and when',
  async (prefix) => {
    const { talks } = await readContent(page(prefix), 'programme.html')
    expect(
      talks.map(({ title, speakers, event, date, starts }) => [
        title,
        speakers.map(({ name }) => name),
        event.name,
        date,
        starts,
      ]),
    ).toEqual([
      ['Eddies & whirls', ['Ada Beispiel', 'Ben Exemplar'], 'OarConf 2026', '2026-06-11', '10:00'],
      ['Rapids', ['Eva Probe'], 'OarConf 2026', '2026-06-11', '11:30'],
    ])
  },
)

test('one title or no name is no programme, and deep or unclosed elements take no long', () => {
  const read = (html: string) => talksOnProgramme(html, 'x.html', { name: 'Oars' })
  expect(read(slot('Eddies', ['Ada Beispiel'], 'slot'))).toEqual([])
  expect(read(slot('Eddies', [], 'slot') + slot('Rapids', [], 'slot'))).toEqual([])
  expect(read('<div class="slot-title">'.repeat(20_000))).toEqual([])
})

test('what a talk’s element holds besides is its text, its links and its hours, in whatever order; what lies around is nobody’s', async () => {
  const told = (title: string, name: string) =>
    `<h2 class="talk-title">${title}</h2><p class="speaker"><a href="https://people.example">${name}</a></p><p>In Dock 2</p>`
  const { talks } = await readContent(
    `<html><head><title>OarConf 2026 notes</title></head><body><h1>OarConf 2026</h1><p>Welcome to all who row, and to all who do not.</p>
<div class="talk">${told('Eddies', 'Ada Beispiel')}<p>They <b>turn</b> &amp; turn.</p><a href="https://slides.example/eddies">Slides</a><p class="time">9:00</p></div>
<div>${told('Rapids', 'Eva Probe')}<div><p>They roar.</p><p>Hold on.</p></div><p class="time">10:00</p></div>
<footer><a href="https://oars.example">All our sponsors</a> are thanked for all that they gave.</footer></body></html>`,
    'programme.html',
  )
  expect(
    talks.map(({ title, starts, links, text, event }) => [
      title,
      starts,
      links.map(({ url }) => url),
      text.form === 'abstract' && text.value,
      event.name,
    ]),
  ).toEqual([
    ['Eddies', '09:00', ['https://slides.example/eddies'], 'They turn & turn.', 'OarConf 2026'],
    ['Rapids', '10:00', [], 'They roar.\n\nHold on.', 'OarConf 2026'],
  ])
})

test('a day in a heading is no event', async () => {
  const html = page('slot').replace('Programme &bull; OarConf 2026', 'A day in 2019')
  const { talks } = await readContent(html, 'oars-2026.html')
  expect(new Set(talks.map(({ event }) => event.name))).toEqual(new Set(['Oars 2026']))
})

test.each([
  '<svg ',
  '<!--',
  '<script>',
  '<style>a</style>',
  '<p>a',
  '<a href="https://a.example">',
  `<div class="talk">${slot('Eddies', ['Ada Beispiel'], 'slot')}</div>`,
])('a page of %s again and again takes as long as it is', async (again) => {
  const read = (size: number) => talksOnProgramme(again.repeat(size), 'x.html', { name: 'Oars' })
  expect(await growthOf(read, again.length < 100 ? 40_000 : 4000)).toBeLessThan(maxGrowth)
})
