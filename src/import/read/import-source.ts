import type { PersonFinder } from '../../notes/find-person.ts'
import type { NoteContext } from '../../notes/read-note.ts'
import type { SlotFinder } from '../formats/calendar-slots.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'

/** One file to import. */
export interface ImportSource {
  readonly path: string
  /** For people: relative to the working folder, with `/`. */
  readonly file: string
  /** The event that its folder describes, if one does. */
  readonly event?: ImportedEvent
  /** Where it lies among other notes, if a whole folder is imported. */
  readonly place?: NoteContext
  /** Whether it is one of several pages of a site. */
  readonly isPageOfSite?: boolean
  /** Who is called what, if a whole folder is imported. */
  readonly findPerson?: PersonFinder
  /** When its talks are, if it does not say it itself. */
  readonly findSlot?: SlotFinder
  /** Its bytes, unpacked. */
  readonly bytes: () => AsyncIterable<Buffer>
}
