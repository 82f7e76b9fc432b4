import { Temporal } from 'temporal-polyfill'

/** The date in a zone at an instant in epoch milliseconds. */
export const dateIn = (zone: string, at: number) => dateAndTimeIn(zone, at).toPlainDate().toString()

/** What the clocks of a zone show at an instant in epoch milliseconds, as `HH:MM`. */
export const timeIn = (zone: string, at: number) =>
  dateAndTimeIn(zone, at).toPlainTime().toString({ smallestUnit: 'minute' })

const dateAndTimeIn = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
