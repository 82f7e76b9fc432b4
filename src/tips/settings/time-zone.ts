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

/**
 * That of this machine. Undefined if it names none: TZ may be empty, say a file (`:/etc/localtime`) or an offset (`UTC+3`), which
 * the C library knows, and the calendar does not.
 */
export const machineZone = (): string | undefined =>
  asTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone ?? '')
