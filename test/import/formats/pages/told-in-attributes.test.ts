import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../helpers/runs.ts'
import { readContent } from '../../read-content.ts'

const event = (name: string, inner: string) =>
  `<li itemscope itemtype="https://schema.org/Event"><h3 itemprop="name">${name}</h3>${inner}</li>`
const performer = (name: string) =>
  `<span itemprop="performer" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span>, <span itemprop="jobTitle">Pilot</span></span>`
const page = (inner: string) =>
  `<!doctype html><html><head><title>Programme</title></head><body>${inner}</body></html>`

const tides = event(
  '<a itemprop="url" href="https://oars.example/tides">Tides</a>',
  `<time itemprop="startDate" datetime="2026-05-10T10:00">ten</time><p itemprop="description">They <em>turn</em>.${performer('Ada Pier')}
  <span itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Hall</span></span>`.replace(
    'turn</em>.',
    'turn</em>.</p>',
  ),
)
const knots = event(
  'Knots &amp; ropes',
  '<meta itemprop="startDate" content="2026-05-10T13:00"><span itemprop="performer">Bob Smith</span><span itemprop="performer">Ada Pier</span>',
)
const lunch = event('Lunch', '<meta itemprop="startDate" content="2026-05-10T12:00">')

describe('a page that lists talks in microdata', () => {
  test('gives each with its people, time and place, and none for a meal', async () => {
    const { talks } = await readContent(page(`<ul>${tides}${lunch}${knots}</ul>`), 'p.html')
    expect(talks).toMatchObject([
      {
        title: 'Tides',
        speakers: [{ name: 'Ada Pier' }],
        date: '2026-05-10',
        starts: '10:00',
        room: 'Hall',
        links: [{ url: 'https://oars.example/tides' }],
        text: { value: expect.stringMatching(/^They <em>turn/) },
      },
      { title: 'Knots & ropes', speakers: [{ name: 'Bob Smith' }, { name: 'Ada Pier' }], starts: '13:00' },
    ])
  })

  test('is of the event that the page is on', async () => {
    const whole = `<div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">OarConf 2026</h1>${tides}${knots}</div>`
    const { talks } = await readContent(page(whole), 'p.html')
    expect(talks.map((talk) => talk.event.name)).toEqual(['OarConf 2026', 'OarConf 2026'])
  })
})

const told = `<div vocab="https://schema.org/" typeof="EducationEvent"><h2 property="name">Rose heads</h2>
  <time property="startDate" content="2024-10-01T10:00">1 Oct</time><span property="performer" typeof="Person"><a property="name" href="/ada">Ada Pier</a></span>
  <p property="description">Five blows make a rose head.</p></div>`

test('what attributes tell of a talk is added to what is read of its page, no word of which is lost', async () => {
  const around = `<h1>OarConf 2026</h1>${told}<p>Bring gloves.</p>`
  const plain = await readContent(
    page(around.replaceAll(/ (?:typeof|property|vocab)="[^"]*"/g, '')),
    'p.html',
  )
  const { talks } = await readContent(page(around), 'p.html')
  expect(plain.talks).toMatchObject([{ title: 'Rose heads', speakers: [] }])
  expect(talks).toMatchObject([
    { title: 'Rose heads', speakers: [{ name: 'Ada Pier' }], date: '2024-10-01', starts: '10:00' },
  ])
  expect(talks.map(({ key, text }) => [key, text])).toEqual(plain.talks.map(({ key, text }) => [key, text]))
})

const sentences =
  'Much was said of how they turn and hold, of ropes, and of what nobody had seen before. '.repeat(3)
const box = `<aside><h2>More talks</h2><ul>${tides}${knots}</ul></aside>`

test.each([
  [
    'a page of one talk with a box of others',
    `<h1>Sails</h1><p>Speaker: Ada Pier</p><p>${sentences}</p>${box}`,
    ['Sails'],
  ],
  [
    'a page of three talks with such a box',
    `<h1>OarConf 2026</h1>${['Sails', 'Masts', 'Hulls'].map((title) => `<h2>${title}</h2><p>Speaker: Ada Pier</p><p>${sentences}</p>`).join('')}${box}`,
    ['Sails', 'Masts', 'Hulls'],
  ],
  [
    'a page of talks whose texts no property holds',
    `<h1>OarConf 2026</h1>${['Sails', 'Masts'].map((title) => `<div itemscope itemtype="https://schema.org/Event"><h2>${title}</h2><b itemprop="name">${title} again</b>${performer('Ada Pier')}<p>${sentences}</p></div>`).join('')}`,
    ['Sails', 'Masts'],
  ],
])('%s loses no talk to it', async (_, inner, expected) => {
  expect((await readContent(page(inner), 'p.html')).titles).toEqual(expect.arrayContaining(expected))
})

test.each([
  [
    'a meetup of several talks',
    `<h1>Oar Evening</h1>${event('Oar Evening', performer('Ada Pier'))}<h2>Tides, by Ada Pier</h2><p>They turn.</p><h2>Knots, by Bob Smith</h2><p>They hold.</p>`,
  ],
  ['Open Graph', '<meta property="og:title" content="Tides"><h1>Tides</h1><p>They turn.</p>'],
  [
    'an article',
    `<article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="name">Tides</h1>${performer('Ada Pier')}</article>`,
  ],
])('%s is read as its text says', async (_, inner) => {
  const bare = page(inner.replaceAll(/ item(?:scope|type|prop)(?:="[^"]*")?/g, ''))
  const titles = (await readContent(bare, 'p.html')).titles
  expect((await readContent(page(inner), 'p.html')).titles).toEqual(titles)
})

test('no page is too odd to be read', async () => {
  const piece = fc.constantFrom(
    tides,
    knots,
    '<p itemprop="description">',
    '</div>',
    '<div itemscope>',
    '<b property=name content=a typeof=Event>',
    '</li>',
    '<li itemprop>',
    '"',
    '<',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const { failure } = await readContent(
        page(`<h1>Sails</h1><p>They fill.</p>${pieces.join('')}`),
        'p.html',
      )
      expect(failure).toBeUndefined()
    }),
    { numRuns: runs(100) },
  )
})
