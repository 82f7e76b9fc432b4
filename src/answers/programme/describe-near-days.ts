import { monthNames } from '../../calendar/day-names.ts'
import type { DayRange } from '../../calendar/days.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { describeSlot } from '../describe-slot.ts'
import type { Session } from './find/pick-sessions.ts'
import { isOnDays } from './find/slot-times.ts'
import type { ProgrammeRequest } from './programme-request.ts'

/** Days with talks like those that were asked for, and the days that were asked for. */
interface NearDays {
  readonly days: readonly string[]
  readonly range: DayRange
  readonly today: string
  /** What comes next, or was last, if the question was about now. */
  readonly next: Session<SearchResult> | undefined
  readonly last: Session<SearchResult> | undefined
  /** Whether any talk on the days that were asked for has a time. */
  readonly isTimed: boolean
}

/** If there is nothing: what comes next, or was before. */
export function describeNear(
  { topic, narrowings, kind, rooms }: ProgrammeRequest,
  near: NearDays,
): readonly string[] {
  const { next, last } = near
  if (next) return [`Next: “${next.given.talk.title}”, ${describeSlot(next.slot)}.`]
  if (last) return [`The last one was “${last.given.talk.title}”, ${describeSlot(last.slot)}.`]
  const day = nearestDay(near)
  if (day === undefined) return []
  const isAny = topic === undefined && kind === undefined && narrowings.length + rooms.length === 0
  const such = isAny ? 'with talks' : 'with such talks'
  if (isOnDays({ date: day }, near.range))
    return near.isTimed
      ? [`On ${describeDate(day)} there are talks at other times.`]
      : [`The notes do not say at what times talks are on ${describeDate(day)}.`]
  const be = day < near.today ? 'was' : 'is'
  if (day > near.range.last) return [`The next day ${such} ${be} ${describeDate(day)}.`]
  return [`The last day ${such} before ${be} ${describeDate(day)}.`]
}

/** A day that was asked for if only the time does not fit, preferably one to come; else the first one after, or the last one before. */
const nearestDay = ({ days, range, today }: NearDays): string | undefined =>
  days.find((date) => date >= today && isOnDays({ date }, range)) ??
  days.findLast((date) => isOnDays({ date }, range)) ??
  days.find((day) => day > range.last) ??
  days.findLast((day) => day < range.first)

/** What to ask instead. */
export function questionsNear(near: NearDays): readonly string[] {
  const date = near.next?.slot.date ?? near.last?.slot.date ?? nearestDay(near)
  return date === undefined ? [] : [questionFor(date, near.today)]
}

/** questionFor('2026-12-01', '2026-11-28') // => 'What is on 1 December 2026?' */
export function questionFor(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `What ${date < today ? 'was' : 'is'} on ${day} ${monthNames[month! - 1]} ${year}?`
}
