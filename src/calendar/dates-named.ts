import { Temporal } from 'temporal-polyfill'
import type { Weekday } from './day-names.ts'
import type { DayRange } from './days.ts'

export type DayUnit = 'day' | 'week' | 'month' | 'year'

/** One or more days as people name them, which mean dates once it is known what today is. */
export type DaysPhrase =
  /** Today and some units: `tomorrow`, `in two weeks`. */
  | { readonly kind: 'ahead'; readonly count: number; readonly unit: DayUnit }
  /** `this` may be today, `coming` is the first one after it, `next` is in the week that begins next, `last` is before today. */
  | {
      readonly kind: 'weekday'
      readonly weekday: Weekday
      readonly which: 'last' | 'this' | 'coming' | 'next'
    }
  /** Without a year the next one; with a weekday, `said` in these words, only if it falls on that. `month` from 1. */
  | {
      readonly kind: 'date'
      readonly day: number
      readonly month: number
      readonly year?: number | undefined
      readonly weekday?: { readonly day: Weekday; readonly said: string } | undefined
    }
  /** `the 5th`: the next one. */
  | { readonly kind: 'day-of-month'; readonly day: number }
  /** A whole month. */
  | { readonly kind: 'month'; readonly month: number; readonly year?: number | undefined }
  /** A whole week (from Monday), weekend, month or year; of this one what is left from today on, unless it is `whole`. */
  | {
      readonly kind: 'period'
      readonly unit: 'week' | 'weekend' | 'month' | 'year'
      readonly which: 'last' | 'this' | 'whole' | 'next'
    }
  /** Both ends included. */
  | { readonly kind: 'span'; readonly first: DaysPhrase; readonly last: DaysPhrase }
  /** `5/1`: two dates that are written alike, as `said`. */
  | { readonly kind: 'either'; readonly said: string; readonly phrases: readonly DaysPhrase[] }

/** Why a name of days is none. */
export type NameProblem =
  | {
      readonly kind: 'no-such-date'
      readonly day: number
      readonly month: number
      readonly year?: number | undefined
    }
  /** What was `said` may be any of several dates, the soonest first: the weekday and the date are two, or `5/1` is. */
  | {
      readonly kind: 'several'
      readonly said: string
      readonly dates: readonly string[]
    }

/** A span without years that began before today is one that is going on, unless it would be longer than this. */
const maxOngoingDays = 200

/**
 * The dates that a phrase names, wherever they lie; what has no year is looked for from today on.
 *
 *     datesNamed({ kind: 'ahead', count: -1, unit: 'day' }, '2026-11-28') // => { range: { first: '2026-11-27', last: '2026-11-27' } }
 */
export function datesNamed(
  phrase: DaysPhrase,
  today: string,
): { readonly range: DayRange } | { readonly problem: NameProblem } {
  const found = datesOf(phrase, plainDate(today))
  return 'problem' in found
    ? found
    : { range: { first: iso(found.dates.first), last: iso(found.dates.last) } }
}

interface PlainDates {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

type FoundDates = { readonly dates: PlainDates } | { readonly problem: NameProblem }

function datesOf(phrase: DaysPhrase, today: Temporal.PlainDate): FoundDates {
  switch (phrase.kind) {
    case 'ahead':
      return one(today.add({ [`${phrase.unit}s`]: phrase.count }))
    case 'weekday':
      return one(weekdayFrom(today, phrase))
    case 'date':
      return dateFrom(phrase, today)
    case 'day-of-month':
      return one(dayOfMonthFrom(today, phrase.day))
    case 'month': {
      const ended = phrase.month < today.month
      const year = phrase.year ?? today.year + (ended ? 1 : 0)
      const first = Temporal.PlainDate.from({ year, month: phrase.month, day: 1 })
      return { dates: { first, last: first.with({ day: first.daysInMonth }) } }
    }
    case 'period':
      return { dates: periodFrom(today, phrase) }
    case 'span':
      return spanFrom(phrase, today)
    case 'either': {
      const all = phrase.phrases.map((each) => datesOf(each, today))
      const dates = all.flatMap((found) => ('dates' in found ? [iso(found.dates.first)] : [])).sort()
      return dates.length > 1
        ? { problem: { kind: 'several', said: phrase.said, dates } }
        : (all.find((found) => 'dates' in found) ?? all[0]!)
    }
  }
}

function spanFrom(
  { first: from, last: to }: Extract<DaysPhrase, { kind: 'span' }>,
  today: Temporal.PlainDate,
): FoundDates {
  const [begin, soonest] = [datesOf(withYearOf(to, from), today), datesOf(to, today)]
  if ('problem' in begin) return begin
  if ('problem' in soonest) return soonest
  const { first } = begin.dates
  const isYearSaid = yearOf(from) !== undefined || yearOf(to) !== undefined
  // 20 November to 5 December, said in between: the next 20 November is not meant.
  if (from.kind === 'date' && !isYearSaid && isBefore(soonest.dates.last, first)) {
    const began = first.subtract({ years: 1 })
    if (began.until(soonest.dates.last).days <= maxOngoingDays)
      return { dates: { first: began, last: soonest.dates.last } }
  }
  const end = isFloating(to) ? datesOf(to, first) : soonest
  return 'problem' in end ? end : { dates: { first, last: end.dates.last } }
}

/** `15 January to 1 February 2028`: the year is said once, for both. */
function withYearOf(last: DaysPhrase, first: DaysPhrase): DaysPhrase {
  const year = yearOf(last)
  if (year === undefined || yearOf(first) !== undefined) return first
  if ((first.kind !== 'date' && first.kind !== 'month') || (last.kind !== 'date' && last.kind !== 'month'))
    return first
  const isBeforeNewYear = first.month > last.month
  return { ...first, year: isBeforeNewYear ? year - 1 : year }
}

const yearOf = (phrase: DaysPhrase) =>
  phrase.kind === 'date' || phrase.kind === 'month' ? phrase.year : undefined

/** Whether it means another date after a later day. */
const isFloating = (phrase: DaysPhrase) =>
  phrase.kind === 'weekday' ||
  phrase.kind === 'day-of-month' ||
  ((phrase.kind === 'date' || phrase.kind === 'month') && phrase.year === undefined)

function weekdayFrom(
  today: Temporal.PlainDate,
  { weekday, which }: Omit<Extract<DaysPhrase, { kind: 'weekday' }>, 'kind'>,
): Temporal.PlainDate {
  if (which === 'next') return nextMonday(today).add({ days: weekday - 1 })
  const ahead = (weekday - today.dayOfWeek + 7) % 7
  if (which === 'last') return today.subtract({ days: 7 - ahead })
  return today.add({ days: ahead === 0 && which === 'coming' ? 7 : ahead })
}

function dateFrom(
  { day, month, year, weekday }: Extract<DaysPhrase, { kind: 'date' }>,
  today: Temporal.PlainDate,
): FoundDates {
  // 29 February may be up to eight years ahead.
  const years = year !== undefined ? [year] : Array.from({ length: 9 }, (_, i) => today.year + i)
  const date = years
    .map((each) => exactDate({ year: each, month, day }))
    .find((each) => each !== undefined && (year !== undefined || !isBefore(each, today)))
  if (date === undefined) return { problem: { kind: 'no-such-date', day, month, year } }
  if (weekday === undefined || date.dayOfWeek === weekday.day) return one(date)
  const after = weekdayFrom(date, { weekday: weekday.day, which: 'coming' })
  const near = date.until(after).days > 3 ? after.subtract({ days: 7 }) : after
  const dates = [date, isBefore(near, today) ? after : near].map(iso).sort()
  return { problem: { kind: 'several', said: weekday.said, dates } }
}

function dayOfMonthFrom(today: Temporal.PlainDate, day: number): Temporal.PlainDate {
  const months = Array.from({ length: 12 }, (_, i) => today.with({ day: 1 }).add({ months: i }))
  return months
    .map(({ year, month }) => exactDate({ year, month, day }))
    .find((date) => date !== undefined && !isBefore(date, today))!
}

function periodFrom(
  today: Temporal.PlainDate,
  { unit, which }: Extract<DaysPhrase, { kind: 'period' }>,
): PlainDates {
  const monday = nextMonday(today).subtract({ days: 7 })
  const turns = which === 'last' ? -1 : which === 'next' ? 1 : 0
  const isLeft = (first: Temporal.PlainDate) => (which === 'this' && isBefore(first, today) ? today : first)
  switch (unit) {
    case 'week': {
      const first = monday.add({ weeks: turns })
      return { first: isLeft(first), last: sundayOf(first) }
    }
    case 'weekend': {
      const last = sundayOf(monday.add({ weeks: turns }))
      return { first: isLeft(last.subtract({ days: 1 })), last }
    }
    case 'month': {
      const first = today.with({ day: 1 }).add({ months: turns })
      return { first: isLeft(first), last: first.with({ day: first.daysInMonth }) }
    }
    case 'year': {
      const first = today.with({ month: 1, day: 1 }).add({ years: turns })
      return { first: isLeft(first), last: first.with({ month: 12, day: 31 }) }
    }
  }
}

const one = (date: Temporal.PlainDate): FoundDates => ({ dates: { first: date, last: date } })
const plainDate = (date: string) => Temporal.PlainDate.from(date)
const iso = (date: Temporal.PlainDate) => date.toString()
const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0
const nextMonday = (date: Temporal.PlainDate) => date.add({ days: 8 - date.dayOfWeek })
const sundayOf = (date: Temporal.PlainDate) => date.add({ days: 7 - date.dayOfWeek })

function exactDate(date: {
  readonly year: number
  readonly month: number
  readonly day: number
}): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
