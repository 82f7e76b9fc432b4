import { readClockTime } from '../../calendar/read-clock-time.ts'
import { readMinutes } from '../../calendar/read-minutes.ts'
import { skip, word } from '../../calendar/word-at.ts'
import type { TimePhrase } from './programme-request.ts'

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
    readNow(words, at) ??
    readFromNow(words, at) ??
    readLunch(words, at) ??
    readRange(words, at) ??
    readPoint(words, at)
  )
}

/** `morning`, `afternoon`: of a day that is said before. */
export function readDayPart(words: readonly string[], at: number): TimeRead | undefined {
  const start = skip(words, skip(words, at, /^in$/), /^the$/)
  const part = dayParts[word(words, start)]
  return part && { time: { kind: 'within', ...part }, end: start + 1 }
}

const dayParts: Readonly<Record<string, { readonly from?: string; readonly until?: string } | undefined>> = {
  __proto__: null as never,
  morning: { until: '12:00' },
  afternoon: { from: '12:00', until: '18:00' },
  evening: { from: '17:00' },
  night: { from: '17:00' },
}

function readNow(words: readonly string[], at: number): TimeRead | undefined {
  const text = words
    .slice(at, at + 3)
    .map((_, place) => word(words, at + place))
    .join(' ')
  const now = /^(?:(?:right|just) now|now|currently|at the moment|at present|this minute)(?= |$)/.exec(
    text,
  )?.[0]
  if (now) return { time: { kind: 'now' }, end: at + now.split(' ').length }
  const next = /^(?:(?:coming )?up next|next)(?= |$)/.exec(text)?.[0]
  return next ? { time: { kind: 'next' }, end: at + next.split(' ').length } : undefined
}

/** `in half an hour`, `30 minutes from now`, `in the next hour`, `later`, `left`. */
function readFromNow(words: readonly string[], at: number): TimeRead | undefined {
  if (/^(?:left|remaining)$/.test(word(words, at))) return { time: { kind: 'left' }, end: at + 1 }
  if (/^(?:later|afterwards)$/.test(word(words, at)))
    return { time: { kind: 'from-now' }, end: skip(words, at + 1, /^on$/) }
  if (/^(?:in|within|during|over)$/.test(word(words, at))) {
    const nextAt = skip(words, at + 1, /^the$/)
    const isNext = /^(?:next|coming)$/.test(word(words, nextAt))
    const whole = isNext && word(words, nextAt + 1) === 'hour' ? { minutes: 60, end: nextAt + 2 } : undefined
    const read = whole ?? readMinutes(words, isNext ? nextAt + 1 : at + 1)
    if (read === undefined) return undefined
    if (isNext || word(words, at) !== 'in')
      return { time: { kind: 'from-now', minutes: read.minutes }, end: read.end }
    return { time: aheadOf(words, at, read), end: skip(words, read.end, /^time$/) }
  }
  const read = readMinutes(words, at)
  if (
    read === undefined ||
    words
      .slice(read.end, read.end + 2)
      .join(' ')
      .toLowerCase() !== 'from now'
  )
    return undefined
  return { time: aheadOf(words, at, read), end: read.end + 2 }
}

function aheadOf(
  words: readonly string[],
  at: number,
  { minutes, end }: { readonly minutes: number; readonly end: number },
): TimePhrase {
  const said = words.slice(skip(words, at, /^in$/), end).join(' ')
  return { kind: 'ahead', minutes, said: `in ${said}` }
}

function readLunch(words: readonly string[], at: number): TimeRead | undefined {
  const lead = /^(before|after|at|over|during|around|post|pre)$/.exec(word(words, at))?.[1]
  const start = skip(words, at + 1, /^(the|my|our)$/)
  if (lead === undefined || !/^lunch(?:time|-?break)?$/.test(word(words, start))) return undefined
  const which = /^(?:before|pre)$/.test(lead) ? 'before' : /^(?:after|post)$/.test(lead) ? 'after' : 'over'
  return { time: { kind: 'lunch', which }, end: skip(words, start + 1, /^(break|time)$/) }
}

function readRange(words: readonly string[], at: number): TimeRead | undefined {
  const part = /^in$/.test(word(words, at)) ? readDayPart(words, at) : undefined
  if (part) return part
  const lead = word(words, at)
  if (/^(between|from)$/.test(lead)) {
    const first = clockAt(words, at + 1)
    const isJoined = lead === 'between' ? /^(and|&)$/ : /^(to|until|till|-|–)$/
    const last = first && isJoined.test(word(words, first.end)) ? clockAt(words, first.end + 1) : undefined
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
  const isLed = /^(at|@|around)$/.test(word(words, at))
  const isClock = /^(?:\d{1,2}[:h]\d{2}|\d{1,2}(?::\d{2})?[ap]m|noon|midday)$/.test(word(words, at))
  const read = isLed ? clockAt(words, at + 1) : isClock ? clockAt(words, at) : undefined
  return read && { time: { kind: 'at', time: read.time }, end: read.end }
}

/** Nobody asks for talks in the small hours: `at 2` is in the afternoon. */
function clockAt(words: readonly string[], at: number) {
  const read = readClockTime(words, at)
  if (read === undefined) return undefined
  const typed = words.slice(at, read.end).join('')
  const isHalf = /^[1-6](?:[:.h]\d{2})?h?$/.test(typed)
  const time = isHalf ? `${Number(read.time.slice(0, 2)) + 12}${read.time.slice(2)}` : read.time
  return { time, end: skip(words, read.end, /^o['’]?clock$/) }
}
