import type { Weekday } from './day-names.ts'

/** Whole local days, both ends included. */
export interface DayRange {
  /** `YYYY-MM-DD`. */
  readonly first: string
  /** `YYYY-MM-DD`, not before `first`. */
  readonly last: string
}

const dayMs = 24 * 60 * 60 * 1000

/** addDays('2026-12-31', 1) // => '2027-01-01' */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** daysOfMonth('2026-12') // => { first: '2026-12-01', last: '2026-12-31' } */
export function daysOfMonth(month: string): DayRange {
  const first = `${month}-01`
  const inNext = addDays(first, 31)
  return { first, last: addDays(inNext, -Number(inNext.slice(8))) }
}

/** The range that a date is in. */
export const rangeAround = (ranges: readonly DayRange[], date: string) =>
  ranges.find(({ first, last }) => first <= date && date <= last)

/** The days of both, sorted, as few ranges as possible: neighbours are one. */
export function withDays(ranges: readonly DayRange[], more: readonly DayRange[]): readonly DayRange[] {
  const joined: DayRange[] = []
  for (const range of [...ranges, ...more].toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = joined.at(-1)
    if (before === undefined || range.first > addDays(before.last, 1)) joined.push(range)
    else if (range.last > before.last) joined[joined.length - 1] = { ...before, last: range.last }
  }
  return joined
}

/** The days of `ranges` that are in none of `gone`. */
export function withoutDays(ranges: readonly DayRange[], gone: readonly DayRange[]): readonly DayRange[] {
  return gone.reduce<readonly DayRange[]>(
    (left, { first, last }) =>
      left.flatMap((range) => {
        if (last < range.first || range.last < first) return [range]
        const before = { first: range.first, last: addDays(first, -1) }
        const after = { first: addDays(last, 1), last: range.last }
        return [before, after].filter((part) => part.first <= part.last)
      }),
    ranges,
  )
}

/** The day of the week, Monday is 1. */
export const weekdayOf = (date: string): Weekday => (new Date(date).getUTCDay() || 7) as Weekday

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

/** Whether a date is in the same week as another, or any even number of weeks from it. */
export const isEvenWeeksFrom = (date: string, other: string): boolean =>
  (Date.parse(mondayOf(date)) - Date.parse(mondayOf(other))) % (14 * dayMs) === 0
