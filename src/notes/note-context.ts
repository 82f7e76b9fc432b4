import { basename } from 'node:path'
import type { FileOfEvent } from './foreign/series-names.ts'
import type { ParsedEvent, SplitRule } from './parse-event.ts'
import type { Event } from './talk.ts'

/** What is known of a note before it is read. */
export interface NoteContext {
  /** Of its talk, or what the ids of its talks begin with. */
  readonly id: string
  readonly stem: string
  readonly hasSiblings: boolean
  /** As in what is listed. */
  readonly isBeside?: boolean
  /** As in what is listed. */
  readonly isBesideNotes?: boolean
  /** As in what is listed. */
  readonly isOfSite?: boolean
  /** The day that a folder within the event's names, `YYYY-MM-DD`. */
  readonly day?: string
  /** As in what is listed. */
  readonly series?: string
  /** As in what is listed. */
  readonly ofEvent?: FileOfEvent
  /** That of its folder. */
  readonly event: Event
  /** Whether that is the corpus's own, whose name need say nothing. */
  readonly isRoot?: boolean
  /** Whether it introduces the folder, and so is of its event. */
  readonly isIntroduction?: boolean
  /** Whether somebody has given the folder's event its name. */
  readonly isNamedEvent: boolean
  readonly split?: SplitRule
  /** As in what is listed. */
  readonly isAsideOfTalks?: boolean
  /** As in what is listed. */
  readonly isOfPeople?: boolean
  /** As in what is listed. */
  readonly isPersonPage?: boolean
  /** As in what is listed. */
  readonly person?: string
  /** Whether nothing but the form of our own notes will do. */
  readonly isStrict: boolean
}

/** What an event.yml says of where a note is split: for all of its folder, or by the name of the file. */
export const splitOf = (split: ParsedEvent['split'], path: string): SplitRule | undefined =>
  typeof split === 'object' ? split[basename(path)] : split
