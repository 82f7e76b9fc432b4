import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type DayRange, withDays } from '../../../src/calendar/days.ts'
import { describeDate, describeRange } from '../../../src/calendar/describe-days.ts'
import { dateIn } from '../../../src/calendar/in-zone.ts'
import { readDate } from '../../../src/calendar/read-date.ts'
import { changeSettings, type TipChanges } from '../../../src/tips/settings/change-settings.ts'
import { noHolidays } from '../../../src/tips/settings/holidays.ts'
import { resolveDays } from '../../../src/tips/settings/resolve-days.ts'
import { defaultTipSettings, type TipChoice } from '../../../src/tips/settings/settings.ts'
import { describeChangeProblem } from '../../../src/tips/words/describe-change-problem.ts'
import { isAbsenceRequest } from '../../../src/tips/words/is-absence-request.ts'
import { parseTipsCommand } from '../../../src/tips/words/parse-tips-command.ts'
import { readDaysOff } from '../../../src/tips/words/read-days-off.ts'
import { runs } from '../../helpers/runs.ts'

/** A Saturday, at noon in London. */
const noon = Date.UTC(2026, 10, 28, 12)
const usual: TipChoice = defaultTipSettings('Europe/London', 0)

/** The settings after somebody said so. */
function after(words: string, before: TipChoice = usual, now = noon) {
  const command = parseTipsCommand(words)
  if (command.kind !== 'change') throw new Error(`${words}: ${JSON.stringify(command)}`)
  const { on: _, kind: __, ...changes } = command
  return changeSettings(before, changes as TipChanges, { area: undefined, calendar: noHolidays, now })
}

const settingsAfter = (...said: Parameters<typeof after>) => {
  const changed = after(...said)
  if ('problem' in changed) throw new Error(JSON.stringify(changed.problem))
  return changed.settings
}

const days = (...ranges: readonly (string | readonly [string, string])[]): readonly DayRange[] =>
  ranges.map((range) =>
    typeof range === 'string' ? { first: range, last: range } : { first: range[0], last: range[1] },
  )

describe('a pause', () => {
  test.each([
    ['pause until 5 January', '2027-01-05'],
    ['pause tips until the 5th of January', '2027-01-05'],
    ['pause until Jan 5, 2027', '2027-01-05'],
    ['pause the daily tips until 2027-01-05', '2027-01-05'],
    ['off until 5.1.', '2027-01-05'],
    ['pause until 24/12', '2026-12-24'],
    ['pause for two weeks', '2026-12-12'],
    ['snooze for a fortnight', '2026-12-12'],
    ['mute for a couple of weeks', '2026-12-12'],
    ['no tips for 3 days', '2026-12-01'],
    ['stop for a month', '2026-12-28'],
    ['no tips until Monday', '2026-11-30'],
    ['no more tips until next month', '2026-12-01'],
    ['turn tips off until Tuesday', '2026-12-01'],
    ['pause until next Friday', '2026-12-04'],
    ['pause until next week', '2026-11-30'],
    ['pause until the end of the month', '2026-12-01'],
    ['pause for the rest of the year', '2027-01-01'],
    ['pause until the new year', '2027-01-01'],
    ['pause until january', '2027-01-01'],
    ['pause until the 3rd', '2026-12-03'],
    ['pause until after 24 December', '2026-12-25'],
    ['skip the next 3 days', '2026-12-01'],
    ['starting Monday', '2026-11-30'],
    ['on vacation until Monday', '2026-11-30'],
    ["I'm away until Monday, please", '2026-11-30'],
    ['resume on Tuesday', '2026-12-01'],
  ])('“%s” lasts until %s', (words, until) => {
    expect(settingsAfter(words)).toEqual({ ...usual, pausedUntil: until })
  })

  test.each(['resume', 'Resume tips', 'unpause', 'start again'])('“%s” ends it', (words) => {
    expect(settingsAfter(words, { ...usual, pausedUntil: '2027-01-05' })).toEqual(usual)
  })

  test.each(['pause', 'pause the tips', 'pause until further notice', 'stop tips for now'])(
    '“%s” has no end: tips are off',
    (words) => {
      expect(parseTipsCommand(words)).toEqual({ kind: 'off' })
    },
  )

  test.each([
    ['pause until 28 November', /^A pause until today is no pause\. Nothing was changed/],
    ['pause until today', /^A pause until today is no pause/],
    ['pause until yesterday', /^Friday 27 November 2026 is over\. Nothing was changed/],
    ['pause until 5 Jan 2020', /^Sunday 5 January 2020 is over/],
    ['pause until 1 May 2062', /more than 2 years ahead/],
    ['pause until 31 February', /^There is no 31 February\./],
    ['pause until 29 Feb 2027', /^There is no 29 February 2027\./],
    [
      'pause until 5/1',
      /^“5\/1” may be Tuesday 5 January 2027 or Saturday 1 May 2027\. Nothing was changed: /,
    ],
    [
      'not on Friday 12 Dec',
      /^“Friday 12 Dec” may be Friday 11 December 2026 or Saturday 12 December 2026\. Nothing was changed/,
    ],
    ['off on 5 January 2027 to 24 December 2026', /is before/],
    ['remove 24 Dec', /^Thursday 24 December 2026 is not off\. Nothing was changed\. No days off are set\./],
    ['except weekdays', /^Then there would be no day left/],
  ])('“%s” changes nothing, and says why', (words, why) => {
    const changed = after(words)
    expect('problem' in changed && describeChangeProblem(changed.problem, [])).toMatch(why)
  })

  test('with a time of day is not understood: it would change the time of all tips', () => {
    expect(parseTipsCommand('pause until Monday 9am')).toMatchObject({ kind: 'not-understood' })
    expect(parseTipsCommand('pause until Monday, at 9:30')).toMatchObject({ kind: 'change', time: '09:30' })
  })
})

describe('days off', () => {
  test.each<[string, readonly DayRange[]]>([
    ['skip tomorrow', days('2026-11-29')],
    ['skip today', days('2026-11-28')],
    ['skip tomorrow’s tip', days('2026-11-29')],
    ['skip the day after tomorrow', days('2026-11-30')],
    ['not on Friday 11 Dec', days('2026-12-11')],
    ['no tips on Fri, Dec 11', days('2026-12-11')],
    ['take Friday off', days('2026-12-04')],
    ['no tips this week', days(['2026-11-28', '2026-11-29'])],
    ['skip the next tip', days('2026-11-30')],
    ['we’re off on Monday', days('2026-11-30')],
    ['please skip tomorrow, thanks', days('2026-11-29')],
    ['skip next week', days(['2026-11-30', '2026-12-06'])],
    ['off on 24 Dec to 1 Jan', days(['2026-12-24', '2027-01-01'])],
    ['off from 24 Dec until 1 Jan', days(['2026-12-24', '2027-01-01'])],
    ['off between 24 Dec and 1 Jan', days(['2026-12-24', '2027-01-01'])],
    ['days off: 24 Dec - 1 Jan'.replace(':', ''), days(['2026-12-24', '2027-01-01'])],
    ['off 24-26 December', days(['2026-12-24', '2026-12-26'])],
    ['off Dec 24 to 26', days(['2026-12-24', '2026-12-26'])],
    ['off on 24, 25 and 31 December', days(['2026-12-24', '2026-12-25'], '2026-12-31')],
    ['off on 24th and 25th of January', days(['2027-01-24', '2027-01-25'])],
    ['off on 24 Dec, 31 Dec and 6 Jan', days('2026-12-24', '2026-12-31', '2027-01-06')],
    ['off in August', days(['2027-08-01', '2027-08-31'])],
    ['off from 20 November to 5 December', days(['2026-11-28', '2026-12-05'])],
    ['off on 15 January to 1 February 2028', days(['2028-01-15', '2028-02-01'])],
    ['off on 24 December to 1 January 2028', days(['2027-12-24', '2028-01-01'])],
    ['skip 29 Feb', days('2028-02-29')],
  ])('“%s”', (words, daysOff) => {
    expect(settingsAfter(words)).toEqual({ ...usual, daysOff: withDays([], daysOff) })
  })

  const christmas = { ...usual, daysOff: days(['2026-12-24', '2027-01-01']) }
  test.each<[string, readonly DayRange[] | undefined]>([
    ['remove 27 Dec', days(['2026-12-24', '2026-12-26'], ['2026-12-28', '2027-01-01'])],
    ['not off on 24 Dec', days(['2026-12-25', '2027-01-01'])],
    ['don’t skip 1 January', days(['2026-12-24', '2026-12-31'])],
    ['remove days off 24 Dec to 1 Jan', undefined],
    ['remove all days off', undefined],
    ['no days off', undefined],
  ])('“%s” takes them back', (words, daysOff) => {
    expect(settingsAfter(words, christmas).daysOff).toEqual(daysOff)
  })

  test('a day of every week is no day off, but chosen no longer', () => {
    expect(settingsAfter('not on Fridays')).toEqual({ ...usual, weekdays: [1, 2, 3, 4] })
    expect(settingsAfter('no tips on mondays and tuesdays').weekdays).toEqual([3, 4, 5])
  })

  test('are at most fifty', () => {
    const daysOff = Array.from({ length: 50 }, (_, i) => ({
      first: addDays('2026-12-01', 2 * i),
      last: addDays('2026-12-01', 2 * i),
    }))
    expect(after('skip tomorrow', { ...usual, daysOff })).toEqual({ problem: { kind: 'too-many-days-off' } })
    expect(settingsAfter('skip 2 December', { ...usual, daysOff }).daysOff).toHaveLength(49)
  })
})

describe('every other week', () => {
  test.each([
    'every other week',
    'biweekly',
    'every two weeks',
    'fortnightly',
    'in alternate weeks'.slice(3),
  ])('“%s” begins with the week of the next tip', (words) => {
    expect(settingsAfter(words).everyOtherWeek).toBe('2026-11-30')
    const wednesday = Date.UTC(2026, 10, 25, 12)
    expect(settingsAfter(words, usual, wednesday).everyOtherWeek).toBe('2026-11-23')
  })

  test('said again, keeps its weeks; every week ends it', () => {
    const now = Date.UTC(2026, 11, 6, 12)
    const every = settingsAfter('every other week')
    expect(settingsAfter('every other week', every, now)).toEqual(every)
    expect(settingsAfter('every week', every)).toEqual(usual)
  })

  test('with its days', () => {
    expect(settingsAfter('every other monday at 9:30')).toMatchObject({
      weekdays: [1],
      time: '09:30',
      everyOtherWeek: '2026-11-30',
    })
    expect(settingsAfter('every second friday')).toMatchObject({ weekdays: [5] })
    expect(settingsAfter('mondays every other week starting 7 December')).toMatchObject({
      weekdays: [1],
      everyOtherWeek: '2026-12-07',
      pausedUntil: '2026-12-07',
    })
  })
})

describe('without “tips” before it', () => {
  test.each([
    'pause tips until 5 January',
    'pause for two weeks',
    'no tips until Monday',
    'skip tomorrow',
    'off on 24 Dec to 1 Jan',
    'resume',
    'resume the tips',
    'can you pause the tips until Monday',
    'days off',
  ])('“%s” is about tips', (text) => {
    expect(isAbsenceRequest(text)).toBe(true)
  })

  test.each([
    'skip lists',
    'off by one errors',
    'pause a game loop',
    'not today',
    'tips for monday',
    'no tips',
    'resume parsing',
  ])('“%s” is not', (text) => {
    expect(isAbsenceRequest(text)).toBe(false)
  })
})

describe('whatever the day', () => {
  const today = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
  const zones = fc.constantFrom('Pacific/Kiritimati', 'Etc/GMT+12', 'Europe/London', 'America/New_York')
  const month = fc.constantFrom(
    'january',
    'feb',
    'Mar',
    'april',
    'May',
    'jun',
    'july',
    'Aug',
    'sept',
    'oct',
    'nov',
    'December',
  )
  const weekday = fc.constantFrom('Monday', 'tue', 'wednesday', 'Thu', 'friday', 'Sat', 'sunday')
  const number = fc.integer({ min: 1, max: 31 })
  const date = fc.oneof(
    fc.tuple(number, month).map(([day, name]) => `${day} ${name}`),
    fc.tuple(month, number).map(([name, day]) => `${name} ${day}`),
    fc.tuple(number, month, fc.integer({ min: 2020, max: 2035 })).map((parts) => parts.join(' ')),
    fc.tuple(number, fc.integer({ min: 1, max: 12 })).map((parts) => parts.join('/')),
    weekday,
    weekday.map((day) => `next ${day}`),
    number.map((day) => `the ${day}th`),
    fc.constantFrom('tomorrow', 'today', 'next week', 'this month', 'the weekend', 'next year', 'in 3 days'),
    month,
  )
  const phrase = fc.oneof(
    date,
    fc.tuple(date, date).map(([first, last]) => `${first} to ${last}`),
  )

  test('days that are named are today or later, or there is a reason', () => {
    fc.assert(
      fc.property(today, phrase, (today, text) => {
        const read = readDate(text.split(' '), 0)
        expect(read).toBeDefined()
        const resolved = resolveDays(read!.days, today)
        if ('problem' in resolved) {
          expect(describeChangeProblem(resolved.problem, [])).toContain('Nothing was changed')
          return
        }
        const { first, last } = resolved.range
        expect(first >= today && first <= last).toBe(true)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('tomorrow is that of the channel’s zone', () => {
    fc.assert(
      fc.property(today, fc.nat(24 * 60), zones, (day, minutes, zone) => {
        const now = Date.parse(day) + minutes * 60_000
        const { daysOff } = settingsAfter('skip tomorrow', { ...usual, zone }, now)
        expect(daysOff).toEqual(days(addDays(dateIn(zone, now), 1)))
        const other = settingsAfter(`skip tomorrow in Asia/Tokyo`, { ...usual, zone }, now)
        expect(other.daysOff).toEqual(days(addDays(dateIn('Asia/Tokyo', now), 1)))
      }),
    )
  })

  test('days as Hallway words them are understood as the same days', () => {
    const ranges = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 680 }), fc.nat(45)), { minLength: 1, maxLength: 10 })
      .chain((pairs) =>
        today.map((today) => ({
          today,
          ranges: withDays(
            [],
            pairs.map(([from, days]) => ({ first: addDays(today, from), last: addDays(today, from + days) })),
          ),
        })),
      )
    fc.assert(
      fc.property(ranges, ({ today, ranges }) => {
        expect(readDaysOff(ranges.map(describeRange).join(', '), today)).toEqual({ daysOff: ranges })
        const until = ranges.at(-1)!.last
        const read = readDate(describeDate(until).split(' '), 0)
        expect(resolveDays(read!.days, today)).toEqual({ range: { first: until, last: until } })
      }),
    )
  })
})
