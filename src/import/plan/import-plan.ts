import type { TalkRecord } from '../../notes/talk-record.ts'
import type { EventFacts } from '../corpus/event-file.ts'
import type { BadRecord, ImportedTalk } from '../talk/imported-talk.ts'
import type { GoneTalk } from './compare-sources.ts'

export interface PlanOptions {
  /** The corpus folder. */
  readonly into: string
  /** A folder in which files for what is to be written can be made. */
  readonly stagingFolder: string
  /** Puts all talks into the event of this id. */
  readonly event?: string
  /** Overwrites imported talks that a person has edited since. */
  readonly force?: boolean
  /** Whether a talk is a note of the corpus already, so that it is left out unless it was imported before. Default: none is. */
  readonly isNote?: ((talk: ImportedTalk) => boolean) | undefined
}

export type ImportOutcome = 'new' | 'changed' | 'unchanged' | 'kept'

export interface PlannedEvent {
  readonly id: string
  readonly facts: EventFacts
  readonly counts: Readonly<Record<ImportOutcome, number>>
  /** The file that holds what is to be written; undefined if that is nothing. */
  readonly staged: string | undefined
  /** The new text of event.yml, if it is to be written. */
  readonly eventFile: string | undefined
  /** Its text when the plan was made. */
  readonly eventFileBefore: string | undefined
}

/** What an import would write, and what it found wrong. */
export interface ImportPlan {
  readonly events: readonly PlannedEvent[]
  readonly counts: Readonly<Record<ImportOutcome, number>>
  /** The first talk that would be written. */
  readonly sample: { readonly event: string; readonly record: TalkRecord } | undefined
  /** All talks that were split from long notes, for a person to look through, in the order of the notes. */
  readonly outline: readonly OutlinedTalk[]
  /** Talks left alone because a person has edited or written them, by path within the corpus; at most a hundred. */
  readonly kept: readonly string[]
  /** Titles of talks that stay as they are, since they have a text and their source says none any more. */
  readonly textsKept: readonly string[]
  /** The first thousand of `badCount`. */
  readonly bad: readonly BadRecord[]
  readonly badCount: number
  /** Entries that are no talks. */
  readonly passed: number
  /** Entries that are times at which another one is given again. */
  readonly repeats: number
  /** Talks that another source has already. */
  readonly copies: number
  /** Talks that are notes of the corpus already. */
  readonly notes: number
  readonly hints: readonly string[]
  /** What is wrong with the corpus's own files of records. */
  readonly damaged: readonly { readonly file: string; readonly reason: string }[]
  /** Imported talks that their source does not hold any longer, by path within the corpus; they stay. */
  readonly gone: readonly (GoneTalk & { readonly path: string })[]
}

export interface OutlinedTalk {
  /** The place for people: `notes.md:120`. */
  readonly where: string
  readonly title: string
  readonly speakers: readonly string[]
  readonly words: number
  readonly outcome: ImportOutcome
}
