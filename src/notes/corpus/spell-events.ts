import { basename } from 'node:path'
import { foldName } from '../../text/fold.ts'
import { type Hashed, hashedValue } from '../hashed.ts'
import { eventFromFolder } from '../ours/parse-event.ts'
import type { Event } from '../talk.ts'
import { talkWith } from '../talk-with.ts'
import type { ReadEvent } from './compose-corpus.ts'
import type { FileReading } from './file-reading.ts'

/**
 * The events of folders, and what is of them, with their names as notes write them: if several do, as the last does, which a corpus
 * keeps of events with one id. An event that nobody has written so is spelled as one of another year is: `pyconf-2023` as `PyConf
 * 2024`.
 */
export function spellEvents(
  events: readonly ReadEvent[],
  readings: readonly FileReading[],
): { readonly events: readonly ReadEvent[]; readonly readings: readonly FileReading[] } {
  const names = new Map(events.map(({ served: { value } }) => [value.id, foldName(value.name)]))
  const spelled = new Map<string, Hashed<Event>>()
  for (const { event } of readings)
    if (event && names.get(event.value.id) === foldName(event.value.name)) spelled.set(event.value.id, event)
  const series = spelledSeries(events, readings)
  for (const { at, served } of events) {
    const { value } = spelled.get(at.id) ?? served
    const name = isCalledByFolder({ at, served: { value } }) ? spelledAs(value.name, series) : value.name
    if (name !== value.name) spelled.set(value.id, hashedValue({ ...value, name }))
  }
  const servedEvents = events.map((read) => ({
    ...read,
    served: spelled.get(read.served.value.id) ?? read.served,
  }))
  const current = new Map(servedEvents.map(({ served: { value } }) => [value.id, value]))
  return {
    // What introduces a folder may have been read when the event was called otherwise.
    events: servedEvents.map((read) => (read.file ? { ...read, file: ofEvents(read.file, current) } : read)),
    readings: spelled.size === 0 ? readings : readings.map((file) => ofEvents(file, current)),
  }
}

/** The file's talks with these events, as far as they are of one. */
function ofEvents(file: FileReading, events: ReadonlyMap<string, Event>): FileReading {
  const talks = file.talks.map((talk) => {
    const event = events.get(talk.value.event.id) ?? talk.value.event
    return event === talk.value.event ? talk : { ...talk, value: talkWith(talk.value, { event }) }
  })
  return { ...file, talks }
}

/** What people call events that come back, by the same in small letters, each without its year. */
function spelledSeries(
  events: readonly ReadEvent[],
  readings: readonly FileReading[],
): ReadonlyMap<string, string> {
  const written = [
    ...events.flatMap((read) => (read.file?.event && !isCalledByFolder(read) ? [read.served] : [])),
    ...readings.flatMap(({ event }) => event ?? []),
  ]
  return new Map(
    written
      .map(({ value }) => value.name.replace(yearOfName, ''))
      .filter((name) => /\p{Lu}/u.test(name) && (/\p{Ll}/u.test(name) || name.length <= maxCapitals))
      .map((name) => [foldName(name), name]),
  )
}

const spelledAs = (name: string, series: ReadonlyMap<string, string>): string => {
  const [year = ''] = yearOfName.exec(name) ?? []
  const spelled = series.get(foldName(name.replace(yearOfName, '')))
  return spelled === undefined ? name : `${spelled}${year}`
}

const yearOfName = /\s+(?:19|20)\d\d$/

/** `KDD` is called so, and `OARS IN HARBOURS` only shouted, in letters. */
const maxCapitals = 6

/** Whether the name is that of a folder in small letters, also where an import has written it down. */
const isCalledByFolder = ({
  at,
  served,
}: Pick<ReadEvent, 'at'> & { readonly served: Pick<Hashed<Event>, 'value'> }): boolean =>
  !/\p{Lu}/u.test(basename(at.id)) && served.value.name === eventFromFolder(at.id, at.folderName).name
