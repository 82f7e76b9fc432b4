import { asTimeZone } from '../settings/time-zone.ts'
import { zonesByName } from '../settings/zone-by-name.ts'
import type { ClauseRead } from './clause.ts'

export function readTime(words: readonly string[], at: number): ClauseRead | undefined {
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

export function readZone(words: readonly string[], at: number): ClauseRead | undefined {
  const start = words[at]!.toLowerCase() === 'in' ? at + 1 : at
  // As Hallway words settings.
  const word = (words[start] ?? '').replace(/^\((.*)\)$/, '$1')
  const zone = word.includes('/') || /^utc$/i.test(word) ? asTimeZone(word) : undefined
  if (zone !== undefined) return { clause: { zone }, end: start + 1 }
  const named = namedZones(words, start)
  return named?.zones.length === 1 ? { clause: { zone: named.zones[0]! }, end: named.end } : undefined
}

/** A name at this place that may be any of several zones, such as IST. */
export function ambiguousZone(
  words: readonly string[],
  at: number,
): { readonly name: string; readonly zones: readonly string[] } | undefined {
  const start = words[at]!.toLowerCase() === 'in' ? at + 1 : at
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
