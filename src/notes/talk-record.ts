import { createHash } from 'node:crypto'
import type { FollowUp, Link, Slot, Speaker, TalkKind } from './talk.ts'

/**
 * One line of an event's talks.jsonl: the keys of a note's front matter, and the rest of the note as `body`. Imports are
 * kept so because one file of many lines is read many times faster than many files.
 */
export interface TalkRecord extends Slot {
  /** What the note's file would be called, without `.md`; a note of that name takes the record's place. */
  readonly id: string
  readonly title: string
  readonly kind?: TalkKind
  readonly speakers?: readonly Speaker[]
  readonly tags?: readonly string[]
  readonly links?: readonly Link[]
  readonly again?: readonly Slot[]
  readonly followUps?: readonly FollowUp[]
  readonly attendees?: readonly string[]
  readonly language?: string
  /** Markdown, as after a note's front matter. */
  readonly body: string
  readonly source: RecordSource
}

/** Where a record was imported from, so that the next import finds it again. */
export interface RecordSource {
  /** What the source calls the talk. */
  readonly key: string
  /** Of everything else in the record as it was imported: if it no longer fits, a person has edited the record. */
  readonly hash: string
  /** Name of the file that it was imported from, if that is to hold all talks of its source. */
  readonly file?: string
}

/** Sixteen hex digits over a record without its source, or over the text of a note. */
export function contentHash(content: string | Readonly<Record<string, unknown>>): string {
  const text = typeof content === 'string' ? content : JSON.stringify({ ...content, source: undefined })
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
