import { basename } from 'node:path'
import type { NoteFile } from '../folders/note-files.ts'
import type { ListedNote } from '../foreign/lists/listed-notes.ts'
import type { ParsedEvent, SplitRule } from '../ours/parse-event.ts'
import type { Event } from '../talk.ts'

/** What is known of a note before it is read. */
export interface NoteContext extends Omit<NoteFile, 'path'> {
  /** That of its folder. */
  readonly event: Event
  /** Whether it introduces the folder, and so is of its event. */
  readonly isIntroduction?: boolean
  /** Whether somebody has given the folder's event its name. */
  readonly isNamedEvent: boolean
  readonly split?: SplitRule
  /** What is said of it where what introduces a folder lists it. */
  readonly listedAs?: ListedNote
  /** Whether nothing but the form of our own notes will do. */
  readonly isStrict: boolean
}

/** What an event.yml says of where a note is split: for all of its folder, or by the name of the file. */
export const splitOf = (split: ParsedEvent['split'], path: string): SplitRule | undefined =>
  typeof split === 'object' ? split[basename(path)] : split
