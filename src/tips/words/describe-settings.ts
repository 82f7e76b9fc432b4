import { Temporal } from 'temporal-polyfill'
import { dayNames, type Weekday } from '../../calendar/day-names.ts'
import { describeRanges } from '../../calendar/describe-days.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { DuePost } from '../settings/posts-due.ts'
import { everyDay, type TipSchedule, type TipSettings, weekend, workingDays } from '../settings/settings.ts'
import type { TipFilter } from '../tip.ts'

/**
 * Settings in plain words. `holidayArea` is the name of the area whose holidays are skipped.
 *
 * describeSettings(settings, { holidayArea: 'Italy', next })
 * // => 'Weekdays at 9:30 (Europe/Rome), except public holidays in Italy, from all notes. Next: Tuesday 24 November, 9:30.'
 */
export function describeSettings(
  settings: TipSettings,
  {
    holidayArea,
    next,
  }: { readonly holidayArea?: string | undefined; readonly next?: Pick<DuePost, 'at'> | undefined },
): string {
  const coming = next ? `Next: ${describePost(next, settings)}.` : 'No day fits these settings.'
  return `${describeChoice(settings, holidayArea)} ${coming}`
}

/** Settings in plain words, whether tips are on or not: a sentence, and another if there are days off. */
export function describeChoice(settings: TipSettings, holidayArea?: string): string {
  const { everyOtherWeek, daysOff = [] } = settings
  const days = `${describeWeekdays(settings.weekdays)}${everyOtherWeek === undefined ? '' : ' every other week'}`
  const when = `${days} at ${plainTime(settings.time)} (${settings.zone})`
  const but = settings.skipHolidays && holidayArea ? `, except public holidays in ${holidayArea}` : ''
  const off = daysOff.length === 0 ? '' : ` Days off: ${describeRanges(daysOff, maxDaysOffShown)}.`
  return `${when}${but}, ${describeFilter(settings.filter)}.${off}`
}

/** The others are told when they are asked for. */
const maxDaysOffShown = 6

/** describePost(post, schedule) // => 'Tuesday 24 November, 9:30' */
export function describePost({ at }: Pick<DuePost, 'at'>, { zone }: Pick<TipSchedule, 'zone'>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const day = local.toLocaleString('en-GB', { month: 'long', day: 'numeric' })
  return `${dayNames[local.dayOfWeek - 1]} ${day}, ${plainTime(local.toPlainTime().toString())}`
}

/** describeFilter({ kind: 'tags', tags: ['flask', 'testing'] }) // => 'from talks about flask or testing' */
export function describeFilter(filter: TipFilter): string {
  switch (filter.kind) {
    case 'all':
      return 'from all notes'
    case 'event':
      return `from ${filter.event}`
    case 'tags':
      return `from talks about ${enumerate(filter.tags, 'or')}`
    case 'speakers':
      return `from talks by ${enumerate(filter.speakers, 'or')}`
  }
}

/** describeWeekdays([1, 4]) // => 'Mondays and Thursdays' */
export function describeWeekdays(days: readonly Weekday[]): string {
  const same = (other: readonly Weekday[]) =>
    days.length === other.length && days.every((day) => other.includes(day))
  if (same(everyDay)) return 'Every day'
  if (same(workingDays)) return 'Weekdays'
  if (same(weekend)) return 'Weekends'
  const [off, ...others] = everyDay.filter((day) => !days.includes(day))
  if (off !== undefined && others.length === 0) return `Every day but ${dayNames[off - 1]}s`
  return enumerate(
    days.map((day) => `${dayNames[day - 1]}s`),
    'and',
  )
}

/** plainTime('09:30') // => '9:30' */
export const plainTime = (time: string) => time.slice(0, 5).replace(/^0/, '')
