import { Temporal } from 'temporal-polyfill'

/** What a line of a calendar says, mostly a day or a moment: `DTSTART;TZID=Europe/Berlin:20261005T100000`. */
export interface CalendarMoment {
  /** `20261005T100000`, with a `Z` if it is in UTC. */
  readonly text: string
  /** As it is written: not all programs use the names that others know. */
  readonly zone?: string
}

/**
 * What the lines of an entry say that have this name, in capitals, from the lines themselves: what ical.js makes of a date that is
 * written another way is no date any more.
 */
export function propertyValues(lines: readonly string[], name: string): readonly CalendarMoment[] {
  return lines.flatMap((line) => {
    const [, called = '', facts = '', text] = property.exec(line) ?? []
    if (text === undefined || called.toUpperCase() !== name) return []
    const [, zone] = /;TZID="?([^;:"]+)/i.exec(facts) ?? []
    return { text: text.trim(), ...(zone !== undefined && { zone }) }
  })
}

const property = /^([\w-]+)((?:;(?:"[^"]*"|[^:"])*)?):(.*)$/

/** Whether it says an hour, and a place on the clocks of some zone. */
const moment = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/

/** The same moment by the clocks of a zone, without its `Z`; as it is written if it says a day alone, or either zone is not known. */
export function onClocksOf(zone: string | undefined, { text, zone: own }: CalendarMoment): string {
  const [, year, month, day, hours, minutes, seconds, utc] = moment.exec(text) ?? []
  const from = utc === 'Z' ? 'UTC' : own
  const plain = text.replace(/Z$/, '')
  if (year === undefined || zone === undefined || from === undefined || from === zone) return plain
  try {
    const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}`)
    const there = local.toZonedDateTime(from).withTimeZone(zone).toPlainDateTime()
    return there.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  } catch {
    return plain
  }
}
