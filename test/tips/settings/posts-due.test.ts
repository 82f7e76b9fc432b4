import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../src/tips/settings/holidays.ts'
import { changeOver, duePosts, nextPosts } from '../../../src/tips/settings/posts-due.ts'
import { everyDay, type TipSchedule, workingDays } from '../../../src/tips/settings/settings.ts'
import { runs } from '../../helpers/runs.ts'

const daily = (time: string, zone: string): TipSchedule => ({ time, zone, weekdays: everyDay })
const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString()
const local = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
const hours = 60 * 60_000

describe('the next posts', () => {
  test.each<[why: string, time: string, zone: string, from: string, expected: string[]]>([
    [
      'an ordinary day',
      '09:30',
      'Europe/London',
      '2026-11-23T00:00Z',
      ['2026-11-23T09:30:00Z', '2026-11-24T09:30:00Z'],
    ],
    [
      'spring forward: 1:30 is missing and becomes 2:30 once',
      '01:30',
      'Europe/London',
      '2026-03-28T12:00Z',
      ['2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'],
    ],
    [
      'fall back: of two 1:30 the first',
      '01:30',
      'Europe/London',
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
    [
      'spring forward in America',
      '02:30',
      'America/New_York',
      '2026-03-07T12:00Z',
      ['2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'],
    ],
    [
      'fall back in America',
      '01:30',
      'America/New_York',
      '2026-10-31T12:00Z',
      ['2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z'],
    ],
    [
      'a gap of half an hour',
      '02:10',
      'Australia/Lord_Howe',
      '2026-10-03T12:00Z',
      ['2026-10-03T15:40:00Z', '2026-10-04T15:10:00Z'],
    ],
    [
      'half an hour that comes twice',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T12:00Z',
      ['2026-04-04T14:45:00Z', '2026-04-05T15:15:00Z'],
    ],
    [
      'the clocks go back for Ramadan',
      '02:30',
      'Africa/Casablanca',
      '2026-02-14T12:00Z',
      ['2026-02-15T01:30:00Z', '2026-02-16T02:30:00Z'],
    ],
    [
      'and forward after it',
      '02:30',
      'Africa/Casablanca',
      '2026-03-21T12:00Z',
      ['2026-03-22T02:30:00Z', '2026-03-23T01:30:00Z'],
    ],
    [
      'a date that Samoa never had',
      '09:00',
      'Pacific/Apia',
      '2011-12-29T00:00Z',
      ['2011-12-29T19:00:00Z', '2011-12-30T19:00:00Z'],
    ],
    [
      'an offset of 5:45',
      '09:00',
      'Asia/Kathmandu',
      '2026-11-23T00:00Z',
      ['2026-11-23T03:15:00Z', '2026-11-24T03:15:00Z'],
    ],
    [
      'a day that began at 1:00',
      '00:30',
      'America/Sao_Paulo',
      '2018-11-03T12:00Z',
      ['2018-11-04T03:30:00Z', '2018-11-05T02:30:00Z'],
    ],
    [
      'a midnight that came twice',
      '23:30',
      'America/Sao_Paulo',
      '2018-02-17T12:00Z',
      ['2018-02-18T01:30:00Z', '2018-02-19T02:30:00Z'],
    ],
    [
      'a gap that moves the time into the next day',
      '23:45',
      'America/Toronto',
      '1919-03-31T04:40Z',
      ['1919-03-31T04:45:00Z'],
    ],
    [
      'the furthest east',
      '00:00',
      'Pacific/Kiritimati',
      '2026-11-23T00:00Z',
      ['2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z'],
    ],
    [
      'the furthest west',
      '23:59',
      'Etc/GMT+12',
      '2026-11-23T00:00Z',
      ['2026-11-23T11:59:00Z', '2026-11-24T11:59:00Z'],
    ],
    [
      'a leap day',
      '12:00',
      'UTC',
      '2028-02-28T00:00Z',
      ['2028-02-28T12:00:00Z', '2028-02-29T12:00:00Z', '2028-03-01T12:00:00Z'],
    ],
    [
      'no leap day in 2100',
      '12:00',
      'UTC',
      '2100-02-28T00:00Z',
      ['2100-02-28T12:00:00Z', '2100-03-01T12:00:00Z'],
    ],
    ['from the very instant of a post', '12:00', 'UTC', '2026-01-01T12:00Z', ['2026-01-01T12:00:00Z']],
    ['from just after a post', '12:00', 'UTC', '2026-01-01T12:00:00.001Z', ['2026-01-02T12:00:00Z']],
  ])('%s: %s in %s', (_, time, zone, from, expected) => {
    const posts = nextPosts(daily(time, zone), noHolidays, { from: ms(from), count: expected.length })
    expect(posts.map(({ at }) => iso(at))).toEqual(expected)
  })

  test('carry their local date, also where a gap at midnight moves the time', () => {
    const posts = nextPosts(daily('00:30', 'America/Sao_Paulo'), noHolidays, {
      from: ms('2018-11-03T12:00Z'),
      count: 2,
    })
    expect(posts.map(({ date }) => date)).toEqual(['2018-11-04', '2018-11-05'])
  })

  test('leave out a date that the zone does not have', () => {
    const posts = nextPosts(daily('09:00', 'Pacific/Apia'), noHolidays, {
      from: ms('2011-12-29T00:00Z'),
      count: 2,
    })
    expect(posts.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31'])
  })

  test('keep to the weekdays and leave out holidays', () => {
    const schedule: TipSchedule = { ...daily('09:00', 'UTC'), weekdays: workingDays }
    const holiday = (date: string) => (date === '2026-12-08' ? 'Immacolata' : undefined)
    const posts = nextPosts(schedule, holiday, { from: ms('2026-12-04T00:00Z'), count: 3 })
    expect(posts.map(({ date }) => date)).toEqual(['2026-12-04', '2026-12-07', '2026-12-09'])
  })

  test('end where every day is a holiday', () => {
    expect(nextPosts(daily('09:00', 'UTC'), () => 'Always', { from: 0, count: 1 })).toEqual([])
  })

  test('are one for each date and strictly later each time, in every zone, at every time', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const from = fc.integer({ min: ms('1950-01-01T00:00Z'), max: ms('2040-01-01T00:00Z') })
    fc.assert(
      fc.property(zones, time, from, (zone, [hour, minute], from) => {
        const schedule = daily(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone)
        const posts = nextPosts(schedule, noHolidays, { from, count: 40 })
        expect(posts).toHaveLength(40)
        expect(new Set(posts.map(({ date }) => date)).size).toBe(40)
        expect(posts.every((post, i) => i === 0 || post.at > posts[i - 1]!.at)).toBe(true)
        // If the local time differs, the clocks went over it, and the post comes later on that day.
        for (const { date, at } of posts) {
          const wanted = Temporal.PlainDateTime.from(`${date}T${schedule.time}`)
          const late = wanted.until(local(at, zone)).total('hours')
          expect(late).toBeGreaterThanOrEqual(0)
          expect(late).toBeLessThan(24)
        }
        // Looking again from any of them gives the same ones.
        expect(nextPosts(schedule, noHolidays, { from: posts[7]!.at, count: 33 })).toEqual(posts.slice(7))
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('a look at the clock', () => {
  const schedule = daily('09:30', 'Europe/Rome')
  const graceMs = 3 * hours
  const look = (from: string, now: string) => {
    const { due, missed, next } = duePosts(schedule, noHolidays, { from: ms(from), now: ms(now), graceMs })
    return { due: due?.date, missed: missed.map(({ date }) => date), next: next?.date }
  }

  test.each<[why: string, from: string, now: string, expected: ReturnType<typeof look>]>([
    [
      'before the time',
      '2026-11-23T00:00Z',
      '2026-11-23T08:29:59.999Z',
      { due: undefined, missed: [], next: '2026-11-23' },
    ],
    [
      'on the dot',
      '2026-11-23T00:00Z',
      '2026-11-23T08:30Z',
      { due: '2026-11-23', missed: [], next: '2026-11-24' },
    ],
    [
      'at the end of the grace',
      '2026-11-23T00:00Z',
      '2026-11-23T11:30Z',
      { due: '2026-11-23', missed: [], next: '2026-11-24' },
    ],
    [
      'after the grace',
      '2026-11-23T00:00Z',
      '2026-11-23T11:30:00.001Z',
      { due: undefined, missed: ['2026-11-23'], next: '2026-11-24' },
    ],
    [
      'after three days away',
      '2026-11-20T00:00Z',
      '2026-11-23T09:00Z',
      { due: '2026-11-23', missed: ['2026-11-20', '2026-11-21', '2026-11-22'], next: '2026-11-24' },
    ],
    [
      'set up after the time',
      '2026-11-23T08:31Z',
      '2026-11-23T09:00Z',
      { due: undefined, missed: [], next: '2026-11-24' },
    ],
    [
      'a clock turned back',
      '2026-11-24T08:30Z',
      '2026-11-22T08:30Z',
      { due: undefined, missed: [], next: '2026-11-24' },
    ],
  ])('%s', (_, from, now, expected) => {
    expect(look(from, now)).toEqual(expected)
  })

  test('decides about every date exactly once, however the looks fall', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 40 * hours }), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (steps) => {
        const begin = ms('2026-03-20T00:00Z')
        let [from, now] = [begin, begin]
        const decided: string[] = []
        for (const step of steps) {
          now += step
          const { due, missed, next } = duePosts(schedule, noHolidays, { from, now, graceMs })
          decided.push(...[...missed, ...(due ? [due] : [])].map(({ date }) => date))
          from = next!.at
        }
        const expected = nextPosts(schedule, noHolidays, { from: begin, count: decided.length })
        expect(decided).toEqual(expected.map(({ date }) => date))
      }),
    )
  })
})

describe('a change of settings', () => {
  const over = (before: TipSchedule, after: TipSchedule, from: string, now: string) => {
    const { since, lost } = changeOver({ before, after }, noHolidays, { from: ms(from), now: ms(now) })
    return { since: iso(since), lost: lost.map(({ date }) => date) }
  }
  const [newYork, auckland] = [daily('09:30', 'America/New_York'), daily('09:30', 'Pacific/Auckland')]

  test('that moves the zone east past the time of a day says which day is lost', () => {
    // 20:00 in New York on the 23rd is 14:00 on the 24th in Auckland: its 9:30 is over.
    expect(over(newYork, auckland, '2026-11-24T14:30Z', '2026-11-24T01:00Z')).toEqual({
      since: '2026-11-24T01:00:00Z',
      lost: ['2026-11-24'],
    })
  })

  test('that moves the zone west loses nothing', () => {
    expect(over(auckland, newYork, '2026-11-24T20:30Z', '2026-11-24T01:00Z').lost).toEqual([])
  })

  test('to a time that is over today loses today', () => {
    const [evening, morning] = [daily('17:00', 'UTC'), daily('08:00', 'UTC')]
    expect(over(evening, morning, '2026-11-23T17:00Z', '2026-11-23T12:00Z').lost).toEqual(['2026-11-23'])
  })

  test('while a post is due and not made yet keeps that post due', () => {
    expect(over(newYork, newYork, '2026-11-23T14:30Z', '2026-11-23T14:31Z')).toEqual({
      since: '2026-11-23T14:30:00Z',
      lost: [],
    })
  })
})
