import type { DaysPhrase } from '../../calendar/dates-named.ts'
import type { Weekday } from '../../calendar/day-names.ts'
import { addDays, type DayRange, mondayOf, withDays, withoutDays } from '../../calendar/days.ts'
import { dateIn } from '../../calendar/in-zone.ts'
import type { TipFilter } from '../tip.ts'
import type { HolidayCalendar } from './holidays.ts'
import { withoutPast } from './past-days-off.ts'
import { nextPosts } from './posts-due.ts'
import { type DaysProblem, resolveDays } from './resolve-days.ts'
import type { HolidayArea, TipChoice } from './settings.ts'

/** What is to change; the rest stays. */
export interface TipChanges {
  /** `HH:MM`. */
  readonly time?: string
  readonly zone?: string
  readonly weekdays?: readonly Weekday[]
  /** Days of the week that are chosen no longer. */
  readonly withoutWeekdays?: readonly Weekday[]
  /** `every-other` begins with the week of the next tip, unless it holds already. */
  readonly weeks?: 'every' | 'every-other'
  /** The country or region whose holidays are skipped, as typed; `none`: no holidays are skipped. */
  readonly holidays?: 'none' | { readonly area: string }
  readonly filter?: TipFilter
  /** `none` ends the pause. */
  readonly pause?: 'none' | PauseEnd
  /** `next-tip` adds the day of the tip that is to come next; `none` takes all of them back. */
  readonly daysOff?:
    | 'none'
    | 'next-tip'
    | { readonly kind: 'add' | 'remove'; readonly days: readonly DaysPhrase[] }
}

/** Until when there is a pause: tips come again with the first day of the phrase, or after its last. */
export interface PauseEnd {
  readonly days: DaysPhrase
  readonly end: 'before-first' | 'with-last'
}

/** Why a change is not made. */
export type ChangeProblem =
  | DaysProblem
  | { readonly kind: 'no-weekday-left' }
  /** A pause until today would be none. */
  | { readonly kind: 'pause-over' }
  /** None of these days was a day off. */
  | { readonly kind: 'not-off'; readonly range: DayRange }
  | { readonly kind: 'too-many-days-off' }

/** More cannot be shown in the settings. */
export const maxDaysOff = 50

/**
 * What was chosen before, with what is named now.
 * @param facts.area what `changes.holidays` names
 * @param facts.calendar of the holidays that are skipped after the change
 */
export function changeSettings(
  { skipHolidays, ...before }: TipChoice,
  changes: TipChanges,
  facts: Present & { readonly area: HolidayArea | undefined },
): { readonly settings: TipChoice } | { readonly problem: ChangeProblem } {
  const { time, zone, filter, holidays } = changes
  const skipped = holidays === undefined ? skipHolidays : facts.area && areaAlone(facts.area)
  const today = dateIn(zone ?? before.zone, facts.now)
  const weekdays = (changes.weekdays ?? before.weekdays).filter(
    (day) => !changes.withoutWeekdays?.includes(day),
  )
  if (weekdays.length === 0) return { problem: { kind: 'no-weekday-left' } }
  const pause = changePause(before.pausedUntil, changes.pause, today)
  if ('problem' in pause) return pause
  const next = changes.daysOff === 'next-tip' ? nextDate({ ...before, weekdays }, facts) : undefined
  const off = changeDaysOff(before.daysOff ?? [], next ?? changes.daysOff, today)
  if ('problem' in off) return off
  const { daysOff: _, pausedUntil: __, everyOtherWeek, ...kept } = before
  const settings: TipChoice = {
    ...kept,
    weekdays,
    ...(time !== undefined && { time }),
    ...(zone !== undefined && { zone }),
    ...(filter !== undefined && { filter }),
    ...(skipped !== undefined && { skipHolidays: skipped }),
    ...(off.daysOff.length > 0 && { daysOff: off.daysOff }),
    ...(pause.until !== undefined && { pausedUntil: pause.until }),
  }
  const isEveryOther = changes.weeks === undefined ? everyOtherWeek !== undefined : changes.weeks !== 'every'
  if (!isEveryOther) return { settings }
  // The week in which the next tip would come if one came every week.
  const week = everyOtherWeek ?? mondayOf(nextDate(settings, facts)?.first ?? today)
  return { settings: { ...settings, everyOtherWeek: week } }
}

/** Without the name that it may have. */
const areaAlone = ({ country, region }: HolidayArea): HolidayArea => ({
  country,
  ...(region !== undefined && { region }),
})

function changePause(
  before: string | undefined,
  change: TipChanges['pause'],
  today: string,
): { readonly until: string | undefined } | { readonly problem: ChangeProblem } {
  if (change === undefined) return { until: before }
  if (change === 'none') return { until: undefined }
  const resolved = resolveDays(change.days, today)
  if ('problem' in resolved) return resolved
  const { first, last } = resolved.range
  const until = change.end === 'before-first' ? first : addDays(last, 1)
  return until > today ? { until } : { problem: { kind: 'pause-over' } }
}

function changeDaysOff(
  before: readonly DayRange[],
  change: TipChanges['daysOff'] | DayRange,
  today: string,
): { readonly daysOff: readonly DayRange[] } | { readonly problem: ChangeProblem } {
  // Without a next tip there is nothing to skip.
  if (change === undefined || change === 'next-tip') return { daysOff: before }
  if (change === 'none') return { daysOff: [] }
  if ('first' in change) return { daysOff: withDays(before, [change]) }
  const ranges: DayRange[] = []
  for (const phrase of change.days) {
    const resolved = resolveDays(phrase, today)
    if ('problem' in resolved) return resolved
    ranges.push(resolved.range)
  }
  if (change.kind === 'remove') {
    const not = ranges.find(
      (range) => !before.some(({ first, last }) => range.first <= last && first <= range.last),
    )
    return not ? { problem: { kind: 'not-off', range: not } } : { daysOff: withoutDays(before, ranges) }
  }
  const daysOff = withDays(before, ranges)
  const { length } = withoutPast({ daysOff }, today).daysOff ?? []
  return length > maxDaysOff ? { problem: { kind: 'too-many-days-off' } } : { daysOff }
}

interface Present {
  readonly calendar: HolidayCalendar
  readonly now: number
}

function nextDate(settings: TipChoice, { calendar, now }: Present): DayRange | undefined {
  const [next] = nextPosts(settings, calendar, { from: now, count: 1 })
  return next && { first: next.date, last: next.date }
}
