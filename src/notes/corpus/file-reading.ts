import type { SynonymGroup } from '../corpus.ts'
import type { ListedNotes } from '../foreign/lists/listed-notes.ts'
import type { Hashed } from '../hashed.ts'
import type { NoteContent } from '../note/note-content.ts'
import type { ParsedEvent } from '../ours/parse-event.ts'
import type { Problem } from '../problem.ts'
import type { Event, Talk } from '../talk.ts'

/** What one file of the corpus gave when it was read. */
export interface FileReading
  extends Pick<
    NoteContent,
    'why' | 'unknownKeys' | 'isMakeshift' | 'talkEvents' | 'people' | 'called' | 'pageTitle'
  > {
  readonly path: string
  /** Which state of the file was read, as in `Scan.stamps`, and what of its surroundings matters to it. */
  readonly stamp: string
  /** The folder of the notes in which the disk is mounted that holds it, if that is another one. */
  readonly mount?: string
  /** Of an event.yml that is good, of what introduces a folder, or of a note that is of an event of its own. */
  readonly event?: Hashed<Event>
  /** The event as front matter calls it, if a page says what that is named. */
  readonly calledEvent?: Hashed<Event>
  /** Of what introduces a folder: the notes that it lists. */
  readonly listed?: ListedNotes
  /** Of an event.yml. */
  readonly split?: ParsedEvent['split']
  /** Of a synonyms.yml that is good; `hash` is that of its text. */
  readonly synonyms?: { readonly groups: readonly SynonymGroup[]; readonly hash: string }
  /** Of a note or of records. */
  readonly talks: readonly Hashed<Talk>[]
  readonly problems: readonly Problem[]
}

export type FileContent = Omit<FileReading, 'path' | 'stamp' | 'mount'>
