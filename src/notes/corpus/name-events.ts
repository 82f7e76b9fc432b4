import { basename } from 'node:path'
import { yearIn } from '../foreign/dates/written-dates.ts'
import { stemOf } from '../foreign/words/titles.ts'
import type { Hashed } from '../hashed.ts'
import type { Event } from '../talk.ts'
import { talkWith } from '../talk-with.ts'
import type { FileReading } from './file-reading.ts'

/**
 * The readings with the names of the events that front matter calls by the name of a page's file, as sites do: `events:
 * [2024-harbour]` is what `_events/2024-harbour.md` is titled.
 */
export function nameEvents(readings: readonly FileReading[]): readonly FileReading[] {
  const titled = new Map(
    readings.flatMap((file) => {
      const title = file.pageTitle
      return title === undefined ? [] : [[callOf(file.path), title] as const]
    }),
  )
  if (titled.size === 0 && !readings.some(({ calledEvent }) => calledEvent)) return readings
  const named = readings.map((file) => withTitleOfPage(file, titled))
  const events = new Map(
    named.flatMap(({ event, calledEvent }) =>
      event && calledEvent ? [[calledEvent.value.name.toLowerCase(), event] as const] : [],
    ),
  )
  return named.map((file) => {
    const event = file.pageTitle === undefined ? undefined : events.get(callOf(file.path))
    // What its page tells is of the same event, and not of one more that is called alike.
    return event === undefined ? file : { ...withEvent(file, event), event }
  })
}

const callOf = (path: string): string => stemOf(basename(path)).toLowerCase()

function withTitleOfPage(file: FileReading, titled: ReadonlyMap<string, string>): FileReading {
  const written = file.calledEvent ?? file.event
  if (written === undefined) return file
  const name = titled.get(written.value.name.toLowerCase())
  if (name === undefined) return file.calledEvent ? withEvent(file, file.calledEvent) : file
  const year = yearIn(name) ?? written.value.year
  const value: Event = { id: written.value.id, name, ...(year !== undefined && { year }) }
  return { ...withEvent(file, { value, hash: `${written.hash} ${name}` }), calledEvent: written }
}

const withEvent = (file: FileReading, event: Hashed<Event>): FileReading => ({
  ...file,
  event,
  talks: file.talks.map((talk) => ({ ...talk, value: talkWith(talk.value, { event: event.value }) })),
})
