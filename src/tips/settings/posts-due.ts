import { Temporal } from 'temporal-polyfill'
import type { Weekday } from '../../calendar/day-names.ts'
import { isEvenWeeksFrom, rangeAround } from '../../calendar/days.ts'
import type { HolidayCalendar } from './holidays.ts'
import type { TipSchedule } from './settings.ts'

/** One daily tip: the local date that it is for, and the instant at which it is to appear. */
export interface DuePost {
  /** `YYYY-MM-DD` in the schedule's zone. */
  readonly date: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** Days that are looked at before a schedule counts as empty: longer than any run of weekdays that are all holidays. */
const horizonDays = 800

/**
 * The next posts at or after `from`, soonest first; fewer than `count` if the schedule has no more.
 *
 * A local time that comes twice (the clocks go back) counts once, the first time; one that does not exist (they go
 * forward) moves on by as much as the clocks do: 2:30 becomes 3:30. That is Temporal's `compatible`, and what calendars do.
 * A date that does not exist at all (Samoa's 30 December 2011) has no post.
 */
export function nextPosts(
  schedule: TipSchedule,
  holidays: HolidayCalendar,
  { from, count }: { readonly from: number; readonly count: number },
): readonly DuePost[] {
  return posts(schedule, holidays, from).take(count).toArray()
}

/** What a look at the clock finds. */
export interface DuePosts {
  /** The one that is to be posted now. */
  readonly due?: DuePost | undefined
  /** Those whose time is over: oldest first, before `due`. */
  readonly missed: readonly DuePost[]
  /** The first one to come. */
  readonly next?: DuePost | undefined
}

/**
 * Sorts the posts at or after `from` (the first that nothing has been decided about) by what is to be done at `now`.
 * A post stays due for `graceMs`; of several within their grace only the last is due, so that nobody gets two at once.
 */
export function duePosts(
  schedule: TipSchedule,
  holidays: HolidayCalendar,
  { from, now, graceMs }: { readonly from: number; readonly now: number; readonly graceMs: number },
): DuePosts {
  const past = upTo(now + 1, posts(schedule, holidays, from))
  const next = posts(schedule, holidays, Math.max(from, now + 1)).next().value
  const last = past.at(-1)
  return last !== undefined && last.at >= now - graceMs
    ? { due: last, missed: past.slice(0, -1), next }
    : { missed: past, next }
}

/**
 * What a change of settings at `now` does to the days. `since` is when the new settings begin to hold: at once, or with
 * the post that was due and not made yet. `lost` are the days without a tip because of the change: their post was still to
 * come, and by the new settings its time is over, as when a channel moves its zone east in the afternoon.
 *
 * `from` is the first post by the old settings about which nothing has been decided.
 */
export function changeOver(
  { before, after }: { readonly before: TipSchedule; readonly after: TipSchedule },
  holidays: HolidayCalendar,
  { from, now }: { readonly from: number; readonly now: number },
): { readonly since: number; readonly lost: readonly DuePost[] } {
  const open = posts(before, holidays, from).next().value
  if (open === undefined) return { since: now, lost: [] }
  const since = Math.min(open.at, now)
  return { since, lost: upTo(since, postsFrom(after, holidays, Temporal.PlainDate.from(open.date))) }
}

function posts(
  schedule: TipSchedule,
  holidays: HolidayCalendar,
  from: number,
): IteratorObject<DuePost, undefined> {
  const date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(schedule.zone).toPlainDate()
  // From the day before: if the clocks skip midnight, a post moves into the next day.
  return postsFrom(schedule, holidays, date.subtract({ days: 1 })).filter(({ at }) => at >= from)
}

/** Days off and days of a pause have no post: they are neither missed nor made up for. */
function* postsFrom(
  schedule: TipSchedule,
  holidays: HolidayCalendar,
  from: Temporal.PlainDate,
): Generator<DuePost, undefined> {
  const time = Temporal.PlainTime.from(schedule.time)
  const { daysOff = [], pausedUntil = '' } = schedule
  let date = from.toString() < pausedUntil ? Temporal.PlainDate.from(pausedUntil) : from
  for (let idle = 0; idle < horizonDays; date = date.add({ days: 1 }), idle++) {
    const off = rangeAround(daysOff, date.toString())
    if (off) {
      date = Temporal.PlainDate.from(off.last)
      idle = 0
      continue
    }
    if (!isChosen(date, schedule)) continue
    if (holidays(date.toString()) !== undefined || !exists(date, schedule.zone)) continue
    const at = date.toZonedDateTime({ timeZone: schedule.zone, plainTime: time }).epochMilliseconds
    yield { date: date.toString(), at }
    idle = 0
  }
}

const isChosen = (date: Temporal.PlainDate, { weekdays, everyOtherWeek }: TipSchedule) =>
  weekdays.includes(date.dayOfWeek as Weekday) &&
  (everyOtherWeek === undefined || isEvenWeeksFrom(date.toString(), everyOtherWeek))

/** The posts before `end`. */
function upTo(end: number, all: Iterable<DuePost>): readonly DuePost[] {
  const past: DuePost[] = []
  for (const post of all) {
    if (post.at >= end) break
    past.push(post)
  }
  return past
}

/** Whether the zone has the date: where the date line moved, one is missing. */
const exists = (date: Temporal.PlainDate, zone: string) =>
  date.toZonedDateTime(zone).toPlainDate().equals(date)
