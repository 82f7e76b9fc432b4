import { basename } from 'node:path'
import { safeName } from '../../files/safe-name.ts'
import { type TalkEvent, withoutEventBehind } from '../../notes/foreign/event-of-talk.ts'
import type { ForeignNote } from '../../notes/foreign/foreign-note.ts'
import { isDay } from '../../notes/foreign/headings/talk-headings.ts'
import { readForeignNote } from '../../notes/foreign/read-foreign-note.ts'
import { readNotesOfEvent } from '../../notes/foreign/read-notes-of-event.ts'
import { stemOf } from '../../notes/foreign/words/titles.ts'
import { eventOfListedTalk, eventOfNote } from '../../notes/note/event-of-note.ts'
import { calledSpeakers, speakersFound } from '../../notes/note/find-person.ts'
import type { NoteContext } from '../../notes/note/note-context.ts'
import { dialectOfName, foreignOptions } from '../../notes/note/read-note.ts'
import type { Event } from '../../notes/talk.ts'
import type { ImportSource } from '../read/import-source.ts'
import { UnreadableInput } from '../read/input.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'

export interface LongNotesOptions {
  /** The depth of the headings that are talks, from 1; found out if absent. */
  readonly level?: number
}

/**
 * The talks of notes: of a whole event if they are imported by themselves, or of a folder of notes as they are served.
 * What belongs to no talk is told. Throws UnreadableInput if there is no talk at all.
 */
export function* readLongNotes(
  text: string,
  {
    file,
    path,
    place,
    own,
    findPerson,
  }: Pick<ImportSource, 'file' | 'path' | 'place' | 'own' | 'findPerson'>,
  fallback: ImportedEvent,
  { level }: LongNotesOptions = {},
): Generator<Imported> {
  const levelOf = level === undefined ? {} : { level }
  const note = place
    ? readForeignNote(text, { ...foreignOptions(path, place), ...levelOf })
    : readNotesOfEvent(text, { stem: stemOf(basename(path)), ...dialectOfName(path), ...levelOf })
  if (level !== undefined && !note.levels.has(level))
    throw new UnreadableInput(`no headings of level ${level} found; ${describeLevels(note)}`)
  if (note.talks.length === 0)
    throw new UnreadableInput(
      note.skipped
        ? `it ${note.skipped}`
        : 'no headings of talks found; put `# ` before the title of each talk',
    )
  if (note.isGuessed) {
    const advice = 'if some are missing or wrong, put `# ` before the title of every talk and import it again'
    yield { hint: `In ${file} the titles of talks are guessed: ${advice}.` }
  }
  if (note.talks.length > 1 && note.talks.every(({ title }) => isDay(title))) {
    const advice = 'put a heading or a line in bold above each talk of a day, and import it again'
    yield { hint: `In ${file} only days are found, and what was said on each is one talk: ${advice}.` }
  }
  if (note.unclosedLine !== undefined)
    yield {
      hint: `The code that begins at ${file}:${note.unclosedLine} is never closed, so that all below is part of it.`,
    }
  if (note.left.length > 0) yield { hint: `Not taken from ${file}: ${describeLeft(note.left)}.` }
  const event = fallback.id ? fallback : eventOf(note, place, fallback)
  // Titles come again in other files of the event.
  const keyOf = (key: string) =>
    place === undefined ? key : note.decision.talks === 'one' ? place.id : `${place.id}#${key}`
  const called = findPerson && calledSpeakers(note, place?.person)
  const speakers = called && speakersFound(called, path, findPerson)
  for (const told of note.talks) {
    const given = fallback.id ? undefined : givenAt(told.event, event, place)
    const { line, blocks, event: _, misread: __, ...talk } = given ? withoutEventBehind(told) : told
    if (own?.has(talk.title) === false) continue
    yield {
      where: `${file}:${line}`,
      talk: {
        ...talk,
        ...(speakers && { speakers }),
        ...(talk.date === undefined && place?.day !== undefined && { date: place.day }),
        key: keyOf(talk.key),
        event: given ?? event,
        text: { form: 'notes', blocks },
      },
    }
  }
}

/** The event that a talk of a list names for itself. */
function givenAt(
  said: TalkEvent | undefined,
  { name }: ImportedEvent,
  place: NoteContext | undefined,
): ImportedEvent | undefined {
  const folder = place?.event ?? { id: '', name }
  const own = eventOfListedTalk(said, place ? { ...folder, name } : folder, { ...place, event: folder })
  return own && importedEvent(own)
}

const importedEvent = ({ id, name, year, starts, ends }: Event): ImportedEvent => ({
  id: safeName(id, 'event'),
  name,
  ...(year !== undefined && { year }),
  ...(starts !== undefined && { starts }),
  ...(ends !== undefined && { ends }),
})

function eventOf(note: ForeignNote, place: NoteContext | undefined, fallback: ImportedEvent): ImportedEvent {
  if (!place) return { name: note.event ?? fallback.name }
  return importedEvent(eventOfNote(note, place) ?? place.event)
}

function describeLevels({ levels }: ForeignNote): string {
  const found = [...levels].map(([depth, count]) => `${count} of level ${depth}`)
  return found.length > 0 ? `there are ${found.join(', ')}` : 'there are none at all'
}

const maxLeftShown = 10

function describeLeft(left: ForeignNote['left']): string {
  const shown = left
    .slice(0, maxLeftShown)
    .map(({ from, to, what }) => `${from === to ? `line ${from}` : `lines ${from}–${to}`} (${what})`)
  const more = left.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more places`] : [])].join(', ')
}
