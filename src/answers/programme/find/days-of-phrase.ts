import { type DaysPhrase, datesNamed, type NameProblem } from '../../../calendar/dates-named.ts'
import { type DayRange, daysOfMonth } from '../../../calendar/days.ts'
import { describeNameProblem } from '../../../calendar/describe-name-problem.ts'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import { twoDigits } from './slot-times.ts'
import { type DaysThere, weekdayOfEvent } from './weekday-of-event.ts'

/** The days that are meant, by the clocks of each zone, or a sentence that says why there are none. */
type DaysOfPhrase = { readonly in: (zone: string) => DayRange } | { readonly problem: string }

/**
 * The days that a phrase means of a programme. A date without a year is the next one that has talks, or else the last one that
 * had; a weekday is one of the event that is on, of the next one, or of the last one.
 */
export function daysOfPhrase(phrase: DaysPhrase, now: Now, there: DaysThere): DaysOfPhrase {
  const { days } = there
  const today = dateIn(now.zone, now.at)
  // Said on a Tuesday, "on Tuesday" is today.
  const asked =
    phrase.kind === 'weekday' && phrase.which === 'coming' ? { ...phrase, which: 'this' as const } : phrase
  const named = datesNamed(asked, today)
  if ('problem' in named) return whichOf(named.problem, days)
  if (asked.kind === 'weekday' && asked.which === 'this') {
    const day = weekdayOfEvent(asked.weekday, today, there)
    if (day !== undefined && day !== named.range.first) return { in: () => ({ first: day, last: day }) }
  }
  const isHeld = ({ first, last }: DayRange) => days.some((day) => first <= day && day <= last)
  // If a week has no talks left, those that it had are meant.
  if (asked.kind === 'period' && asked.which === 'this' && !isHeld(named.range)) {
    const whole = datesNamed({ ...asked, which: 'whole' }, today)
    if ('range' in whole && isHeld(whole.range)) return { in: () => whole.range }
  }
  const fits = dayTest(asked)
  if (fits === undefined || isHeld(named.range)) {
    return {
      in: (zone) => {
        const found = datesNamed(asked, dateIn(zone, now.at))
        return 'range' in found ? found.range : named.range
      },
    }
  }
  const others = days.filter(fits)
  const nearest = others.find((day) => day >= today) ?? others.at(-1)
  if (nearest === undefined) return { in: () => named.range }
  const range = asked.kind === 'month' ? daysOfMonth(nearest.slice(0, 7)) : { first: nearest, last: nearest }
  return { in: () => range }
}

/** If a name may be several dates, the one that alone has talks. */
function whichOf(problem: NameProblem, days: readonly string[]): DaysOfPhrase {
  const dates = problem.kind === 'several' ? problem.dates : []
  const [date, ...others] = dates.filter((day) => days.includes(day))
  return date !== undefined && others.length === 0
    ? { in: () => ({ first: date, last: date }) }
    : { problem: describeNameProblem(problem) }
}

/** Whether a day fits a name that is not tied to one year or week; undefined if the name is. */
function dayTest(phrase: DaysPhrase): ((day: string) => boolean) | undefined {
  switch (phrase.kind) {
    case 'date':
      return phrase.year === undefined
        ? (day) => day.endsWith(`-${twoDigits(phrase.month)}-${twoDigits(phrase.day)}`)
        : undefined
    case 'day-of-month':
      return (day) => day.endsWith(`-${twoDigits(phrase.day)}`)
    case 'month':
      return phrase.year === undefined ? (day) => day.slice(5, 7) === twoDigits(phrase.month) : undefined
    default:
      return undefined
  }
}
