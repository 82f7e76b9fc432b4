import { parse, stringify } from 'yaml'
import { contentHash } from '../talk-record.ts'
import type { ImportedEvent } from './imported-talk.ts'

/** What is known of an event when all its talks have been read. */
export interface EventFacts {
  readonly name: string
  readonly starts?: string
  readonly ends?: string
  readonly place?: string
  readonly url?: string
}

const stamp = /^# Imported; edit freely, an edited file is left alone\. ([0-9a-f]{16})\n/

/** The facts after one more talk. Dates are the source's own, or else those of the talks in the year that the name gives. */
export function addTalk(
  facts: EventFacts | undefined,
  event: ImportedEvent,
  name: string,
  date: string | undefined,
): EventFacts {
  const given = event.starts ? { starts: event.starts, ends: event.ends ?? event.starts } : undefined
  const counts = dateWithin(name, date)
  const starts = given?.starts ?? earliest(facts?.starts, counts)
  const ends = given?.ends ?? latest(facts?.ends, counts)
  const place = event.place ?? facts?.place
  const url = event.url || facts?.url
  return {
    name,
    ...(starts && { starts }),
    ...(ends && { ends }),
    ...(place && { place }),
    ...(url && { url }),
  }
}

/**
 * The text of an event.yml: what stands there already (`before`) with the new facts added. Undefined where nothing is
 * to be written: it is the same, it was never imported, or a person has edited it and `force` is off.
 */
export function eventFileText(
  facts: EventFacts,
  before: string | undefined,
  force = false,
): string | undefined {
  const [line = '', hash] = stamp.exec(before ?? '') ?? []
  const rest = before?.slice(line.length)
  if (before !== undefined && (hash === undefined || (!force && contentHash(rest ?? '') !== hash)))
    return undefined
  const known = datesIn(rest)
  const starts = earliest(known.starts, facts.starts)
  const ends = latest(known.ends, facts.ends)
  // A meetup of many years has no year of its own.
  const year =
    yearIn(facts.name) ?? (starts?.slice(0, 4) === ends?.slice(0, 4) ? starts?.slice(0, 4) : undefined)
  const { name, place, url } = facts
  const yaml = stringify({ name, year: year && Number(year), starts, ends, place, url }, { lineWidth: 0 })
  const text = `# Imported; edit freely, an edited file is left alone. ${contentHash(yaml)}\n${yaml}`
  return text === before ? undefined : text
}

function datesIn(yaml: string | undefined): { readonly starts?: string; readonly ends?: string } {
  try {
    const value: unknown = parse(yaml ?? '') ?? {}
    const text = (key: string) => {
      const date =
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined
      return typeof date === 'string' ? date : undefined
    }
    return { starts: text('starts'), ends: text('ends') }
  } catch {
    return {}
  }
}

/** The date of a talk, unless the event's name tells of another year: then it is rather that of the upload. */
export function dateWithin(name: string, date: string | undefined): string | undefined {
  const year = yearIn(name)
  return date && (!year || date.startsWith(year)) ? date : undefined
}

const yearIn = (name: string): string | undefined => /\b(?:19[89]|20[0-9])\d\b/.exec(name)?.[0]

const earliest = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : (a ?? b))
const latest = (a: string | undefined, b: string | undefined) => (a && b ? (a > b ? a : b) : (a ?? b))
