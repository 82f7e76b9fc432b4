import type { Talk } from '../notes/talk.ts'

/** Puts documents in order of their events' dates, then of their titles. Talks without a date come last. */
export type ByDate = (documents: readonly number[], direction: 'newest' | 'oldest') => number[]

/** Document numbers are places in `talks`. Their order is made when it is first asked for. */
export function createByDate(talks: readonly Talk[]): ByDate {
  const places = new Map<'newest' | 'oldest', Uint32Array>()

  return (documents, direction) => {
    const placeOf = places.get(direction) ?? orderOf(direction)
    places.set(direction, placeOf)
    return documents.toSorted((a, b) => placeOf[a]! - placeOf[b]!)
  }

  function orderOf(direction: 'newest' | 'oldest'): Uint32Array {
    const titles = new Intl.Collator('en', { numeric: true })
    const dates = talks.map(dateOf)
    const sign = direction === 'newest' ? -1 : 1
    const order = Array.from(talks.keys()).sort(
      (a, b) =>
        Number(dates[a] === '') - Number(dates[b] === '') ||
        sign * compare(dates[a]!, dates[b]!) ||
        titles.compare(talks[a]!.title, talks[b]!.title) ||
        a - b,
    )
    const placeOf = new Uint32Array(talks.length)
    order.forEach((document, place) => {
      placeOf[document] = place
    })
    return placeOf
  }
}

/** A year alone comes before the days in it. */
function dateOf({ event }: Talk): string {
  return event.starts ?? (event.year === undefined ? '' : String(event.year))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
