import ICAL from 'ical.js'
import { isZone } from '../../../calendar/is-zone.ts'
import { isKnownPerson } from '../../../notes/foreign/people/person-names.ts'
import { titleAndSpeakers } from '../../../notes/foreign/people/title-and-speakers.ts'
import { isPause } from '../../../notes/foreign/words/pauses.ts'
import { talkKind } from '../../../notes/foreign/words/talk-kind.ts'
import { distinctLinks, webLink } from '../../../notes/foreign/words/web-link.ts'
import { slotLength } from '../../../notes/talk-slots.ts'
import type { ImportSource } from '../../read/import-source.ts'
import { maxRecordLength, readBytes, UnreadableInput } from '../../read/input.ts'
import { readFoldedLines, toUtf8 } from '../../read/lines.ts'
import type { BadRecord, Imported, ImportedEvent } from '../../talk/imported-talk.ts'
import { looseDateOf } from '../loose-fields.ts'
import { inZone, readSlot, type WrittenSlot } from '../read-slot.ts'
import { readToldLines } from '../told-in-description.ts'
import { type CalendarMoment, onClocksOf, propertyValues } from './calendar-moments.ts'
import { isSeries, maxTimes, type OwnInstances, readSeries, type SeriesTimes } from './calendar-series.ts'

/** The entries of a calendar, each parsed by itself, so that a bad one spoils no other. */
export async function* readICalendar(
  source: ImportSource,
  fallback: ImportedEvent,
): AsyncGenerator<Imported> {
  let calendar: CalendarFacts = {
    event: fallback,
    madeBy: '',
    zone: undefined,
    clocks: await clocksIn(source),
  }
  let ownInstances: ReadonlyMap<string, OwnInstances> | undefined
  const told = new Set<string>()
  const withOwnKey = createKeys(source.file)
  for await (const part of partsOf(source)) {
    if ('bad' in part) yield part
    else if ('name' in part) calendar = withProperty(calendar, part)
    else if (!isSeries(part.lines)) yield* withOwnKey(readEntry(part, calendar), part)
    else {
      ownInstances ??= await ownInstancesIn(source)
      const own = ownInstances.get(uidOf(part.lines)) ?? { moments: [] }
      const series = readSeries(part.lines, calendar.zone, own)
      const read = readEntry(part, calendar, series)
      yield* withOwnKey(read, part)
      const hint = series === undefined ? hintOfUnread : series.isCut ? hintOfCut : undefined
      if (hint === undefined || told.has(hint) || !('talk' in read)) continue
      told.add(hint)
      yield { hint: `“${read.talk.title}” (${part.where}), and maybe more, ${hint}` }
    }
  }
}

const hintOfCut = `repeats without end, or very often: its times within a year after it was written are read, ${maxTimes} at most.`
const hintOfUnread = 'repeats by rules that cannot be read: its first time alone is.'

/** The entries of a calendar, read before the rest: what one says may be of others that stand above it. */
async function* entriesAhead(source: ImportSource): AsyncGenerator<readonly string[]> {
  try {
    for await (const part of partsOf({ ...source, bytes: () => readBytes(source.path) }))
      if ('lines' in part) yield part.lines
  } catch (error) {
    // What is wrong with the calendar is said when its entries are read.
    if (!(error instanceof UnreadableInput)) throw error
  }
}

/** The zone of an event is that of the first of its entries that names one: others may be told in UTC, or by whoever dials in. */
async function clocksIn(source: ImportSource): Promise<string | undefined> {
  for await (const lines of entriesAhead(source)) {
    const [start] = propertyValues(lines, 'DTSTART')
    if (start?.zone !== undefined && isZone(start.zone)) return start.zone
  }
  return undefined
}

/** By the ids of their series. */
async function ownInstancesIn(source: ImportSource): Promise<ReadonlyMap<string, OwnInstances>> {
  const found = new Map<string, OwnInstances & { readonly moments: CalendarMoment[] }>()
  for await (const lines of entriesAhead(source)) {
    const [moment] = propertyValues(lines, 'RECURRENCE-ID')
    if (moment === undefined) continue
    const uid = uidOf(lines)
    const { moments, endsBefore } = found.get(uid) ?? { moments: [] }
    const isRest = lines.some((line) => /^RECURRENCE-ID;[^:]*RANGE=THISANDFUTURE/i.test(line))
    moments.push(moment)
    found.set(uid, { moments, endsBefore: endsBefore ?? (isRest ? moment : undefined) })
  }
  return found
}

const uidOf = (lines: readonly string[]): string => propertyValues(lines, 'UID')[0]?.text ?? ''

/** What a calendar says of all its entries, as far as it was read. */
interface CalendarFacts {
  readonly event: ImportedEvent
  readonly madeBy: string
  readonly zone: string | undefined
  /** The zone by whose clocks times are told. */
  readonly clocks: string | undefined
}

function withProperty(calendar: CalendarFacts, { name, value }: CalendarProperty): CalendarFacts {
  const { event, zone } = calendar
  switch (name) {
    case 'NAME':
    case 'X-WR-CALNAME':
      return event.id || !value.trim()
        ? calendar
        : { ...calendar, event: { ...event, name: withoutCalendar(unescapeText(value)) } }
    case 'PRODID':
      return { ...calendar, madeBy: value }
    case 'X-WR-TIMEZONE':
      return { ...calendar, zone: value.trim() }
    case 'TZID':
      return { ...calendar, zone: zone ?? value.trim() }
    default:
      return calendar
  }
}

/** `OarConf 2024 Calendar` is that of an event, `Team Calendar` a calendar. */
const withoutCalendar = (name: string): string =>
  name.replace(
    /(?<=\s(?:19|20)\d\d)[\s:|–—-]+(?:calendar|schedule|programme?|agenda|kalender|calend[ai]rier|calendario)$/i,
    '',
  )

/** An id that comes again with another title or time is no id. Gives the entry with a key that is its own. */
function createKeys(file: string): (read: Imported, entry: CalendarEntry) => Iterable<Imported> {
  const seen = new Map<string, string>()
  let isTold = false
  return function* (read, { lines }) {
    if (!('talk' in read)) return yield read
    const { key, title, date } = read.talk
    const what = `${title}/${startOf(lines) ?? date ?? ''}`
    const before = seen.get(key) ?? what
    seen.set(key, before)
    if (before === what) return yield read
    const hint = `In ${file} several entries have the same UID, so title and time tell them apart.`
    if (!isTold) yield { hint }
    isTold = true
    yield { ...read, talk: { ...read.talk, key: `${key}/${what}` } }
  }
}

interface CalendarProperty {
  /** In capitals. */
  readonly name: string
  readonly value: string
}

interface CalendarEntry {
  readonly where: string
  /** What stands between its `BEGIN` and its `END`. */
  readonly lines: readonly string[]
  readonly problem?: string
}

type CalendarPart = CalendarProperty | CalendarEntry | Extract<Imported, { readonly bad: BadRecord }>

/** @throws {UnreadableInput} if the last entry has no end */
async function* partsOf(source: ImportSource): AsyncGenerator<CalendarPart> {
  let entry: OpenEntry | undefined
  for await (const line of readFoldedLines(toUtf8(source.bytes()))) {
    const where = `${source.file}:${line.line}`
    if ('problem' in line) {
      if (entry) entry.problem ??= `line ${line.line} ${line.problem}`
      else yield { bad: { where, reason: line.problem } }
      continue
    }
    const text = line.text.trimEnd()
    if (/^BEGIN:VEVENT$/i.test(text)) {
      if (entry) yield { bad: { where: entry.where, reason: 'has no END:VEVENT' } }
      entry = { where, line: line.line, lines: [], size: 0 }
    } else if (entry === undefined) {
      const [, name = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(text) ?? []
      if (name !== '') yield { name: name.toUpperCase(), value }
    } else if (/^END:VEVENT$/i.test(text)) {
      yield entry
      entry = undefined
    } else {
      addLine(entry, text)
    }
  }
  if (entry) throw new UnreadableInput(`it ends too early: the entry of line ${entry.line} has no END:VEVENT`)
}

/** One whose end has not been read yet. */
interface OpenEntry extends CalendarEntry {
  readonly line: number
  readonly lines: string[]
  size: number
  problem?: string
}

function addLine(entry: OpenEntry, text: string): void {
  entry.size += text.length
  if (entry.size <= maxRecordLength) entry.lines.push(text)
  else entry.problem ??= 'is longer than 1 MiB'
}

function readEntry(
  { where, lines, problem }: CalendarEntry,
  { event, madeBy, zone, clocks }: CalendarFacts,
  series?: SeriesTimes,
): Imported {
  if (problem) return { bad: { where, reason: problem } }
  let entry: ICAL.Component
  try {
    entry = new ICAL.Component(
      ICAL.parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')) as [string, unknown[], unknown[]],
    )
  } catch (error) {
    return { bad: { where, reason: error instanceof Error ? error.message.slice(0, 200) : 'cannot be read' } }
  }
  const properties = (name: string) => entry.getAllProperties(name)
  const value = (name: string) => properties(name).flatMap(valuesOf)[0] ?? ''
  const summary = value('summary').replace(/\s+/g, ' ')
  if (!summary) return { bad: { where, reason: 'SUMMARY: is missing or empty' } }
  // An instance of a series that was moved has the series' id.
  const instance = value('recurrence-id')
  const uid = value('uid') && `${value('uid')}${instance && `/${instance}`}`
  const key = uid || `${startOf(lines) ?? ''}/${summary}`
  if (/^cancelled$/i.test(value('status'))) return { passed: where, cancelled: { event, key } }
  const attendees = properties('attendee')
    .map((attendee) => String(attendee.getFirstParameter('cn') ?? '').trim())
    .filter((name) => name && !name.includes('@'))
  const described = readToldLines(value('description'))
  const isTold = described.speakers.length + attendees.length > 0
  const { title, names } = /pretalx/i.test(madeBy)
    ? splitSummary(summary)
    : isTold || !/ by /.test(summary)
      ? { title: summary, names: [] }
      : titleAndSpeakers(summary, isKnownPerson)
  const speakers = [names, described.speakers, attendees].find((people) => people.length > 0) ?? []
  if (isPause(title, speakers.length) || series?.starts.length === 0) return { passed: where }
  const when = slotsIn(lines, { zone, clocks, room: value('location'), series })
  const categories = properties('categories').flatMap(valuesOf)
  return {
    where,
    talk: {
      key,
      ...((instance || series) && value('uid') && { seriesKey: value('uid') }),
      event: inZone(event, when.zone),
      title,
      kind: talkKind(categories.join(', '), title),
      speakers: speakers.map((name) => ({ name })),
      tags: categories,
      links: distinctLinks([webLink(value('url'), 'Page of the talk', 'site'), ...described.links]),
      ...when.slot,
      ...(when.again.length > 0 && { again: when.again }),
      text: { form: 'abstract', value: described.text },
    },
  }
}

/** The values as they are written, unescaped: ical.js's own objects throw if a date or duration is none. */
function valuesOf(property: ICAL.Property): readonly string[] {
  const [, , , ...values] = property.toJSON() as readonly unknown[]
  return values.map((one) => (typeof one === 'object' ? '' : String(one ?? '').trim()))
}

interface SlotFacts extends Pick<CalendarFacts, 'zone' | 'clocks'> {
  readonly room: string
  readonly series: SeriesTimes | undefined
}

/** By the event's clocks, or else by the calendar's own. */
function slotsIn(lines: readonly string[], { zone, clocks, room, series }: SlotFacts) {
  const [start = { text: '' }] = propertyValues(lines, 'DTSTART')
  const named = start.text.endsWith('Z') ? zone : (start.zone ?? zone)
  const own = named !== undefined && isZone(named) ? named : undefined
  const here = clocks ?? own
  const textHere = (text: string) =>
    text.endsWith('Z') || own === undefined ? text : onClocksOf(here, { text, zone: own })
  const textOf = (name: string) => textHere(propertyValues(lines, name)[0]?.text ?? '')
  const slotAt = (at: string, lasts: Pick<WrittenSlot, 'ends' | 'duration'>) =>
    readSlot({ starts: [at], ...lasts, room, day: looseDateOf(at) }, here)
  const first = slotAt(textHere(start.text), { ends: textOf('DTEND'), duration: textOf('DURATION') })
  if (series === undefined) return { ...first, again: [] }
  const duration = `${slotLength(first.slot) ?? ''}m`
  const [slot = first.slot, ...again] = series.starts.map((at) => slotAt(textHere(at), { duration }).slot)
  return { ...first, slot, again }
}

/** From the line itself: what ical.js makes of a date that is written another way is no date any more. */
const startOf = (lines: readonly string[]): string | undefined =>
  looseDateOf(propertyValues(lines, 'DTSTART')[0]?.text ?? '')

/** pretalx puts ` - ` and the speakers behind the title, even if there are none. */
function splitSummary(summary: string): { readonly title: string; readonly names: readonly string[] } {
  const [, title = summary, names = ''] = /^(.+) -(?: (.*))?$/.exec(summary) ?? []
  return { title, names: names.split(/\s*,\s*/).filter(Boolean) }
}

const unescapeText = (value: string) =>
  value.replace(/\\([\\;,n])/gi, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim()
