import ICAL from 'ical.js'
import { isZone } from '../../../calendar/is-zone.ts'
import { withinTime } from '../../read/within-time.ts'
import { type CalendarMoment, onClocksOf, propertyValues } from './calendar-moments.ts'

/** The instances of a series that have entries of their own. */
export interface OwnInstances {
  readonly moments: readonly CalendarMoment[]
  /** From here on another entry tells of the series. */
  readonly endsBefore?: CalendarMoment | undefined
}

export interface SeriesTimes {
  /** When it is, in order, as `DTSTART` writes it; those that are left out or have entries of their own are not among them. */
  readonly starts: readonly string[]
  /** Whether there are more: it has no end, or very many times. */
  readonly isCut: boolean
}

/** More times than a talk is given: what is weekly for seven years, daily for one. */
export const maxTimes = 366

export const isSeries = (lines: readonly string[]): boolean =>
  lines.some((line) => /^(?:RRULE|RDATE)[;:]/i.test(line))

/**
 * When an entry is that repeats (RRULE and RDATE, without EXDATE), by the clocks of its own start, so that ten o'clock stays ten
 * o'clock; undefined if its start or a rule cannot be read.
 * @param zone the calendar's, if the entry names none
 */
export function readSeries(
  lines: readonly string[],
  zone: string | undefined,
  { moments, endsBefore }: OwnInstances,
): SeriesTimes | undefined {
  const [start] = propertyValues(lines, 'DTSTART')
  if (!start || !/^\d{8}(?:T\d{6}Z?)?$/.test(start.text)) return undefined
  const isUtc = start.text.endsWith('Z')
  const isDay = start.text.length === 8
  const named = start.zone ?? zone
  const clocks = isUtc ? 'UTC' : named !== undefined && isZone(named) ? named : undefined
  const local = (one: CalendarMoment) => onClocksOf(clocks, one).slice(0, isDay ? 8 : undefined)
  const first = local(start)
  const horizon = yearAfter([first, ...stampsOf(lines)])
  const lastOf = (until: string) => {
    const isPlain = until.length === 8 || (clocks === undefined && until.endsWith('Z'))
    // A day alone is meant with all its hours, as is one in UTC beside clocks that nobody knows.
    return isPlain ? `${until.slice(0, 8)}T235959` : local({ text: until })
  }
  const rules = propertyValues(lines, 'RRULE').map(({ text }) => timesBy(text, { first, horizon, lastOf }))
  if (rules.some((rule) => rule === undefined)) return undefined
  const listed = listOf(lines, 'RDATE').map((one) => local({ ...one, text: one.text.split('/', 1)[0] ?? '' }))
  const times = [...new Set([first, ...rules.flatMap((rule) => rule?.times ?? []), ...listed])]
  // Beside clocks that nobody knows, what is in UTC means the time that is nearest.
  const ofSeries = (one: CalendarMoment) =>
    clocks === undefined && one.text.endsWith('Z')
      ? (nearestTimeTo(times, one.text) ?? local(one))
      : local(one)
  const leftOut = new Set([...listOf(lines, 'EXDATE'), ...moments].map(ofSeries))
  const end = endsBefore && ofSeries(endsBefore)
  const isHeld = (time: string) =>
    !leftOut.has(time) && !leftOut.has(time.slice(0, 8)) && (end === undefined || time < end)
  const held = times.filter((time) => time.length === first.length && isHeld(time)).sort()
  return {
    starts: held.slice(0, maxTimes).map((time) => (isUtc ? `${time}Z` : time)),
    isCut: held.length > maxTimes || (end === undefined && rules.some((rule) => rule?.isCut)),
  }
}

/** Clocks are half a day from UTC at most. */
const maxOffset = 14 * 60 * 60 * 1000

function nearestTimeTo(times: readonly string[], moment: string): string | undefined {
  const awayOf = (time: string) => Math.abs(millisecondsOf(time) - millisecondsOf(moment))
  const [nearest] = times.filter((time) => awayOf(time) <= maxOffset).sort((a, b) => awayOf(a) - awayOf(b))
  return nearest
}

/** As if it were in UTC. */
const millisecondsOf = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/, '$1-$2-$3T$4:$5:$6Z'))

/** Several may stand in one line. */
const listOf = (lines: readonly string[], name: string): readonly CalendarMoment[] =>
  propertyValues(lines, name).flatMap(({ text, ...more }) =>
    text.split(',').map((one) => ({ ...more, text: one.trim() })),
  )

/** When the entry was written. */
const stampsOf = (lines: readonly string[]): readonly string[] =>
  ['DTSTAMP', 'LAST-MODIFIED'].flatMap((name) => propertyValues(lines, name).map(({ text }) => text))

const yearAfter = (moments: readonly string[]): string => {
  const latest = moments
    .map((text) => /^\d{8}/.exec(text)?.[0] ?? '')
    .sort()
    .at(-1)
  return `${Number(latest?.slice(0, 4)) + 1}${latest?.slice(4)}`
}

// Which hours of a day or days of a year there are, talks do not repeat by, and ical.js looks for days that there are not without end.
const frequencyOfTalks =
  /^(?!.*FREQ=DAILY.*BYMONTHDAY|.*BYMONTHDAY.*FREQ=DAILY).*FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b/i

interface Bounds {
  readonly first: string
  /** How far a rule without an end is followed. */
  readonly horizon: string
  /** The last time that there may be, by what `UNTIL` says. */
  readonly lastOf: (until: string) => string
}

/** The times of one rule; undefined if it cannot be read. */
function timesBy(
  rule: string,
  { first, horizon, lastOf }: Bounds,
): { readonly times: readonly string[]; readonly isCut: boolean } | undefined {
  if (!frequencyOfTalks.test(rule)) return undefined
  const until = /\bUNTIL=([\dTZ]+)/i.exec(rule)?.[1]
  const last = until === undefined ? undefined : lastOf(until)
  const isEndless = last === undefined && !/\bCOUNT=\d/i.test(rule)
  try {
    // So it does for the next day of a rule that leaps over all that it knows.
    const times = withinTime(
      () => timesUpTo(rule.replace(/;?UNTIL=[^;]*/i, ''), first, last ?? (isEndless ? horizon : '9')),
      maxMs,
    )
    return { times, isCut: isEndless }
  } catch {
    return undefined
  }
}

/** For the times of one rule, in milliseconds: it takes a few. */
const maxMs = 2_000

function timesUpTo(rule: string, first: string, last: string): readonly string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(timeOf(first))
  const times: string[] = []
  for (let next = iterator.next(); next !== null && times.length <= maxTimes; next = iterator.next()) {
    const time = next.toICALString()
    if (time > last) break
    times.push(time)
  }
  return times
}

const timeOf = (text: string): ICAL.Time => {
  const number = (from: number, to: number) => Number(text.slice(from, to))
  const parts = {
    year: number(0, 4),
    month: number(4, 6),
    day: number(6, 8),
    hour: number(9, 11),
    minute: number(11, 13),
    second: number(13, 15),
    isDate: text.length === 8,
  }
  return new ICAL.Time(parts, ICAL.Timezone.localTimezone)
}
