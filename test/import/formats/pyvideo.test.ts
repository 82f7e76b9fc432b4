import { describe, expect, test } from 'vitest'
import { readContent } from '../read-content.ts'

const talk = (title: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  id: `ev/${String(title)}`,
  event: 'Ev',
  title,
  videos: [],
  ...more,
})

describe('talks one a line', () => {
  test.each([
    ['null', 'expected object, received null'],
    ['not JSON', 'is not a line of JSON'],
    ['<schedule>', 'is not a line of JSON'],
    [JSON.stringify(talk(null)), 'title: is missing or empty'],
  ])('are told by the name of the file where the first line is %s', async (first, reason) => {
    const { titles, bad, failure } = await readContent(
      `${first}\n${JSON.stringify(talk('Mill'))}\n`,
      'x.jsonl',
    )
    expect({ titles, failure }).toEqual({ titles: ['Mill'], failure: undefined })
    expect(bad[0]).toBe(`x.jsonl:1 ${reason}`)
  })

  test('may begin with a long line', async () => {
    const long = JSON.stringify(talk('Long', { description: 'word '.repeat(20_000) }))
    const { titles } = await readContent(`${long}\n${JSON.stringify(talk('Mill'))}\n`, 'x.jsonl')
    expect(titles).toEqual(['Long', 'Mill'])
  })

  test('may be in UTF-16', async () => {
    const { titles } = await readContent(
      Buffer.from(`\ufeff${JSON.stringify(talk('Zürich'))}\n`, 'utf16le'),
      'x.jsonl',
    )
    expect(titles).toEqual(['Zürich'])
  })
})

test('lines of any other list are read as that, and each keeps its key', async () => {
  const lines = [
    { title: 'Mill', speaker: 'Ada Lovelace', abstract: 'It weaves.' },
    { title: 'Store', speaker: { name: 'Alan Turing', company: 'Bletchley' }, date: '2024-06-09' },
    {
      title: 'Loom',
      speakers: [{ name: 'Ada Lovelace' }],
      description: 'It weaves too.',
      category: 'Ev 2012',
    },
    { title: 'Wheel', speakers: 'Ada Lovelace and Alan Turing' },
    { id: 'ev/bell', event: 'Ev', title: 'Bell', speakers: ['Grace Hopper'], description: 'It rings.' },
  ]
  const { talks, bad } = await readContent(lines.map((line) => JSON.stringify(line)).join('\n'), 'x.jsonl')
  expect(bad).toEqual([])
  expect(talks).toMatchObject([
    {
      key: expect.stringMatching(/\/Mill$/),
      speakers: [{ name: 'Ada Lovelace' }],
      text: { value: 'It weaves.' },
    },
    { key: expect.stringMatching(/\/Store$/), speakers: [{ name: 'Alan Turing' }], date: '2024-06-09' },
    {
      key: expect.stringMatching(/\/Loom$/),
      speakers: [{ name: 'Ada Lovelace' }],
      text: { value: 'It weaves too.' },
      tags: [],
      event: { name: 'Ev 2012' },
    },
    { key: expect.stringMatching(/\/Wheel$/), speakers: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }] },
    { key: 'ev/bell', name: 'bell', speakers: [{ name: 'Grace Hopper' }], event: { name: 'Ev' } },
  ])
})

test.each([
  [{ time: '10:00' }, {}],
  [{ abstract: 'More.', date: '2024-06-09' }, { date: '2024-06-09' }],
  [{ recorded: '2012-07-03', date: '2024-06-09' }, { date: '2012-07-03' }],
  [{ source_url: 'https://video.example/mill' }, { links: [] }],
  [
    { category: 'Ev 2012', url: 'https://slides.example' },
    { tags: [], event: { name: 'Ev 2012' } },
  ],
  [{ status: 'draft', state: 1 }, {}],
  [{ speaker: 'Grace Hopper' }, {}],
])('what a line says in pyvideo’s fields is the same beside further ones: %j', async (further, changed) => {
  const line = {
    title: 'Mill',
    speakers: ['Ada Lovelace'],
    description: 'It weaves, and it goes on.',
    summary: 'It weaves.',
  }
  const { talks, bad } = await readContent(JSON.stringify({ ...line, ...further }), 'x.jsonl')
  expect(bad).toEqual([])
  expect(talks).toMatchObject([
    {
      speakers: [{ name: 'Ada Lovelace' }],
      text: { value: 'It weaves.\n\nIt weaves, and it goes on.' },
      ...changed,
    },
  ])
})

test('a day on which a talk was recorded has no time of another day beside it', async () => {
  const line = {
    title: 'Mill',
    speaker: 'Ada Lovelace',
    recorded: '2012-07-03',
    start: '2012-07-04T11:00:00',
  }
  const { talks } = await readContent(JSON.stringify(line), 'x.jsonl')
  expect(talks).toMatchObject([{ speakers: [{ name: 'Ada Lovelace' }], date: '2012-07-03' }])
  expect(talks[0]).not.toHaveProperty('starts')
})

test('talks in an array are read, and bad ones named', async () => {
  const { talks, bad } = await readContent(JSON.stringify([talk('Mill'), null, talk(''), talk('Store')]))
  expect(talks).toMatchObject([
    { title: 'Mill', key: 'ev/Mill', event: { name: 'Ev' } },
    { title: 'Store', key: 'ev/Store' },
  ])
  expect(bad).toEqual([
    'input, talk 2 expected object, received null',
    'input, talk 3 title: is missing or empty',
  ])
})
