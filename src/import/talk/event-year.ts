/** The year that an event's name tells, as text; undefined if it tells none. */
export const yearIn = (name: string): string | undefined => /\b(?:19[89]|20[0-9])\d\b/.exec(name)?.[0]

/** The date of a talk, unless the event's name tells of another year: then it is rather that of the upload. */
export function dateWithin(eventName: string, date: string | undefined): string | undefined {
  const year = yearIn(eventName)
  return date && (!year || date.startsWith(year)) ? date : undefined
}
