import { readClockTime } from '../../../calendar/read-clock-time.ts'
import { numbersInWords } from '../../../calendar/read-duration.ts'
import { readMinutes } from '../../../calendar/read-minutes.ts'
import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { TimePhrase } from '../programme-request.ts'

interface TimeRead {
  readonly time: TimePhrase
  readonly end: number
}

/**
 * A time of day as people ask for a programme by: `right now`, `next`, `later`, `in an hour`, `at 11`, `after lunch`, `from 2
 * to 4`, `3pm`, `in the morning`.
 */
export function readTimePhrase(words: readonly string[], at: number): TimeRead | undefined {
  return (
    readFromNow(words, at) ??
    readNow(words, at) ??
    readLunch(words, at) ??
    readRange(words, at) ??
    readPoint(words, at)
  )
}

/** `morning`, `afternoon`: of a day that is said before. */
export function readDayPart(words: readonly string[], at: number): TimeRead | undefined {
  const start = skip(words, skip(words, at, /^in$/), /^the$/)
  const part = dayParts[plainWordAt(words, start)]
  return part && { time: { kind: 'within', ...part }, end: start + 1 }
}

const dayParts: Readonly<Record<string, { readonly from?: string; readonly until?: string } | undefined>> = {
  __proto__: null as never,
  morning: { until: '12:00' },
  afternoon: { from: '12:00', until: '18:00' },
  evening: { from: '17:00' },
  night: { from: '17:00' },
}

/** The words with which everything begins that `readNow` reads. */
const nowBeginnings: ReadonlySet<string> = new Set(
  'right just now currently at this coming up next after afterwards'.split(' '),
)

function readNow(words: readonly string[], at: number): TimeRead | undefined {
  if (!nowBeginnings.has(plainWordAt(words, at))) return undefined
  const text = words
    .slice(at, at + 3)
    .map((_, place) => plainWordAt(words, at + place))
    .join(' ')
  const now = /^(?:(?:right|just) now|now|currently|at the moment|at present|this minute)(?= |$)/.exec(
    text,
  )?.[0]
  if (now) return { time: { kind: 'now' }, end: at + now.split(' ').length }
  const next = /^(?:(?:coming )?up next|next|after (?:this|that)(?: one)?|afterwards)(?= |$)/.exec(text)?.[0]
  return next ? { time: { kind: 'next' }, end: at + next.split(' ').length } : undefined
}

/** `in half an hour`, `30 minutes from now`, `in the next hour`, `later`, `left`. */
function readFromNow(words: readonly string[], at: number): TimeRead | undefined {
  const lead = plainWordAt(words, at)
  if (/^(?:left|remaining)$/.test(lead)) return { time: { kind: 'left' }, end: at + 1 }
  const still = readStill(words, at)
  if (still !== undefined) return { time: { kind: 'left' }, end: still }
  if (lead === 'later') return { time: { kind: 'from-now' }, end: skip(words, at + 1, /^on$/) }
  const isLed = /^(?:in|within|during|over)$/.test(lead)
  const nextAt = isLed ? skip(words, at + 1, /^the$/) : at
  const isNext = /^(?:next|coming)$/.test(plainWordAt(words, nextAt))
  const start = isNext ? nextAt + 1 : isLed ? at + 1 : at
  const read = (isNext ? hourAt(words, start) : undefined) ?? readMinutes(words, start)
  if (read === undefined) return undefined
  const { minutes, end } = read
  if (isNext || (isLed && lead !== 'in')) return { time: { kind: 'from-now', minutes }, end }
  const isFromNow = plainWordAt(words, end) === 'from' && plainWordAt(words, end + 1) === 'now'
  if (!isLed && !isFromNow) return undefined
  const said = words.slice(start, end).join(' ')
  return {
    time: { kind: 'ahead', minutes, said: `in ${said}` },
    end: isLed ? skip(words, end, /^time$/) : end + 2,
  }
}

/** `what can I still catch?`, `anything still to come?`: the place after it. */
function readStill(words: readonly string[], at: number): number | undefined {
  if (!/^(?:still|yet)$/.test(plainWordAt(words, at))) return undefined
  const isLed = plainWordAt(words, at + 1) === 'to'
  const verb = plainWordAt(words, isLed ? at + 2 : at + 1)
  if (isLed) return verb === 'come' ? at + 3 : undefined
  return /^(?:catch|see|attend|make|visit|hear|join|coming|ahead)$/.test(verb) ? at + 2 : undefined
}

const hourAt = (words: readonly string[], at: number) =>
  plainWordAt(words, at) === 'hour' ? { minutes: 60, end: at + 1 } : undefined

function readLunch(words: readonly string[], at: number): TimeRead | undefined {
  const lead = /^(before|after|at|over|during|around|post|pre)$/.exec(plainWordAt(words, at))?.[1]
  const start = skip(words, at + 1, /^(the|my|our)$/)
  if (lead === undefined || !/^lunch(?:time|-?break)?$/.test(plainWordAt(words, start))) return undefined
  const which = /^(?:before|pre)$/.test(lead) ? 'before' : /^(?:after|post)$/.test(lead) ? 'after' : 'over'
  return { time: { kind: 'lunch', which }, end: skip(words, start + 1, /^(break|time)$/) }
}

function readRange(words: readonly string[], at: number): TimeRead | undefined {
  const part = /^in$/.test(plainWordAt(words, at)) ? readDayPart(words, at) : undefined
  if (part) return part
  const joined = /^(\d{1,2}(?:[:.]\d{2})?)[-–](\d{1,2}(?:[:.]\d{2})?(?:[ap]m)?)$/i.exec(words[at] ?? '')
  const [begin, end] = joined ? [clockAt([joined[1]!], 0), clockAt([joined[2]!], 0)] : []
  if (begin && end && begin.time < end.time)
    return { time: { kind: 'within', from: begin.time, until: end.time }, end: at + 1 }
  const lead = plainWordAt(words, at)
  if (/^(between|from)$/.test(lead)) {
    const first = clockAt(words, at + 1)
    const isJoined = lead === 'between' ? /^(and|&)$/ : /^(to|until|till|-|–)$/
    const last =
      first && isJoined.test(plainWordAt(words, first.end)) ? clockAt(words, first.end + 1) : undefined
    if (first && last) return { time: { kind: 'within', from: first.time, until: last.time }, end: last.end }
  }
  if (/^(after|from|since)$/.test(lead)) {
    const from = clockAt(words, at + 1)
    return from && { time: { kind: 'within', from: from.time }, end: from.end }
  }
  if (/^(before|until|till)$/.test(lead)) {
    const until = clockAt(words, at + 1)
    return until && { time: { kind: 'within', until: until.time }, end: until.end }
  }
  return undefined
}

function readPoint(words: readonly string[], at: number): TimeRead | undefined {
  const isLed = /^(at|@|around)$/.test(plainWordAt(words, at))
  const isHalf =
    /^\d{1,2}(?::\d{2})?$/.test(plainWordAt(words, at)) && /^[ap]m$/.test(plainWordAt(words, at + 1))
  const isClock =
    isHalf || /^(?:\d{1,2}[:h]\d{2}|\d{1,2}(?::\d{2})?[ap]m|noon|midday)$/.test(plainWordAt(words, at))
  const read = isLed ? clockAt(words, at + 1) : isClock ? clockAt(words, at) : undefined
  return read && { time: { kind: 'at', time: read.time }, end: read.end }
}

function inDigits(word: string): string {
  const number = numbersInWords.indexOf(word.toLowerCase())
  return number > 0 ? String(number) : word
}

/** Nobody asks for talks in the small hours: `at 2` and `at two` are in the afternoon. */
function clockAt(said: readonly string[], at: number) {
  const words = said.map(inDigits)
  const read = readClockTime(words, at)
  if (read === undefined) return undefined
  const typed = words.slice(at, read.end).join('')
  const isHalf = /^(?:a?(?:half|quarter)(?:past|to))?[1-6](?:[:.h]\d{2})?h?$/i.test(typed)
  const time = isHalf ? `${Number(read.time.slice(0, 2)) + 12}${read.time.slice(2)}` : read.time
  return { time, end: skip(words, read.end, /^o['’]?clock$/) }
}
