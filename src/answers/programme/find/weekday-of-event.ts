import type { Weekday } from '../../../calendar/day-names.ts'
import { addDays, type DayRange, weekdayOf } from '../../../calendar/days.ts'

/** Where a named day may lie. */
export interface DaysThere {
  /** All that have talks, in order. */
  readonly days: readonly string[]
  /** Whether these are the days of something that was named, such as an event, so that none is too far away. Default: false. */
  readonly areNamed?: boolean
  /** Whether it is spoken of as over. Default false. */
  readonly isPast?: boolean
}

/** Days without talks that an event may have between two with talks. */
const maxGap = 3
/** If an event is more than this many days away, nobody just says “on Tuesday”. */
const maxDaysAway = 31

/**
 * The day that a weekday without a date means: one of the event that is on; else of the next one, unless that is far away, or of
 * the last one. If it is spoken of as over, earlier days are searched. Undefined if there is none: then it is the next such day.
 *
 * weekdayOfEvent(2, '2026-11-28', { days: ['2026-05-19', '2026-11-24', '2026-11-25'] }) // => '2026-11-24'
 */
export function weekdayOfEvent(
  weekday: Weekday,
  today: string,
  { days, areNamed = false, isPast = false }: DaysThere,
): string | undefined {
  const runs = runsOf(days)
  const on = runs.find(({ first, last }) => first <= today && today <= last)
  const next = runs.find(({ first }) => first > today)
  const before = runs.findLast(({ last }) => last < today)
  const isIn =
    ({ first, last }: DayRange) =>
    (day: string) =>
      first <= day && day <= last
  const all = days.filter((day) => weekdayOf(day) === weekday)
  const [coming, gone] = [all.filter((day) => day >= today), all.filter((day) => day <= today)]
  if (areNamed) return isPast ? (gone.at(-1) ?? coming[0]) : (coming[0] ?? gone.at(-1))
  const ofRun = (run: DayRange | undefined) => ({
    coming: run && coming.find(isIn(run)),
    gone: run && gone.findLast(isIn(run)),
  })
  const near = (day: string | undefined) =>
    day !== undefined && addDays(today, -maxDaysAway) <= day && day <= addDays(today, maxDaysAway)
      ? day
      : undefined
  const [ofOn, ofNext, ofLast] = [ofRun(on), ofRun(next), ofRun(before)]
  // Of what is over, it is clear that the last one is meant, however long ago.
  if (isPast)
    return (
      ofOn.gone ??
      ofOn.coming ??
      near(ofLast.gone) ??
      near(ofNext.coming) ??
      (on === undefined ? ofLast.gone : undefined) ??
      lastBefore(weekday, today)
    )
  // If nothing is to come, nothing else can be meant.
  const isAllOver = on === undefined && next === undefined
  return ofOn.coming ?? ofOn.gone ?? near(ofNext.coming) ?? (isAllOver ? ofLast.gone : near(ofLast.gone))
}

const lastBefore = (weekday: Weekday, today: string) =>
  addDays(today, -((weekdayOf(today) - weekday + 7) % 7))

/** Days that are so near to each other that they are of one event. */
function runsOf(days: readonly string[]): readonly DayRange[] {
  const runs: DayRange[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && day <= addDays(run.last, maxGap + 1))
      runs[runs.length - 1] = { ...run, last: day }
    else runs.push({ first: day, last: day })
  }
  return runs
}
