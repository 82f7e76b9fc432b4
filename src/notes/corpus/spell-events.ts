import { foldName } from '../../text/fold.ts'
import type { Hashed } from '../hashed.ts'
import type { Event } from '../talk.ts'
import { talkWith } from '../talk-with.ts'
import type { ReadEvent } from './compose-corpus.ts'
import type { FileReading } from './file-reading.ts'

/**
 * The events of folders, and what is of them, with their names as notes write them: if several do, as the last does, which a corpus
 * keeps of events with one id.
 */
export function spellEvents(
  events: readonly ReadEvent[],
  readings: readonly FileReading[],
): { readonly events: readonly ReadEvent[]; readonly readings: readonly FileReading[] } {
  const names = new Map(events.map(({ served: { value } }) => [value.id, foldName(value.name)]))
  const spelled = new Map<string, Hashed<Event>>()
  for (const { event } of readings)
    if (event && names.get(event.value.id) === foldName(event.value.name)) spelled.set(event.value.id, event)
  if (spelled.size === 0) return { events, readings }
  return {
    events: events.map((read) => ({ ...read, served: spelled.get(read.served.value.id) ?? read.served })),
    readings: readings.map((file) => ({
      ...file,
      talks: file.talks.map((talk) => {
        const event = spelled.get(talk.value.event.id)?.value ?? talk.value.event
        return event === talk.value.event ? talk : { ...talk, value: talkWith(talk.value, { event }) }
      }),
    })),
  }
}
