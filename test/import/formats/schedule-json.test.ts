import { describe, expect, test } from 'vitest'
import { readContent } from '../read-content.ts'

const talk = (id: number) => ({ guid: `g${id}`, title: `Talk ${id}` })
const schedule = (days: unknown) =>
  JSON.stringify({ schedule: { conference: { title: 'Engines 2018', days } } })
const day = { date: '2018-02-03', rooms: { A: [talk(1)] } }

describe('a schedule in JSON', () => {
  test.each([
    ['a day that is null', [null, day]],
    ['a day that is []', [[], day]],
    ['a day without rooms', [{ date: '2018-02-02' }, day]],
    ['rooms that are null', [{ date: '2018-02-02', rooms: null }, day]],
    ['rooms that are []', [{ date: '2018-02-02', rooms: [] }, day]],
    ['a room that is null', [{ rooms: { B: null, A: [talk(1)] } }]],
    ['a room that is {}', [{ rooms: { B: {}, A: [talk(1)] } }]],
  ])('is read where it has %s', async (_, days) => {
    const { titles, bad, failure } = await readContent(schedule(days))
    expect({ titles, bad, failure }).toEqual({ titles: ['Talk 1'], bad: [], failure: undefined })
  })

  test.each([
    ['a day that is a text', ['x', day], 'input, day 1 expected object, received string'],
    ['rooms that are a text', [{ rooms: 'x' }, day], 'input, day 1 rooms: holds no lists of talks'],
    [
      'a room that is a text',
      [{ rooms: { B: 'x' } }, day],
      'input, day 1, B expected array, received string',
    ],
  ])('has one bad record where it has %s', async (_, days, reason) => {
    const { titles, bad, failure } = await readContent(schedule(days))
    expect({ titles, bad, failure }).toEqual({ titles: ['Talk 1'], bad: [reason], failure: undefined })
  })
})

test('version 2 of a schedule names its event and people, whether or not it lists days', async () => {
  const events = [
    { ...talk(1), start: '2026-06-01T11:00:00+02:00', participants: [{ name: 'Ada Beispiel' }] },
  ]
  const conference = { title: 'Engines 2026' }
  for (const days of [{}, { days: [] }, { days: [day] }]) {
    const content = JSON.stringify({ schedule: { conference: { ...conference, ...days }, events } })
    expect((await readContent(content, 'v2.json')).talks).toMatchObject([
      {
        event: { name: conference.title },
        title: 'Talk 1',
        date: '2026-06-01',
        starts: '11:00',
        speakers: [{ name: 'Ada Beispiel' }],
      },
    ])
  }
})

describe("Sessionize's export", () => {
  test.each([
    ['speakers', { speakers: [null, 7, { id: 's', fullName: 'Ada Lovelace' }] }],
    ['categories', { categories: [null, 'x', { items: null }, { items: [null] }] }],
    ['no speakers', { speakers: null }],
  ])('is read where there are odd entries among its %s', async (_, odd) => {
    const whole = {
      sessions: [{ id: 1, title: 'Mill', speakers: ['s'] }],
      speakers: [],
      categories: [],
      ...odd,
    }
    const { titles, bad, failure } = await readContent(JSON.stringify(whole))
    expect({ titles, bad, failure }).toEqual({ titles: ['Mill'], bad: [], failure: undefined })
  })

  test('is read where one group, day or room is odd', async () => {
    const group = { groupName: 'All', sessions: [{ id: 1, title: 'Mill' }] }
    expect((await readContent(JSON.stringify([null, group, { sessions: null }]))).titles).toEqual(['Mill'])
    const room = { name: 'A', sessions: [{ id: 1, title: 'Mill' }] }
    const grid = [
      null,
      { date: '2018-02-03', rooms: [null, { name: 'B', sessions: null }, room] },
      { date: 'x', rooms: null },
    ]
    expect((await readContent(JSON.stringify(grid))).titles).toEqual(['Mill'])
  })

  test('says the language of a talk by a category in each of its views', async () => {
    const session = { id: 1, title: 'Mill', startsAt: '2026-04-21T10:00:00' }
    const all = {
      sessions: [{ ...session, categoryItems: [22, 31] }],
      speakers: [],
      categories: [
        { id: 2, title: 'Language', items: [{ id: 22, name: 'French' }] },
        { id: 3, title: 'Programming language', items: [{ id: 31, name: 'Ada' }] },
      ],
    }
    const categories = [
      { id: 2, name: 'Language', categoryItems: [{ id: 22, name: 'French' }] },
      { id: 3, name: 'Programming language', categoryItems: [{ id: 31, name: 'Ada' }] },
    ]
    for (const view of [all, [{ groupName: 'All', sessions: [{ ...session, categories }] }]]) {
      const { talks } = await readContent(JSON.stringify(view))
      expect(talks.map(({ language, tags }) => [language, tags])).toEqual([['French', ['Ada']]])
    }
  })

  test.each([
    ['https://oars.example/a', ['https://oars.example/a']],
    ['https://oars.example/my slides.pdf', ['https://oars.example/my%20slides.pdf']],
    ['www.oars.example/a', ['https://www.oars.example/a']],
    ['Slides: https://oars.example/a', ['https://oars.example/a']],
    ['https://oars.example/a, https://oars.example/b', ['https://oars.example/a', 'https://oars.example/b']],
    ['none yet', []],
  ])('has the addresses that an answer on slides names: %s', async (answerValue, links) => {
    const asked = (id: number) => ({
      sessions: [{ id: 1, title: 'Mill', questionAnswers: [{ questionId: id, answerValue }] }],
      speakers: [],
      categories: [],
      questions: [
        { id: 5, question: 'Slides' },
        { id: 6, question: 'What should we know?' },
      ],
    })
    const linksOf = async (id: number) =>
      (await readContent(JSON.stringify(asked(id)))).talks.flatMap((talk) => talk.links.map(({ url }) => url))
    expect(await linksOf(5)).toEqual(links)
    // What nobody asked for is not shown.
    expect(await linksOf(6)).toEqual(/^(?:https?:|www)/.test(answerValue) ? links : [])
  })

  test('counts what is shown in all rooms once', async () => {
    const session = { id: 7, title: 'Keynote', isPlenumSession: true }
    const rooms = [
      { name: 'A', sessions: [session] },
      { name: 'B', sessions: [session] },
    ]
    const { titles } = await readContent(JSON.stringify([{ date: '2018-02-03', rooms }]))
    expect(titles).toEqual(['Keynote'])
  })
})

describe("pretalx's API", () => {
  const page = {
    count: 4,
    next: 'https://pretalx.example/api/events/engines/submissions/?offset=3',
    previous: null,
    results: [
      {
        code: 'ABC123',
        title: 'Weaving patterns',
        state: 'confirmed',
        submission_type: { en: 'Keynote' },
        track: { en: 'Computing' },
        content_locale: 'de',
        abstract: 'What the engine can do.',
        description: 'And cannot.',
        speakers: [{ code: 'X', name: 'Ada Lovelace' }, null],
        slot: { room: { en: 'Main' }, start: '2018-02-03T10:00:00+00:00' },
        resources: [{ resource: 'https://engines.example/slides.pdf', description: 'Slides' }],
        tags: ['patterns'],
      },
      { code: 'DEF456', title: 'Taken back', state: 'withdrawn', speakers: [] },
      null,
    ],
  }

  test('gives talks with all that it says of them', async () => {
    const { talks, found, bad } = await readContent(JSON.stringify(page), 'engines-2018.json')
    expect(talks).toMatchObject([
      {
        key: 'ABC123',
        event: { name: 'Engines 2018' },
        title: 'Weaving patterns',
        kind: 'keynote',
        speakers: [{ name: 'Ada Lovelace' }],
        tags: ['Computing', 'patterns'],
        language: 'de',
        date: '2018-02-03',
        links: [{ title: 'Slides', url: 'https://engines.example/slides.pdf', kind: 'slides' }],
        text: { value: 'What the engine can do.\n\nAnd cannot.' },
      },
    ])
    expect(bad).toEqual(['engines-2018.json, talk 3 expected object, received null'])
    expect(found.some((one) => 'passed' in one)).toBe(true)
    expect(found.find((one) => 'hint' in one)).toMatchObject({ hint: expect.stringContaining('3 of 4') })
  })

  test.each([
    [
      'by what became of them',
      (some: readonly object[]) => ({ accepted: some.slice(0, 1), confirmed: some.slice(1) }),
    ],
    ['beside others', (some: readonly object[]) => [...some, { title: 'Mills', speaker: 'Bob Smith' }]],
    ['by events', (some: readonly object[]) => some.map((one) => ({ submissions: [one] }))],
  ])('submissions that lie %s are all read', async (_, arrange) => {
    const some = ['Looms', 'Shuttles'].map((title) => ({
      code: title,
      title,
      submission_type: 'Talk',
      speakers: [{ name: 'Ada Pier' }],
    }))
    const { talks } = await readContent(JSON.stringify(arrange(some)), 'engines-2018.json')
    expect(talks.map(({ title }) => title)).toEqual(expect.arrayContaining(['Looms', 'Shuttles']))
    expect(talks).toHaveLength([arrange(some)].flat().length === 3 ? 3 : 2)
  })

  test('may give slots, types and tracks as objects or numbers', async () => {
    const result = {
      code: 'A',
      title: 'Looms',
      slots: [{ start: '2018-02-04T10:00:00Z' }],
      submission_type: { id: 1, name: { en: 'Lightning talk' } },
      track: 3,
      speakers: ['XYZ'],
      tags: [{ id: 1, tag: 'looms' }],
    }
    const { talks } = await readContent(
      JSON.stringify({ count: 1, next: null, previous: null, results: [result] }),
    )
    expect(talks).toMatchObject([{ kind: 'lightning', date: '2018-02-04', speakers: [], tags: ['looms'] }])
  })
})

test("pretalx's widget gives talks with the names that it lists", async () => {
  const widget = {
    talks: [
      {
        code: 'A',
        title: { en: 'Looms' },
        abstract: 'abs',
        speakers: ['X', 'Y'],
        track: 1,
        start: '2018-02-03T10:00:00Z',
      },
      { code: 'B', title: null },
    ],
    speakers: [{ code: 'X', name: 'Ada Lovelace' }, null],
    tracks: [{ id: 1, name: { en: 'Computing' } }, null],
    rooms: null,
    event_start: '2018-02-03',
    event_end: '2018-02-05',
  }
  const { talks, bad } = await readContent(JSON.stringify(widget))
  expect(talks).toMatchObject([
    {
      key: 'A',
      event: { starts: '2018-02-03', ends: '2018-02-05' },
      title: 'Looms',
      speakers: [{ name: 'Ada Lovelace' }],
      tags: ['Computing'],
      date: '2018-02-03',
    },
  ])
  expect(bad).toEqual(['input, talk 2 title: is missing or empty'])
})
