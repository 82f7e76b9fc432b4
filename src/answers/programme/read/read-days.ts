import type { DaysPhrase } from '../../../calendar/dates-named.ts'
import { readDate } from '../../../calendar/read-date.ts'
import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { KnownNames } from '../../../search/filter/known-names.ts'
import { readEventDay } from './read-event-day.ts'
import { readDayPart } from './read-time-phrase.ts'
import type { ReadPart } from './said-so-far.ts'

export const todayPhrase: DaysPhrase = { kind: 'ahead', count: 0, unit: 'day' }

/** A day, and the part of it that is said with it: `tomorrow afternoon`, `tonight`, `on Tuesday`, `day 2`. */
export function readDays(words: readonly string[], at: number, names: KnownNames): ReadPart | undefined {
  if (plainWordAt(words, at) === 'tonight')
    return { days: todayPhrase, time: { kind: 'within', from: '17:00' }, end: at + 1 }
  const thisPart = plainWordAt(words, at) === 'this' ? readDayPart(words, at + 1) : undefined
  if (thisPart) return { days: todayPhrase, ...thisPart }
  const rest = readRestOfDay(words, at)
  if (rest) return { days: todayPhrase, time: { kind: 'left' }, end: rest }
  const year = words.length === 1 ? wholeYear(plainWordAt(words, at), names) : undefined
  if (year) return { days: year, end: at + 1 }
  const start = skip(words, at, /^(on|for|during|of|from|in)$/)
  const eventDay = readEventDay(words, start)
  if (eventDay) return { days: eventDay.days, end: eventDay.end, ...readDayPart(words, eventDay.end) }
  const read = readDate(words, start)
  if (read === undefined) return undefined
  // "May" and "march" are months if somebody says so.
  const { days } = read
  const isAlone = words.length === 1
  if (days.kind === 'month' && days.year === undefined && plainWordAt(words, at) !== 'in' && !isAlone)
    return undefined
  if (days.kind === 'either' && start === at && !isAlone) return undefined
  if (isVersion.test(words[start] ?? '') && !isHeld(days, names)) return undefined
  return { days, end: read.end, ...readDayPart(words, read.end) }
}

/** `2025`, alone, if there are talks in it. */
function wholeYear(said: string, names: KnownNames): DaysPhrase | undefined {
  if (!/^\d{4}$/.test(said) || !names.days().some((day) => day.startsWith(`${said}-`))) return undefined
  const year = Number(said)
  return {
    kind: 'span',
    first: { kind: 'date', day: 1, month: 1, year },
    last: { kind: 'date', day: 31, month: 12, year },
  }
}

/** `3.12` is rather a version than a day, unless there are talks on it. */
const isVersion = /^\d{1,2}\.\d{1,2}$/
const isHeld = (days: DaysPhrase, names: KnownNames) =>
  names.days().some((day) => days.kind === 'date' && isOfYear(day, days))
const isOfYear = (day: string, { month, day: number }: { readonly month: number; readonly day: number }) =>
  Number(day.slice(5, 7)) === month && Number(day.slice(8)) === number

/** `the rest of today`. */
function readRestOfDay(words: readonly string[], at: number): number | undefined {
  const start = skip(words, skip(words, at, /^(for|during)$/), /^the$/)
  if (plainWordAt(words, start) !== 'rest' || plainWordAt(words, start + 1) !== 'of') return undefined
  const end = skip(words, start + 2, /^the$/)
  return /^(?:today|day)$/.test(plainWordAt(words, end)) ? end + 1 : undefined
}
