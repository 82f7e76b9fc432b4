import { describe, expect, test } from 'vitest'
import { readContent } from '../read-content.ts'

const moment = (date: string, time: string) => ({ date, time, tz: 'Europe/Berlin' })

const event = (more: Readonly<Record<string, unknown>>) => ({
  _type: 'Conference',
  id: '7',
  title: 'Looms of today',
  description: 'They weave.',
  startDate: moment('2026-04-20', '10:00:00'),
  endDate: moment('2026-04-20', '11:00:00'),
  category: 'Weaving Club',
  ...more,
})

const given = (...results: readonly unknown[]) =>
  readContent(JSON.stringify({ _type: 'HTTPAPIResult', count: results.length, results }), 'export.json')

const chairs = [{ first_name: 'Ada', last_name: 'Pier', fullName: 'Pier, Ada' }]

describe('an export without contributions', () => {
  test('gives the lectures of a category, each with its day and who holds it', async () => {
    const { talks, failure } = await given(
      event({ type: 'lecture', chairs }),
      event({ id: '8', type: 'lecture', chairs: [] }),
    )
    expect(failure).toBeUndefined()
    expect(talks).toMatchObject([
      {
        title: 'Looms of today',
        event: { name: 'Weaving Club' },
        date: '2026-04-20',
        starts: '10:00',
        speakers: [{ name: 'Ada Pier' }],
        text: { value: 'They weave.' },
      },
      { speakers: [] },
    ])
  })

  test.each([
    ['a conference, though it has chairs', { type: 'conference', chairs }],
    ['a meeting, though somebody chairs it', { type: 'meeting', chairs }],
    ['held by nobody', {}],
  ])('is no talk if it is %s: what to export is said', async (_, more) => {
    const { talks, failure } = await given(event(more))
    expect(talks).toEqual([])
    expect(failure).toContain('detail=contributions')
  })

  test('beside others is told', async () => {
    const contributions = [{ id: '1', title: 'Shuttles', speakers: chairs }]
    const { titles, found } = await given(event({ contributions }), event({ id: '8' }))
    expect(titles).toEqual(['Shuttles'])
    expect(found).toContainEqual({ hint: expect.stringContaining('1 of its events without contributions') })
  })
})

describe('sessions', () => {
  const talk = (id: string, title: string) => ({ id, title, speakers: chairs })
  const session = (...contributions: readonly unknown[]) => ({ _type: 'Session', contributions })

  test('give their contributions, with those of none', async () => {
    const { titles, failure } = await given(
      event({
        contributions: [talk('3', 'Dyes')],
        sessions: [session(talk('1', 'Shuttles')), session(talk('2', 'Yarns'))],
      }),
    )
    expect([titles, failure]).toEqual([['Dyes', 'Shuttles', 'Yarns'], undefined])
  })

  test('give each once, if they stand among all too', async () => {
    const { titles } = await given(
      event({ contributions: [talk('1', 'Shuttles')], sessions: [session(talk('1', 'Shuttles'))] }),
    )
    expect(titles).toEqual(['Shuttles'])
  })

  test('without contributions are told as such', async () => {
    const { failure } = await given(event({ sessions: [{ _type: 'Session', title: 'Morning' }] }))
    expect(failure).toContain('detail=contributions')
  })
})
