import { Temporal } from 'temporal-polyfill'
import { type DaysPhrase, datesNamed, type NameProblem } from '../../calendar/dates-named.ts'
import type { DayRange } from '../../calendar/days.ts'

/** Why days that somebody named are none that can be meant. Dates are `YYYY-MM-DD`. */
export type DaysProblem =
  | NameProblem
  | { readonly kind: 'over'; readonly date: string }
  | { readonly kind: 'too-far'; readonly date: string }
  | { readonly kind: 'ends-before'; readonly first: string; readonly last: string }

type Resolved = { readonly range: DayRange } | { readonly problem: DaysProblem }

/** Nobody plans tips further ahead; a year that was mistyped is. */
export const maxYearsAhead = 2

/**
 * The dates of a phrase, today's or later.
 *
 * resolveDays({ kind: 'date', day: 5, month: 1 }, '2026-11-28') // => { range: { first: '2027-01-05', last: '2027-01-05' } }
 */
export function resolveDays(phrase: DaysPhrase, today: string): Resolved {
  const found = datesNamed(phrase, today)
  if ('problem' in found) return found
  const { first, last } = found.range
  const limit = Temporal.PlainDate.from(today).add({ years: maxYearsAhead }).toString()
  if (last < first) return { problem: { kind: 'ends-before', first, last } }
  if (last < today) return { problem: { kind: 'over', date: last } }
  if (limit < last) return { problem: { kind: 'too-far', date: last } }
  return { range: { first: first < today ? today : first, last } }
}
