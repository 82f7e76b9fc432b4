import type { PersonFinder } from '../../notes/note/find-person.ts'
import type { NoteContext } from '../../notes/note/note-context.ts'
import type { Slot } from '../../notes/talk.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'

/** When a talk is, and by which clocks. */
export interface FoundSlot {
  readonly slot: Slot
  /** The other times that it is given. */
  readonly again?: readonly Slot[]
  readonly zone?: string
}

/** When the talk of a title is; undefined if nothing says it, or it is said of several. */
export type SlotFinder = (title: string) => FoundSlot | undefined

/** One file to import. */
export interface ImportSource {
  readonly path: string
  /** For people: relative to the working folder, with `/`. */
  readonly file: string
  /** The event that its folder describes, if one does. */
  readonly event?: ImportedEvent
  /** Where it lies among other notes, if a whole folder is imported. */
  readonly place?: NoteContext
  /** The titles of its talks, if it may tell of those that lie beside it too. */
  readonly own?: ReadonlySet<string>
  /** Whether it is one of several pages of a site. */
  readonly isPageOfSite?: boolean
  /** Whether others are imported with it. */
  readonly isOneOfSeveral?: boolean
  /** Who is called what, if a whole folder is imported. */
  readonly findPerson?: PersonFinder
  /** When its talks are, if it does not say it itself. */
  readonly findSlot?: SlotFinder
  /** Its bytes, unpacked. */
  readonly bytes: () => AsyncIterable<Buffer>
}
