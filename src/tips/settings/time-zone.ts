import { Temporal } from 'temporal-polyfill'

/**
 * The time zone as IANA spells it, or undefined if there is none of that name. Fixed offsets are refused: they would
 * be wrong for half of the year.
 *
 * asTimeZone('europe/rome') // => 'Europe/Rome'
 */
export function asTimeZone(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId
  } catch {
    return undefined
  }
}
