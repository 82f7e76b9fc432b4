import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { daysAtStart, type WrittenDays } from './dates/day-range.ts'

/**
 * The days of an event, as people write them in its heading or in the first lines below:
 *
 *     12-13 September 2024, Hamburg. Notes by the frontend guild.
 *     Dates: June 4-5, 2018
 *     Kampnagel, Hamburg | 18.–19. September 2025
 */
export function eventDaysIn(title: string, below: readonly ReadBlock[]): WrittenDays | undefined {
  const lines = below.filter(({ form, quoted }) => form !== 'code' && !quoted).flatMap(({ raw }) => raw)
  for (const line of [title, ...lines.slice(0, maxLines)]) {
    const days = line.length <= maxLineLength ? daysInLine(flattenLine(line)) : undefined
    if (days !== undefined) return days
  }
  return undefined
}

/** Further down, text tells of anything. */
const maxLines = 6
/** In characters. */
const maxLineLength = 200

function daysInLine(line: string): WrittenDays | undefined {
  const text = line.replace(/^(?:[-+]\s)?[^\p{L}\p{N}]+/u, '').replace(label, '')
  const places = [0, ...Array.from(text.matchAll(sign), ({ index, 0: found }) => index + found.length)]
  for (const at of places.slice(0, maxPlaces)) {
    const days = namesOrNothing.test(text.slice(0, at)) ? daysAtStart(text.slice(at)) : undefined
    if (days !== undefined) return days
  }
  return undefined
}

const label =
  /^(?:(?:(?:event|conference)(?: dates?)?|dates?|days|when|daten?|datum|termin|wann|fechas?|cuándo|quand)\s*:\s*)?(?:(?:from|vom|du|del)\s+)?/i

/** Between a name or a place and the days; behind a colon, they may be those of a call for papers. */
const sign = /(?:[,;|·•(]|\s[–—-])\s*/g
/** A hall, a city and a country may stand before them. */
const maxPlaces = 5

/** A sentence tells when something else was. */
const namesOrNothing =
  /^(?:[\p{Lu}\p{Lo}\d][^\s,;:|·•(]*(?:[\s,;|·•(–—-]+|$)|(?:of|the|de|der|am|an|in|im|on|und|and|at|@|&)\s+){0,9}$/u
