import { dirname } from 'node:path'
import type { NoteFile } from '../folders/note-files.ts'
import { talkId } from '../folders/talk-id.ts'
import type { ListedNote } from '../foreign/lists/listed-notes.ts'
import { type NoteContext, splitOf } from '../note/note-context.ts'
import type { ReadEvent } from './compose-corpus.ts'

export interface PlacedNote {
  readonly note: NoteFile
  readonly place: NoteContext
}

/** The notes of all folders, each with what is known of it before it is read. */
export function placeNotes(events: readonly ReadEvent[], isStrict = false): readonly PlacedNote[] {
  const listed = listedNotesOf(events)
  const splits = new Map(events.map(({ at, file, rule }) => [at.path, (rule ?? file)?.split]))
  return events.flatMap((read) => {
    const { at, site } = read
    const event = read.served.value
    return at.notes.map((note) => {
      // One that lies beside the folder of its event is split as is said where it lies.
      const split = splitOf(splits.get(dirname(note.path)) ?? splits.get(at.path), note.path)
      const listedAs = listed.get(note.path)
      const place: NoteContext = {
        ...note,
        id: talkId(event.id, note.id),
        event,
        isNamedEvent: isNamedEvent(read),
        // A site's name says what it is of.
        ...(site?.event && { isRoot: false }),
        ...(split !== undefined && { split }),
        ...(listedAs !== undefined && { listedAs }),
        isStrict,
      }
      return { note, place }
    })
  })
}

/** Whether somebody has given a folder's event its name. */
const isNamedEvent = ({ at, file }: ReadEvent): boolean => at.hasEventFile && file?.event !== undefined

/** What is said of notes where they are listed, by their paths. What stands nearest to a note comes before others. */
function listedNotesOf(events: readonly ReadEvent[]): ReadonlyMap<string, ListedNote> {
  const outerFirst = events.toSorted((one, other) => one.at.path.length - other.at.path.length)
  return new Map(outerFirst.flatMap(({ file, index }) => [...(file?.listed ?? []), ...(index?.listed ?? [])]))
}
