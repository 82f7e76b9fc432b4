import { expect, test } from 'vitest'
import { talksOnProgramme } from '../../../src/import/formats/programme-page.ts'
import { readContent } from '../read-content.ts'

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
