import type { Talk } from '../../notes/talk.ts'

/**
 * By document: its place in the order of dates, then of titles. A talk without a date has its event's; talks with neither
 * come last in both orders.
 */
export interface DateOrder {
  readonly newest: Uint32Array
  readonly oldest: Uint32Array
}

/** Document numbers are places in `talks`. */
export function readDateOrder(talks: readonly Talk[]): DateOrder {
  const titles = new Intl.Collator('en', { numeric: true })
  const dates = talks.map(dateOf)
  const placesWith = (sign: 1 | -1) => {
    const order = Array.from(talks.keys()).sort(
      (a, b) =>
        Number(dates[a] === '') - Number(dates[b] === '') ||
        sign * compare(dates[a]!, dates[b]!) ||
        titles.compare(talks[a]!.title, talks[b]!.title) ||
        a - b,
    )
    const places = new Uint32Array(talks.length)
    order.forEach((document, place) => {
      places[document] = place
    })
    return places
  }
  return { newest: placesWith(-1), oldest: placesWith(1) }
}

/** A year alone comes before the days in it, and a day before its times. */
export function dateOf({ date, starts = '', event }: Talk): string {
  if (date !== undefined) return `${date} ${starts}`
  return event.starts ?? (event.year === undefined ? '' : String(event.year))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
