import { yearIn } from '../../notes/foreign/dates/written-dates.ts'

/** The date of a talk, unless the event's name tells of another year: then it is rather that of the upload. */
export function dateWithin(eventName: string, date: string | undefined): string | undefined {
  const year = yearIn(eventName)
  return date && (year === undefined || date.startsWith(String(year))) ? date : undefined
}
