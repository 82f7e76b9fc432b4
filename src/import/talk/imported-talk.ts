import type { Block } from '../../markup/block.ts'
import type { ToldTalk } from '../../notes/talk.ts'

/** A conference as another format describes it. */
export interface ImportedEvent {
  /** What its folder should be called; made from the name if absent. */
  readonly id?: string
  readonly name: string
  /** The source names no event; the name is made from its file's, say. */
  readonly isGuess?: boolean
  /** If the name does not say it. */
  readonly year?: number
  /** `YYYY-MM-DD`. If absent, the talks' dates tell. */
  readonly starts?: string
  readonly ends?: string
  readonly place?: string
  readonly url?: string
  /** IANA name or offset of the clocks that its talks' times are by. */
  readonly zone?: string
}

/** One talk as another format tells it: texts may hold markup, names may be anything, links any address. */
export interface ImportedTalk extends ToldTalk {
  /** What its note should be called; made from the title if absent. */
  readonly name?: string
  readonly event: ImportedEvent
  /** Of what a calendar repeats, and of an instance that has an entry of its own: the key of the series. */
  readonly seriesKey?: string
  /** Name of the file it is from; absent if each talk has a file of its own. */
  readonly file?: string
  /** What stands beside the names of speakers, such as where they work. */
  readonly details?: readonly string[]
  /** What was said, word by word, as a program wrote it down. */
  readonly transcript?: string
  /**
   * What it is about: an abstract (HTML, Markdown, reStructuredText or plain text) to be shortened into a summary, or
   * whole notes, whose headings become sections.
   */
  readonly text:
    | { readonly form: 'abstract'; readonly value: string }
    | { readonly form: 'notes'; readonly blocks: readonly Block[] }
}

/** What a reader of a format yields, and where in the source that was. */
export type Imported =
  | {
      readonly talk: ImportedTalk
      readonly where: string
      /** What its source says of its day, if no day can be read in it: `soon`. */
      readonly unreadDay?: string
    }
  /** An entry that is no talk: a pause, a cancelled session. */
  | {
      readonly passed: string
      /** It keeps the place of a talk of which nothing is said yet. */
      readonly isOpen?: boolean
      /** A talk that the source says will not be held. */
      readonly cancelled?: { readonly event: ImportedEvent; readonly key: string }
    }
  | { readonly bad: BadRecord }
  /** Something that whoever imports should know before it is written: a sentence, said once. */
  | { readonly hint: string }

export interface BadRecord {
  /** The place for people: `schedule.xml:120`, `talks.json, session 3`. */
  readonly where: string
  readonly title?: string
  /** One sentence without its full stop. */
  readonly reason: string
}
