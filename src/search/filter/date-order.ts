import type { Talk } from '../../notes/talk.ts'
import { firstPlace } from '../index/index-reader.ts'

/**
 * By document: its place in the order of dates, then of times, then of titles. A talk without a date has its event's; talks with
 * neither come last in both orders, and those without a time last in their day.
 */
export interface DateOrder {
  readonly newest: Uint32Array
  readonly oldest: Uint32Array
}

/**
 * Document numbers are places in `talks`.
 * @param earlier the order of other talks, some of which stay
 * @param documents by talk: the number that it had among the earlier ones if it stays as it is, event included; talks that
 *     stay are in the same order as they were
 */
export function readDateOrder(
  talks: readonly Talk[],
  earlier?: DateOrder,
  documents: readonly (number | undefined)[] = [],
): DateOrder {
  const titles = new Intl.Collator('en', { numeric: true })
  const known: SortableDate[] = []
  const dateAt = (document: number) => {
    known[document] ??= sortableDate(talks[document]!)
    return known[document]
  }
  const placesWith = (sign: 1 | -1, before?: Uint32Array) => {
    const byDate = (a: number, b: number) =>
      compareKnown(dateAt(a).date, dateAt(b).date, sign) ||
      compareKnown(dateAt(a).starts, dateAt(b).starts, sign) ||
      titles.compare(talks[a]!.title, talks[b]!.title) ||
      a - b
    const order = before ? mergeInOrder(before, documents, byDate) : Array.from(talks.keys()).sort(byDate)
    const places = new Uint32Array(talks.length)
    order.forEach((document, place) => {
      places[document] = place
    })
    return places
  }
  return { newest: placesWith(-1, earlier?.newest), oldest: placesWith(1, earlier?.oldest) }
}

/** The documents in order: those that stay as they stood, the others put in between. */
function mergeInOrder(
  before: Uint32Array,
  documents: readonly (number | undefined)[],
  byDate: (a: number, b: number) => number,
): readonly number[] {
  const stayAt = new Array<number | undefined>(before.length)
  const others: number[] = []
  documents.forEach((number, document) => {
    if (number === undefined) others.push(document)
    else stayAt[before[number]!] = document
  })
  const stay = stayAt.filter((document) => document !== undefined)
  others.sort(byDate)
  const order: number[] = []
  let from = 0
  for (const document of others) {
    const end = firstPlace(from, stay.length, (place) => byDate(stay[place]!, document) >= 0)
    for (; from < end; from++) order.push(stay[from]!)
    order.push(document)
  }
  for (; from < stay.length; from++) order.push(stay[from]!)
  return order
}

/** When a talk is, as far as it is known. */
interface SortableDate {
  /** A day, or a year alone, which comes before the days in it. */
  readonly date?: string
  /** `HH:MM`. */
  readonly starts?: string
}

export function sortableDate({ date, starts, event }: Talk): SortableDate {
  if (date !== undefined) return { date, ...(starts !== undefined && { starts }) }
  const known = event.starts ?? event.year?.toString()
  return known === undefined ? {} : { date: known }
}

/** What is not known comes last in either direction. */
function compareKnown(a: string | undefined, b: string | undefined, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a < b ? -sign : a > b ? sign : 0
}
