import type { Block } from '../../markup/block.ts'
import type { FollowUp, Link, Slot, Speaker, TalkKind } from '../talk.ts'
import type { SplitDecision } from './decide-split.ts'
import type { FrontMatterProblem } from './front-matter.ts'
import type { MisreadField } from './read-field-by-field.ts'
import type { Left } from './split-talks.ts'

/** One talk of a note that is in no form of ours. */
export interface ForeignTalk extends Slot {
  readonly title: string
  /** What tells it from the others of its file, also when text around it changes. */
  readonly key: string
  /** 1-based line of its heading; of the file's first line if it has none. */
  readonly line: number
  readonly kind: TalkKind
  readonly speakers: readonly Speaker[]
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  /** BCP 47. */
  readonly language?: string
  /** The other times that it is given. */
  readonly again?: readonly Slot[]
  readonly followUps?: readonly FollowUp[]
  readonly attendees?: readonly string[]
  /** Its text; the lines are the file's. */
  readonly blocks: readonly Block[]
}

export interface ForeignNote {
  readonly talks: readonly ForeignTalk[]
  /** The event as the note itself names it. */
  readonly event?: string
  /** The title of the only talk, if it is an event's name. */
  readonly titleEvent?: string
  readonly decision: SplitDecision
  /** Whether it lists talks, an item or row each. */
  readonly isList: boolean
  /** Lines that belong to no talk. */
  readonly left: readonly Omit<Left, 'blocks'>[]
  /** Whether titles are guessed from the shape of lines. */
  readonly isGuessed: boolean
  /** The line at which code begins that is never closed. */
  readonly unclosedLine?: number
  readonly unknownKeys: readonly string[]
  /** Fields that are broken, and those of which nothing can be read. */
  readonly misread: readonly MisreadField[]
  /** What is wrong with the front matter as a whole. */
  readonly problem?: FrontMatterProblem
  /** Why it gives no talk. */
  readonly skipped?: string
  /** How many headings of each level there are, by level. */
  readonly levels: ReadonlyMap<number, number>
}
