import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { maxTimes, readSeries } from '../../../../src/import/formats/calendars/calendar-series.ts'
import { withPlan } from '../../../../src/import/import-talks.ts'
import { maxGiven } from '../../../../src/import/plan/compare-sources.ts'
import { writeEvent } from '../../../../src/import/write/write-import.ts'
import { recordsFile } from '../../../../src/notes/file-names.ts'
import type { TalkRecord } from '../../../../src/notes/talk-record.ts'
import { runs } from '../../../helpers/runs.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { readContent } from '../../read-content.ts'

const berlin = ';TZID=Europe/Berlin:'
const start = `DTSTART${berlin}20261005T100000`

const calendar = (...entries: readonly (readonly string[])[]) =>
  [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:Oar Evenings',
    ...entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const knots = (...more: readonly string[]) => ['UID:knots', 'SUMMARY:Knots that hold', ...more]
const text = 'DESCRIPTION:We tie knots until they hold.'

async function timesOf(...entries: readonly (readonly string[])[]) {
  const { talks } = await readContent(calendar(...entries))
  return talks.map(({ date, starts, ends, again = [] }) =>
    [{ date, starts, ends }, ...again].map((slot) =>
      [slot.date, slot.starts, slot.ends].filter(Boolean).join(' '),
    ),
  )
}

test('a series is one talk with all its times, by clocks that change', async () => {
  const rule = 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5'
  expect(await timesOf(knots(start, `DTEND${berlin}20261005T113000`, rule))).toEqual([
    ['05', '12', '19', '26'].map((day) => `2026-10-${day} 10:00 11:30`).concat('2026-11-02 10:00 11:30'),
  ])
})

test.each([
  ['ends with what UNTIL says in UTC', ['RRULE:FREQ=WEEKLY;UNTIL=20261019T080000Z'], ['05', '12', '19']],
  ['ends with the day that UNTIL says', ['RRULE:FREQ=WEEKLY;UNTIL=20261019'], ['05', '12', '19']],
  ['lacks what is left out', ['RRULE:FREQ=WEEKLY;COUNT=3', `EXDATE${berlin}20261012T100000`], ['05', '19']],
  ['lacks what is left out in UTC', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261012T080000Z'], ['05', '19']],
  ['lacks days left out', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20261005,20261012'], ['19']],
  ['has dates of its own', [`RDATE${berlin}20261007T100000,20261006T100000`], ['05', '06', '07']],
  ['has its first time alone if the rule cannot be read', ['RRULE:FREQ=HOURLY;COUNT=3'], ['05']],
  [
    'has its first time alone if its next one is never found',
    [`RRULE:FREQ=DAILY;INTERVAL=${'9'.repeat(20)}`],
    ['05'],
  ],
])('a series %s', async (_, lines, days) => {
  expect(await timesOf(knots(start, ...lines))).toEqual([days.map((day) => `2026-10-${day} 10:00`)])
})

test('what is left out or moved in UTC is so beside a zone that nobody knows, by the time that is nearest', async () => {
  const zone = ';TZID=W. Europe Standard Time:'
  const series = knots(
    `DTSTART${zone}20261005T100000`,
    'RRULE:FREQ=DAILY;COUNT=4',
    'EXDATE:20261006T080000Z',
    text,
  )
  const moved = knots('RECURRENCE-ID:20261007T080000Z', `DTSTART${zone}20261007T150000`, text)
  expect(await timesOf(series, moved)).toEqual([
    ['2026-10-05 10:00', '2026-10-08 10:00'],
    ['2026-10-07 15:00'],
  ])
})

test('days alone repeat as days', async () => {
  const rule = 'RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20261231T235959Z'
  expect(await timesOf(knots('DTSTART;VALUE=DATE:20261005', rule))).toEqual([
    ['2026-10-05', '2026-11-02', '2026-12-07'],
  ])
})

test('what is left out altogether is passed over', async () => {
  const { found } = await readContent(
    calendar(knots(start, 'RRULE:FREQ=DAILY;COUNT=1', `EXDATE${berlin}20261005T100000`)),
  )
  expect(found).toEqual([{ passed: 'input:3' }])
})

test('a rule without an end is followed for a year after the entry was written, which is said', async () => {
  const { talks, found } = await readContent(
    calendar(knots(start, 'DTSTAMP:20270101T000000Z', 'RRULE:FREQ=MONTHLY;BYDAY=1MO')),
  )
  expect(talks[0]?.again?.at(-1)).toMatchObject({ date: '2027-12-06' })
  expect(found).toContainEqual({
    hint: expect.stringContaining('“Knots that hold” (input:3), and maybe more, repeats without end'),
  })
})

async function importInto(into: string, content: string) {
  const path = join(temporaryFolder(), 'evenings.ics')
  writeFileSync(path, content)
  return await withPlan({ path, into }, async ({ events, counts }) => {
    for (const event of events) await writeEvent(event, into)
    return counts
  })
}

/** All times of the one talk that was imported. */
function timesIn(into: string): readonly (string | undefined)[] {
  const lines = readdirSync(into).map((event) => readFileSync(join(into, event, recordsFile), 'utf8'))
  const { date, again = [] } = JSON.parse(lines.join('')) as TalkRecord
  return [date, ...again.map((slot) => slot.date)]
}

const moved = (...more: readonly string[]) =>
  knots(`RECURRENCE-ID${berlin}20261012T100000`, `DTSTART${berlin}20261013T150000`, ...more)

test.each([
  ['with a text', [text]],
  ['without a text', []],
])('an instance that was moved is a time of its series, %s, and comes once', async (_, more) => {
  const into = temporaryFolder()
  const series = knots(start, 'RRULE:FREQ=WEEKLY;COUNT=3', ...more)
  const before = await importInto(into, calendar(series))
  const after = await importInto(into, calendar(series, moved(...more)))
  const again = await importInto(into, calendar(series, moved(...more)))
  expect(before).toMatchObject({ new: 1 })
  expect(after).toEqual({ new: 0, changed: 1, unchanged: 0, kept: 0 })
  expect(timesIn(into)).toEqual(['2026-10-05', '2026-10-13', '2026-10-19'])
  expect(again).toEqual({ new: 0, changed: 0, unchanged: 1, kept: 0 })
})

test('an instance with a title of its own is a talk, and no time of the series, whichever stands first', async () => {
  const series = knots(start, 'RRULE:FREQ=WEEKLY;COUNT=2')
  const own = moved().map((line) => line.replace('Knots that hold', 'Splices'))
  const times = [['2026-10-05 10:00'], ['2026-10-13 15:00']]
  expect(await timesOf(series, own)).toEqual(times)
  expect(await timesOf(own, series)).toEqual(times.toReversed())
})

test('a series of a calendar without a name goes on into the next year', async () => {
  const into = temporaryFolder()
  const series = knots('DTSTART:20261205T100000', 'RRULE:FREQ=MONTHLY;COUNT=3')
  await importInto(into, calendar(series).replace(/X-WR.*\r\n/, ''))
  expect(timesIn(into)).toEqual(['2026-12-05', '2027-01-05', '2027-02-05'])
})

test('a series that begins before the year of its event keeps its first time', async () => {
  const into = temporaryFolder()
  const series = knots('DTSTART:20251229T100000', 'RRULE:FREQ=WEEKLY;COUNT=3')
  await importInto(into, calendar(series).replace('Oar Evenings', 'Oar Days 2026'))
  expect(timesIn(into)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12'])
})

test('a talk that is given more often than any is keeps its first thousand times, and names each other', async () => {
  const days = Array.from({ length: maxGiven + 2 }, (_, at) =>
    Temporal.PlainDate.from('2026-01-05').add({ days: at }).toString().replaceAll('-', ''),
  )
  const entries = days.map((day, at) => [
    `UID:${at}`,
    `DTSTART:${day}T100000`,
    'SUMMARY:Knots that hold',
    text,
  ])
  const path = join(temporaryFolder(), 'evenings.ics')
  writeFileSync(path, calendar(...entries))
  await withPlan({ path, into: temporaryFolder() }, async ({ counts, bad }) => {
    expect(counts).toMatchObject({ new: 1 })
    expect(bad.map(({ reason }) => reason)).toEqual(Array(2).fill('is given more than 1,000 times'))
  })
})

test('an event lasts until the last time of what is repeated', async () => {
  const into = temporaryFolder()
  const series = knots('DTSTART:20260105T100000', 'RRULE:FREQ=WEEKLY;COUNT=6')
  await importInto(into, calendar(series, knots('DTSTART:20260106T100000').with(0, 'UID:other')))
  const [event = ''] = readdirSync(into)
  expect(readFileSync(join(into, event, 'event.yml'), 'utf8')).toMatch(/starts: 2026-01-05\nends: 2026-02-09/)
})

test('two entries of one title without a text are two talks, as ever', async () => {
  const other = knots('DTSTART:20261006T100000').with(0, 'UID:other')
  expect(await importInto(temporaryFolder(), calendar(knots(start), other))).toMatchObject({ new: 2 })
})

test('weekly times are a week apart on the clocks of the zone, none is lost, and there are no more than so many', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney')
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 4 }),
      (zone, count, interval) => {
        const lines = [
          `DTSTART;TZID=${zone}:20260301T193000`,
          `RRULE:FREQ=WEEKLY;INTERVAL=${interval};COUNT=${count}`,
        ]
        const series = readSeries(lines, undefined, { moments: [] })
        const first = Temporal.PlainDate.from('2026-03-01')
        const days = Array.from({ length: Math.min(count, maxTimes) }, (_, at) =>
          first
            .add({ weeks: at * interval })
            .toString()
            .replaceAll('-', ''),
        )
        expect(series).toEqual({ starts: days.map((day) => `${day}T193000`), isCut: count > maxTimes })
      },
    ),
    { numRuns: runs(100) },
  )
})

test('whatever a rule says, it comes to an end, in order and without doubles', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'COUNT=3',
      'COUNT=999999',
      'UNTIL=20270101',
      'UNTIL=nonsense',
      'BYDAY=MO,TU',
      'BYDAY=5MO',
      'BYSETPOS=-1',
    ),
    fc.integer({ min: -1, max: 13 }).map((month) => `BYMONTH=${month}`),
    fc.integer({ min: -32, max: 32 }).map((day) => `BYMONTHDAY=${day}`),
    fc.integer({ min: 0, max: 500 }).map((interval) => `INTERVAL=${interval}`),
  )
  const frequency = fc.constantFrom('SECONDLY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'NEVER')
  fc.assert(
    fc.property(frequency, fc.array(part, { maxLength: 4 }), (often, parts) => {
      const lines = ['DTSTART:20261005T100000', `RRULE:${[`FREQ=${often}`, ...parts].join(';')}`]
      const { starts } = readSeries(lines, undefined, { moments: [] }) ?? { starts: [] }
      expect(starts.length).toBeLessThanOrEqual(maxTimes)
      expect(starts).toEqual([...new Set(starts)].sort())
    }),
    { numRuns: runs(300) },
  )
})
