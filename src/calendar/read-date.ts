import type { DaysPhrase } from './dates-named.ts'
import { dayNamesFolded, monthNamesFolded, type Weekday } from './day-names.ts'
import { readDuration } from './read-duration.ts'
import { plainWordAt, skip } from './word-at.ts'

/** Days that were read, and the index of the word after them. */
export interface DaysRead {
  readonly days: DaysPhrase
  readonly end: number
}

/**
 * Reads one date, several days in a row, or a whole week or month, as people name them; undefined if there are none at
 * this place, or more than is understood.
 *
 *     today | tomorrow | monday | next friday | the 5th | in two weeks
 *     5 january | jan 5th, 2027 | friday 12 dec | 2027-01-05 | 5.1. | 24/12
 *     this week | next weekend | december | 24-26 december | 24 dec to 1 jan | between 24 dec and 1 jan
 */
export function readDate(words: readonly string[], at: number): DaysRead | undefined {
  const between = plainWordAt(words, at) === 'between'
  const start = between || plainWordAt(words, at) === 'from' ? at + 1 : at
  const first = compressed(words, start) ?? single(words, start)
  if (first === undefined) return undefined
  const to = between ? /^(and|&)$/ : /^(to|till?|until|through|thru|-|–|—)$/
  const last = to.test(plainWordAt(words, first.end)) ? single(words, first.end + 1) : undefined
  if (last) return { days: { kind: 'span', first: first.days, last: last.days }, end: last.end }
  return between ? undefined : first
}

/** A list of such days, with commas or `and` between them; commas that lead to something else belong to neither. */
export function readDates(
  words: readonly string[],
  at: number,
): { readonly days: readonly DaysPhrase[]; readonly end: number } | undefined {
  const days: DaysPhrase[] = []
  let end = at
  for (let next = at; next < words.length; ) {
    const read = ofOneMonth(words, next) ?? readDate(words, next)
    if (!read) break
    days.push(...('list' in read ? read.list : [read.days]))
    end = read.end
    next = end
    while (/^(,|and|&|on)$/.test(plainWordAt(words, next))) next++
  }
  return days.length === 0 ? undefined : { days, end }
}

/** `24, 25 and 31 december`: the month is said once. */
function ofOneMonth(words: readonly string[], at: number) {
  const days: number[] = []
  let next = at
  for (let day = dayOf(plainWordAt(words, skip(words, next, /^the$/))); day !== undefined; ) {
    days.push(day)
    next = skip(words, next, /^the$/) + 1
    const after = skip(words, skip(words, next, /^,$/), /^(and|&)$/)
    day = after === next ? undefined : dayOf(plainWordAt(words, skip(words, after, /^the$/)))
    if (day !== undefined) next = after
  }
  const last = days.at(-1)
  if (last === undefined || days.length < 2) return undefined
  const dated = single(words, next - 1)
  if (dated?.days.kind !== 'date') return undefined
  const { month, year } = dated.days
  const list = days.map((day): DaysPhrase => ({ kind: 'date', day, month, year }))
  return { list, end: dated.end }
}

function single(words: readonly string[], at: number): DaysRead | undefined {
  return relative(words, at) ?? withWeekday(words, at) ?? dated(words, at) ?? inFigures(words, at)
}

/** With which all relative days begin. */
const relativeBeginnings: ReadonlySet<string> = new Set(
  'yesterday today tomorrow day this next last past the coming rest remainder in'.split(' '),
)

const periodNamed = new RegExp(
  [
    '^(?:(this|next|last|past|the last|the past|the coming|coming|(?:the )?rest of (?:the|this)|',
    '(?:the )?remainder of (?:the|this)) (week|weekend|month|year)|the (weekend))(?= |$)',
  ].join(''),
)

function relative(words: readonly string[], at: number): DaysRead | undefined {
  if (!relativeBeginnings.has(plainWordAt(words, at))) return undefined
  const said = words.slice(at, at + 5).map((_, i) => plainWordAt(words, at + i))
  const text = said.join(' ')
  const named = /^(?:(yesterday)|(today)|(tomorrow)|(?:the )?day after tomorrow)(?= |$)/.exec(text)
  if (named) {
    const count = named[1] ? -1 : named[2] ? 0 : named[3] ? 1 : 2
    return { days: { kind: 'ahead', count, unit: 'day' }, end: at + named[0].split(' ').length }
  }
  const period = periodNamed.exec(text)
  if (period) {
    const unit = (period[2] ?? period[3]) as 'week' | 'weekend' | 'month' | 'year'
    const isLast = /last|past/.test(period[1] ?? '')
    const isNext = period[1] === 'next' || (period[1]?.endsWith('coming') && unit !== 'weekend')
    const days = { kind: 'period', unit, which: isLast ? 'last' : isNext ? 'next' : 'this' } as const
    return { days, end: at + period[0].split(' ').length }
  }
  if (said[0] !== 'in') return undefined
  const duration = readDuration(words, at + 1)
  if (duration === undefined) return undefined
  const { end, ...ahead } = duration
  return { days: { kind: 'ahead', ...ahead }, end }
}

/** `monday`, `next friday`, `friday 12 dec`, `fri, dec 12`. */
function withWeekday(words: readonly string[], at: number): DaysRead | undefined {
  const lead = /^(this|next|coming|last)$/.exec(plainWordAt(words, at))?.[1]
  const start = skip(words, lead ? at + 1 : at, /^the$/)
  const day = weekdayNamed(plainWordAt(words, start))
  if (day === undefined) return undefined
  const after = skip(words, skip(words, start + 1, /^,$/), /^the$/)
  const date = lead ? undefined : (dated(words, after) ?? inFigures(words, after))
  if (date?.days.kind === 'date') {
    const said = words.slice(start, date.end).join(' ')
    return { days: { ...date.days, weekday: { day, said } }, end: date.end }
  }
  const which = lead === 'next' || lead === 'this' || lead === 'last' ? lead : 'coming'
  return { days: { kind: 'weekday', weekday: day, which }, end: start + 1 }
}

/** `5 january`, `the 5th of january 2027`, `jan 5th, 2027`, `the 5th`, `january`. */
function dated(words: readonly string[], at: number): DaysRead | undefined {
  const isNamed = plainWordAt(words, at) === 'the'
  const start = isNamed ? at + 1 : at
  const day = dayOf(plainWordAt(words, start))
  if (day !== undefined) {
    const monthAt = skip(words, start + 1, /^of$/)
    const month = monthOf(plainWordAt(words, monthAt))
    if (month !== undefined) return withYear(words, monthAt + 1, { day, month })
    const isOrdinal = /[a-z]$/.test(plainWordAt(words, start))
    return isOrdinal || isNamed ? { days: { kind: 'day-of-month', day }, end: start + 1 } : undefined
  }
  const monthAt = skip(words, start, /^in$/)
  const month = monthOf(plainWordAt(words, monthAt))
  if (month === undefined) return undefined
  const dayAt = skip(words, monthAt + 1, /^the$/)
  const after = dayOf(plainWordAt(words, dayAt))
  if (after !== undefined) return withYear(words, dayAt + 1, { day: after, month })
  const year = yearOf(plainWordAt(words, monthAt + 1))
  return { days: { kind: 'month', month, year }, end: monthAt + (year === undefined ? 1 : 2) }
}

function withYear(
  words: readonly string[],
  at: number,
  date: { readonly day: number; readonly month: number },
): DaysRead {
  const yearAt = skip(words, at, /^,$/)
  const year = yearOf(plainWordAt(words, yearAt))
  return { days: { kind: 'date', ...date, year }, end: year === undefined ? at : yearAt + 1 }
}

/** `24-26 december`, `24 to 26 december`, `december 24-26`, `dec 24 to 26`. */
function compressed(words: readonly string[], at: number): DaysRead | undefined {
  const start = skip(words, at, /^the$/)
  const days = dayPair(words, start)
  if (days) {
    const monthAt = skip(words, days.end, /^of$/)
    const month = monthOf(plainWordAt(words, monthAt))
    return month === undefined ? undefined : pairIn(words, monthAt + 1, { ...days, month })
  }
  const month = monthOf(plainWordAt(words, start))
  const after = month === undefined ? undefined : dayPair(words, start + 1)
  return month === undefined || after === undefined
    ? undefined
    : pairIn(words, after.end, { ...after, month })
}

function dayPair(words: readonly string[], at: number) {
  const joined = /^(\d{1,2}(?:st|nd|rd|th)?)[-–](\d{1,2}(?:st|nd|rd|th)?)$/.exec(plainWordAt(words, at))
  const apart = /^(to|till?|until|through|thru|-|–)$/.test(plainWordAt(words, at + 1))
  const from = dayOf(joined ? joined[1]! : plainWordAt(words, at))
  const to = dayOf(joined ? joined[2]! : apart ? plainWordAt(words, at + 2) : '')
  return from === undefined || to === undefined ? undefined : { from, to, end: at + (joined ? 1 : 3) }
}

function pairIn(
  words: readonly string[],
  at: number,
  { from, to, month }: { readonly from: number; readonly to: number; readonly month: number },
): DaysRead | undefined {
  // `24 to 26 december to 1 january`, or `dec 24 to 1 jan`: the second number is another month's.
  if (monthOf(plainWordAt(words, at)) !== undefined && yearOf(plainWordAt(words, at)) === undefined)
    return undefined
  const last = withYear(words, at, { day: to, month })
  const { year } = last.days as Extract<DaysPhrase, { kind: 'date' }>
  const first: DaysPhrase = { kind: 'date', day: from, month, year }
  return { days: { kind: 'span', first, last: last.days }, end: last.end }
}

/** `2027-01-05`, `5.1.`, `05.01.2027`, `24/12`; `5/1` is two dates. */
function inFigures(words: readonly string[], at: number): DaysRead | undefined {
  const text = plainWordAt(words, at)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return dateRead({ year: iso[1], month: iso[2], day: iso[3] }, at)
  const dots = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2})?)?$/.exec(text)
  if (dots) return dateRead({ day: dots[1], month: dots[2], year: dots[3] }, at)
  const figures = /^(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|-(\d{1,2})-(\d{4}))$/.exec(text)
  if (!figures) return undefined
  const [a, b, year] = [figures[1], figures[2] ?? figures[4], figures[3] ?? figures[5]]
  const dates = [dateRead({ day: a, month: b, year }, at), dateRead({ day: b, month: a, year }, at)].filter(
    (read) => read !== undefined,
  )
  const [one, other] = dates
  if (one === undefined || other === undefined || a === b) return one ?? other
  return { days: { kind: 'either', said: words[at]!, phrases: dates.map(({ days }) => days) }, end: at + 1 }
}

function dateRead(
  figures: {
    readonly day?: string | undefined
    readonly month?: string | undefined
    readonly year?: string | undefined
  },
  at: number,
): DaysRead | undefined {
  const [day, month] = [Number(figures.day), Number(figures.month)]
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
  const year =
    figures.year === undefined ? undefined : Number(figures.year) + (figures.year.length < 4 ? 2000 : 0)
  return { days: { kind: 'date', day, month, year }, end: at + 1 }
}

function dayOf(text: string): number | undefined {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1])
  return day >= 1 && day <= 31 ? day : undefined
}

const yearOf = (text: string) => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : undefined)

/** Any beginning of at least three letters. */
const monthOf = (text: string): number | undefined => placeOf(text, monthNamesFolded)

/** From 1, the first of the names that begins so. */
function placeOf(text: string, names: readonly string[]): number | undefined {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  const index = name.length < 3 ? -1 : names.findIndex((known) => known.startsWith(name))
  return index < 0 ? undefined : index + 1
}

/** Not `mondays`, which are no one day. */
const weekdayNamed = (text: string) => placeOf(text, dayNamesFolded) as Weekday | undefined
