import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { yearIn } from '../../notes/foreign/dates/written-dates.ts'
import { contentHash } from '../../notes/talk-record.ts'
import { dateWithin } from '../talk/date-within.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'

interface EventDates {
  readonly starts: string
  readonly ends: string
}

/** What a source tells of an event when all its talks have been read. */
export interface SourceFacts {
  readonly name: string
  /** The source does not name the event. */
  readonly isGuess?: boolean
  /** Of its folder, if its name does not say it. */
  readonly year?: number
  /** What it says of the event itself. */
  readonly dates?: EventDates
  /** From the first to the last talk, in the year that the name gives: less sure, since videos are put up later. */
  readonly talkDates?: EventDates
  readonly place?: string
  readonly url?: string
  /** Offsets that differ, as in summer and in winter, are none. */
  readonly zone?: string | 'several'
}

/** What event.yml is to say. */
export interface EventFacts extends Partial<EventDates> {
  readonly name: string
  /** Whether the dates are only those of the talks. */
  readonly isDatedByTalks?: boolean
  readonly year?: number
  readonly place?: string
  readonly url?: string
  readonly zone?: string
}

const stamp =
  /^# Imported; edit freely, an edited file is left alone\. ([0-9a-f]{16})( \(dates of talks\))?\n/

/** The facts after one more talk. */
export function addTalk(
  facts: SourceFacts | undefined,
  event: ImportedEvent,
  date: string | undefined,
): SourceFacts {
  const named = facts && (event.isGuess || !facts.isGuess) ? facts : event
  const counts = dateWithin(named.name, date)
  return {
    name: named.name,
    isGuess: named.isGuess,
    year: event.year ?? facts?.year,
    dates: event.starts ? { starts: event.starts, ends: event.ends ?? event.starts } : facts?.dates,
    talkDates: widen(facts?.talkDates, counts ? { starts: counts, ends: counts } : undefined),
    place: event.place ?? facts?.place,
    url: event.url || facts?.url,
    zone: zoneOf(facts?.zone, event.zone),
  }
}

function zoneOf(known: string | undefined, given: string | undefined): string | undefined {
  if (known === undefined || given === undefined || known === given) return given ?? known
  // A name says more than an offset.
  if (known.includes('/')) return known
  return given.includes('/') ? given : 'several'
}

/** The name that the event has: the source's, or that which event.yml (`before`) gives if the source names none. */
export const eventName = (event: SourceFacts | ImportedEvent, before: string | undefined): string =>
  (event.isGuess && readFacts(before).name) || event.name

/** What an event.yml says, with the facts of a source added; nothing that it says is lost to a source that knows less. */
export function mergeEventFacts(facts: SourceFacts, before: string | undefined): EventFacts {
  const known = readFacts(before)
  const old = known.starts ? { starts: known.starts, ends: known.ends ?? known.starts } : undefined
  const isDatedByTalks = !facts.dates && (!old || known.isDatedByTalks === true)
  const dates = facts.dates
    ? widen(known.isDatedByTalks ? undefined : old, facts.dates)
    : isDatedByTalks
      ? widen(old, facts.talkDates)
      : old
  return {
    name: eventName(facts, before),
    year: facts.year,
    ...dates,
    isDatedByTalks: isDatedByTalks && dates !== undefined,
    place: facts.place ?? known.place,
    url: facts.url ?? known.url,
    zone: (facts.zone === 'several' ? undefined : facts.zone) ?? known.zone,
  }
}

/**
 * The text of an event.yml. Undefined if nothing is to be written: it is the same as `before`, that was never
 * imported, or a person has edited it and `force` is off.
 */
export function eventFileText(
  facts: EventFacts,
  before: string | undefined,
  force = false,
): string | undefined {
  const [line = '', hash] = stamp.exec(before ?? '') ?? []
  const isEdited = before !== undefined && contentHash(before.slice(line.length)) !== hash
  if (before !== undefined && (hash === undefined || (isEdited && !force))) return undefined
  const { name, starts, ends, place, url, zone, isDatedByTalks } = facts
  // A meetup of many years has no year of its own.
  const year =
    (yearIn(name) ?? facts.year)?.toString() ??
    (starts?.slice(0, 4) === ends?.slice(0, 4) ? starts?.slice(0, 4) : undefined)
  const yaml = stringify(
    { name, year: year && Number(year), starts, ends, place, url, zone },
    { lineWidth: 0 },
  )
  const mark = `${contentHash(yaml)}${isDatedByTalks ? ' (dates of talks)' : ''}`
  const text = `# Imported; edit freely, an edited file is left alone. ${mark}\n${yaml}`
  return text === before ? undefined : text
}

const field = z.string().optional().catch(undefined)
const eventSchema = z.object({
  name: field,
  starts: field,
  ends: field,
  place: field,
  url: field,
  zone: field,
})

function readFacts(text: string | undefined): Partial<EventFacts> {
  const isDatedByTalks = stamp.exec(text ?? '')?.[2] !== undefined
  try {
    return { ...eventSchema.safeParse(parse(text ?? '')).data, isDatedByTalks }
  } catch {
    return {}
  }
}

function widen(a: EventDates | undefined, b: EventDates | undefined): EventDates | undefined {
  if (!a || !b) return a ?? b
  return { starts: a.starts < b.starts ? a.starts : b.starts, ends: a.ends > b.ends ? a.ends : b.ends }
}
