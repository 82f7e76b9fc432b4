import { countOf } from '../../../calendar/read-duration.ts'
import { plainWordAt, skip } from '../../../calendar/word-at.ts'
import type { EventDay } from '../programme-request.ts'

const ordinals: ReadonlyMap<string, number> = new Map(
  'first 1st,second 2nd,third 3rd,fourth 4th,fifth 5th,sixth 6th,seventh 7th'
    .split(',')
    .flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)

/** A day of an event, by its number: `day 2`, `day two`, `the second day`, `the last day`. */
export function readEventDay(
  words: readonly string[],
  at: number,
): { readonly days: EventDay; readonly end: number } | undefined {
  const start = skip(words, at, /^the$/)
  if (plainWordAt(words, start) === 'day') {
    const said = plainWordAt(words, start + 1).replace(/^#/, '')
    const number = said === '0' ? 0 : countOf(said)
    return number === undefined || /^an?$/.test(said)
      ? undefined
      : { days: { kind: 'event-day', number }, end: start + 2 }
  }
  if (plainWordAt(words, start + 1) !== 'day') return undefined
  const said = plainWordAt(words, start)
  const number = /^(?:last|final)$/.test(said) ? -1 : ordinals.get(said)
  return number === undefined ? undefined : { days: { kind: 'event-day', number }, end: start + 2 }
}
