import { Temporal } from 'temporal-polyfill'
import { dayNames, monthNames } from '../../calendar/day-names.ts'
import type { DayRange } from '../../calendar/days.ts'
import { joined } from '../../text/joined.ts'
import { type ChangeProblem, maxDaysOff } from '../settings/change-settings.ts'
import { maxYearsAhead } from '../settings/resolve-days.ts'

/** describeDate('2027-01-05') // => 'Tuesday 5 January 2027' */
export function describeDate(date: string): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date)
  return `${dayNames[dayOfWeek - 1]} ${day} ${monthNames[month - 1]} ${year}`
}

/** describeRange({ first: '2026-12-24', last: '2026-12-26' }) // => '24 to 26 December 2026' */
export function describeRange({ first, last }: DayRange): string {
  if (first === last) return describeDate(first)
  const [from, to] = [first, last].map((date) => Temporal.PlainDate.from(date)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ]
  const monthOf = ({ month }: Temporal.PlainDate) => ` ${monthNames[month - 1]}`
  const isYear = from.year === to.year
  const isMonth = isYear && from.month === to.month
  const begin = `${from.day}${isMonth ? '' : monthOf(from)}${isYear ? '' : ` ${from.year}`}`
  return `${begin} to ${to.day}${monthOf(to)} ${to.year}`
}

/** All of them, or the first ones and how many more there are. */
export function describeRanges(ranges: readonly DayRange[], maxShown = ranges.length): string {
  const shown = ranges.length > maxShown + 1 ? ranges.slice(0, maxShown) : ranges
  const more = ranges.length > shown.length ? [`${ranges.length - shown.length} more`] : []
  return joined([...shown.map(describeRange), ...more], 'and')
}

/** Why a change was not made, and what to say instead. */
export function describeChangeProblem(problem: ChangeProblem, daysOff: readonly DayRange[]): string {
  switch (problem.kind) {
    case 'over':
      return `${describeDate(problem.date)} is over. Nothing was changed.`
    case 'too-far':
      return `${describeDate(problem.date)} is more than ${maxYearsAhead} years ahead. Nothing was changed.`
    case 'no-such-date': {
      const year = problem.year === undefined ? '' : ` ${problem.year}`
      return `There is no ${problem.day} ${monthNames[problem.month - 1]}${year}. Nothing was changed.`
    }
    case 'ends-before':
      return `${describeDate(problem.last)} is before ${describeDate(problem.first)}. Nothing was changed.`
    case 'several':
      return `“${problem.said}” may be ${joined(problem.dates.map(describeDate), 'or')}. Nothing was changed: which one do you mean?`
    case 'no-weekday-left':
      return 'Then there would be no day left. Nothing was changed: `/talks tips off` switches the tips off.'
    case 'pause-over':
      return 'A pause until today is none. Nothing was changed: `/talks tips skip today` leaves out today.'
    case 'not-off': {
      const off = daysOff.length === 0 ? 'No days off are set.' : `Days off: ${describeRanges(daysOff)}.`
      return `${describeRange(problem.range)} is not off. Nothing was changed. ${off}`
    }
    case 'too-many-days-off':
      return `At most ${maxDaysOff} days off, or runs of days, can be set. Nothing was changed.`
  }
}
