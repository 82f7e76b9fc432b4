import { readClockTime } from '../../calendar/read-clock-time.ts'
import { asTimeZone } from '../settings/time-zone.ts'
import { zonesByName } from '../settings/zone-by-name.ts'
import type { ClauseRead } from './tips-clause.ts'

export function readTime(words: readonly string[], at: number): ClauseRead | undefined {
  const start = /^(at|@)$/i.test(words[at]!) ? at + 1 : at
  const read = readClockTime(words, start)
  return read && { clause: { time: read.time }, end: read.end }
}

/**
 * What is written like a time of day at the beginning of some words, and is none.
 *
 * notATime('at 25:00 in Rome') // => '25:00'
 */
export function notATime(words: string): string | undefined {
  const like =
    /^(?:(?:at|@) ?)?(\d{1,3}(?:[:.h]\d{2})? ?[ap]\.?m\b|\d{1,3}[:.h]\d{2}(?![\p{L}\p{N}:.-]))/iu.exec(
      words,
    )?.[1]
  return like === undefined || readClockTime(like.split(' '), 0) ? undefined : like
}

export function readZone(words: readonly string[], at: number): ClauseRead | undefined {
  const start = at + lengthBeforeZone(words, at)
  // As Hallway words settings.
  const word = (words[start] ?? '').replace(/^\((.*)\)$/, '$1')
  const zone = word.includes('/') || /^utc$/i.test(word) ? asTimeZone(word) : undefined
  if (zone !== undefined) return { clause: { zone }, end: start + 1 }
  const named = namedZones(words, start)
  return named?.zones.length === 1 ? { clause: { zone: named.zones[0]! }, end: named.end } : undefined
}

/** How many words only lead to a zone: `in`, `time zone:`, `timezone to`. */
function lengthBeforeZone(words: readonly string[], at: number): number {
  const said = words.slice(at, at + 3).join(' ')
  const lead = /^(?:in|(?:(?:in )?(?:time ?)?zone|tz):?(?: (?:to|is))?)(?= |$)/i.exec(said)?.[0]
  return lead === undefined ? 0 : lead.split(' ').length
}

/** A name at this place that may be any of several zones, such as IST. */
export function ambiguousZone(
  words: readonly string[],
  at: number,
): { readonly name: string; readonly zones: readonly string[] } | undefined {
  const start = at + lengthBeforeZone(words, at)
  const named = namedZones(words, start)
  return named !== undefined && named.zones.length > 1
    ? { name: words.slice(start, named.end).join(' '), zones: named.zones }
    : undefined
}

/** The zones of a city of up to three words or of an abbreviation, the longest name first. */
function namedZones(words: readonly string[], start: number) {
  for (let end = Math.min(words.length, start + 3); end > start; end--) {
    const zones = zonesByName(words.slice(start, end).join(' '))
    if (zones.length > 0) return { zones, end }
  }
  return undefined
}
