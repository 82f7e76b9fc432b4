import { everyDay, type Weekday, weekend, workingDays } from './settings.ts'
import { asTimeZone } from './time-zone.ts'
import type { TipFilter } from './tip.ts'

/** What somebody said about the tips of a channel. */
export type TipsCommand =
  /** Nothing was said: the settings are to be shown. */
  | { readonly kind: 'settings' }
  | { readonly kind: 'off' }
  | { readonly kind: 'now' }
  | { readonly kind: 'status' }
  /** Turn tips on where `on` is true, and change what is given; the rest stays. */
  | ({ readonly kind: 'change'; readonly on: boolean } & TipChanges)
  /** `part` is the first thing that was not understood, as typed. */
  | { readonly kind: 'not-understood'; readonly part: string; readonly examples: readonly string[] }

export interface TipChanges {
  /** `HH:MM`. */
  readonly time?: string
  readonly zone?: string
  readonly weekdays?: readonly Weekday[]
  /** The country or region whose holidays are skipped, as typed; `none`: no holidays are skipped. */
  readonly holidays?: 'none' | { readonly area: string }
  readonly filter?: TipFilter
}

export const tipsExamples: readonly string[] = [
  'on weekdays at 9:30',
  'every monday and thursday at 8am',
  'daily at 17:00 Europe/Rome',
  'skip holidays in Italy',
  'about testing',
  'from europython-2012',
  'off',
  'now',
  'status',
]

/**
 * Understands the words after `/talks tips`; never throws. Clauses come in any order, each at most once:
 *
 *     on
 *     daily | weekdays | weekends | every monday and thursday | mon-fri
 *     [at] 9 | 9:30 | 9.30 | 8am | 17h30 | noon
 *     [in] Europe/Rome
 *     skip holidays in Italy | except holidays in US-CA | include holidays
 *     about flask, testing | from europython-2012 | by Alex Martelli | from all notes
 *
 * parseTipsCommand('on weekdays at 9:30') // => { kind: 'change', on: true, weekdays: [1, 2, 3, 4, 5], time: '09:30' }
 */
export function parseTipsCommand(text: string): TipsCommand {
  const words = text.replaceAll(',', ' , ').split(/\s+/u).filter(Boolean)
  const only = words.length === 1 ? singles[words[0]!.toLowerCase()] : undefined
  if (only) return only
  if (words.length === 0) return { kind: 'settings' }

  let changes: Clause = {}
  for (let at = 0; at < words.length; ) {
    const read = readClause(words, at)
    const key = read && Object.keys(read.clause)[0]
    if (!read || (key !== undefined && key in changes)) {
      const part = words.slice(at).join(' ').replaceAll(' ,', ',')
      return { kind: 'not-understood', part, examples: tipsExamples }
    }
    changes = { ...changes, ...read.clause }
    at = read.end
  }
  const { on = false, ...rest } = changes
  return { kind: 'change', on: on || rest.time !== undefined || rest.weekdays !== undefined, ...rest }
}

const singles: Readonly<Record<string, TipsCommand | undefined>> = {
  __proto__: null as never,
  off: { kind: 'off' },
  stop: { kind: 'off' },
  now: { kind: 'now' },
  status: { kind: 'status' },
  settings: { kind: 'settings' },
}

type Clause = TipChanges & { readonly on?: true }

/** One clause, and the index of the word after it. A clause without a key is a word that only joins others. */
interface Read {
  readonly clause: Clause
  readonly end: number
}

function readClause(words: readonly string[], at: number): Read | undefined {
  const word = words[at]!.toLowerCase()
  if ((word === ',' || word === 'and') && at > 0 && at < words.length - 1) return { clause: {}, end: at + 1 }
  return (
    readDays(words, at) ??
    readTime(words, at) ??
    readZone(words, at) ??
    readHolidays(words, at) ??
    readFilter(words, at) ??
    (word === 'on' ? { clause: { on: true }, end: at + 1 } : undefined)
  )
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** monday, mondays, mon, tues, thurs: any beginning of at least three letters. */
function asWeekday(word: string | undefined): Weekday | undefined {
  if (word === undefined) return undefined
  const day = word.toLowerCase().replace(/\.$/, '')
  const index = day.length < 3 ? -1 : dayNames.findIndex((name) => name.startsWith(day) || `${name}s` === day)
  return index < 0 ? undefined : ((index + 1) as Weekday)
}

function readDays(words: readonly string[], at: number): Read | undefined {
  const [first, second] = [words[at]!.toLowerCase(), words[at + 1]?.toLowerCase()]
  if (first === 'on' || first === 'every' || first === 'each') {
    const named = second === 'day' ? { days: everyDay, end: at + 2 } : dayGroup(words, at + 1)
    return named && { clause: { weekdays: named.days }, end: named.end }
  }
  const named = dayGroup(words, at)
  return named && { clause: { weekdays: named.days }, end: named.end }
}

function dayGroup(
  words: readonly string[],
  at: number,
): { days: readonly Weekday[]; end: number } | undefined {
  switch (words[at]?.toLowerCase()) {
    case 'daily':
    case 'everyday':
      return { days: everyDay, end: at + 1 }
    case 'weekday':
    case 'weekdays':
      return { days: workingDays, end: at + 1 }
    case 'weekend':
    case 'weekends':
      return { days: weekend, end: at + 1 }
  }
  const days = new Set<Weekday>()
  let end = at
  for (let next = at; next < words.length; ) {
    const read = dayRange(words, next)
    if (!read) break
    for (const day of read.days) days.add(day)
    end = read.end
    next = end
    while (/^(,|and|&)$/i.test(words[next] ?? '')) next++
  }
  return days.size === 0 ? undefined : { days: [...days].sort((a, b) => a - b), end }
}

/** One day, `mon-fri` or `monday to friday`; `fri-mon` goes over the weekend. */
function dayRange(
  words: readonly string[],
  at: number,
): { days: readonly Weekday[]; end: number } | undefined {
  const [from, to, more] = words[at]!.split(/[-–]/u)
  const first = asWeekday(from)
  if (first === undefined || more !== undefined) return undefined
  if (to !== undefined) {
    const last = asWeekday(to)
    return last && { days: daysFrom(first, last), end: at + 1 }
  }
  const last = /^(to|through|-|–)$/iu.test(words[at + 1] ?? '') ? asWeekday(words[at + 2]) : undefined
  return last === undefined ? { days: [first], end: at + 1 } : { days: daysFrom(first, last), end: at + 3 }
}

const daysFrom = (first: Weekday, last: Weekday) =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday)

function readTime(words: readonly string[], at: number): Read | undefined {
  const start = /^(at|@)$/i.test(words[at]!) ? at + 1 : at
  const [word, half] = [words[start], words[start + 1]]
  if (word === undefined) return undefined
  const joined = /^[ap]\.?m\.?$/i.test(half ?? '') ? asTime(word + half) : undefined
  const time = joined ?? asTime(word)
  return time === undefined ? undefined : { clause: { time }, end: start + (joined ? 2 : 1) }
}

function asTime(word: string): string | undefined {
  const text = word.toLowerCase().replace(/\.(?=m|$)/g, '')
  if (text === 'noon' || text === 'midday') return '12:00'
  if (text === 'midnight') return '00:00'
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?h?(am|pm)?$/.exec(text)
  if (!match) return undefined
  const [typed, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]]
  if (minute > 59 || typed > 23 || (half && (typed < 1 || typed > 12))) return undefined
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function readZone(words: readonly string[], at: number): Read | undefined {
  const start = words[at]!.toLowerCase() === 'in' ? at + 1 : at
  const word = words[start] ?? ''
  // Only names like Europe/Rome, and UTC: `on` and `by` must never be mistaken for one.
  const zone = word.includes('/') || /^utc$/i.test(word) ? asTimeZone(word) : undefined
  return zone === undefined ? undefined : { clause: { zone }, end: start + 1 }
}

function readHolidays(words: readonly string[], at: number): Read | undefined {
  const text = words
    .slice(at, at + 4)
    .join(' ')
    .toLowerCase()
  const none = /^(?:include|including|also on|with) (public )?holidays\b/.exec(text)
  if (none) return { clause: { holidays: 'none' }, end: at + none[0].split(' ').length }
  const skip = /^(?:skip|skipping|except|without|not on|no) (?:public )?holidays (?:in|of|for)\b/.exec(text)
  if (!skip) return undefined
  const start = at + skip[0].split(' ').length
  const area = phrase(words, start, { commas: false })
  return area.words.length === 0
    ? undefined
    : { clause: { holidays: { area: area.words.join(' ') } }, end: area.end }
}

function readFilter(words: readonly string[], at: number): Read | undefined {
  const word = words[at]!.toLowerCase()
  if (!['about', 'from', 'by'].includes(word)) return undefined
  const { words: said, end } = phrase(words, at + 1, {
    commas: word !== 'from' || words[at + 1]?.startsWith('#') === true,
  })
  const filter = asFilter(word, said)
  return filter && { clause: { filter }, end }
}

function asFilter(word: string, said: readonly string[]): TipFilter | undefined {
  const text = said.join(' ')
  if (text === '') return undefined
  if (/^(all|all (the )?notes|all talks|all events|everything|anything|everyone|anyone)$/i.test(text))
    return { kind: 'all' }
  const names = text.split(/\s*,\s*(?:and |or )?|\s+(?:and|or)\s+/iu).filter(Boolean)
  if (names.length === 0) return undefined
  if (word === 'by') return { kind: 'speakers', speakers: names }
  if (word === 'about') return { kind: 'tags', tags: names.map(withoutHash) }
  return text.startsWith('#')
    ? { kind: 'tags', tags: names.map(withoutHash) }
    : { kind: 'event', event: text }
}

const withoutHash = (tag: string) => tag.replace(/^#+(?=.)/u, '')

/** Words up to the next clause. */
function phrase(words: readonly string[], at: number, { commas }: { readonly commas: boolean }) {
  let end = at
  while (end < words.length && (commas || words[end] !== ',') && !(end > at && beginsClause(words, end)))
    end++
  // A comma or "and" that leads to the next clause belongs to neither.
  let last = end
  while (last > at && /^(,|and)$/i.test(words[last - 1]!)) last--
  return { words: words.slice(at, last), end }
}

function beginsClause(words: readonly string[], at: number): boolean {
  const word = words[at]!.toLowerCase()
  if (['at', 'on', 'every', 'each', 'in', '@'].includes(word)) {
    return [readTime, readDays, readZone].some((read) => (read(words, at)?.end ?? 0) > at + 1)
  }
  if (['about', 'from', 'by', 'daily', 'weekdays', 'weekends'].includes(word)) return true
  return word.includes('/') ? readZone(words, at) !== undefined : readHolidays(words, at) !== undefined
}
