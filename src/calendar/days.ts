import { Temporal } from 'temporal-polyfill'
import type { Weekday } from './day-names.ts'

/** Whole local days, both ends included. */
export interface DayRange {
  /** `YYYY-MM-DD`. */
  readonly first: string
  /** `YYYY-MM-DD`, not before `first`. */
  readonly last: string
}

/** The date in a zone at an instant in epoch milliseconds. */
export const dateIn = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** addDays('2026-12-31', 1) // => '2027-01-01' */
export const addDays = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

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

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** Whether a date is in the same week as another, or any even number of weeks from it. */
export function isEvenWeeksFrom(date: string, other: string): boolean {
  const days = Temporal.PlainDate.from(mondayOf(other)).until(mondayOf(date)).days
  return days % 14 === 0
}

/** The day of the week, Monday is 1. */
export const weekdayOf = (date: string): Weekday => Temporal.PlainDate.from(date).dayOfWeek as Weekday

/** What the clocks of a zone show at an instant in epoch milliseconds, as `HH:MM`. */
export const timeIn = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
