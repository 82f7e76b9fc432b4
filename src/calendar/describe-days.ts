import { Temporal } from 'temporal-polyfill'
import { enumerate } from '../text/enumerate.ts'
import { dayNames, monthNames } from './day-names.ts'
import type { DayRange } from './days.ts'

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

/** describeDays({ first: '2026-12-24', last: '2026-12-26' }) // => 'from 24 to 26 December 2026' */
export const describeDays = (days: DayRange): string =>
  `${days.first === days.last ? 'on' : 'from'} ${describeRange(days)}`

/** All of them, or the first ones and how many more there are. */
export function describeRanges(ranges: readonly DayRange[], maxShown = ranges.length): string {
  const shown = ranges.length > maxShown + 1 ? ranges.slice(0, maxShown) : ranges
  const more = ranges.length > shown.length ? [`${ranges.length - shown.length} more`] : []
  return enumerate([...shown.map(describeRange), ...more], 'and')
}
