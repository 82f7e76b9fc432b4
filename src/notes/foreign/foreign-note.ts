import type { Block } from '../../markup/block.ts'
import type { Dialect } from '../../markup/dialect.ts'
import type { ToldTalk } from '../talk.ts'
import type { WrittenDays } from './dates/day-range.ts'
import type { TalkEvent } from './event-of-talk.ts'
import type { MisreadField } from './fields/read-field-by-field.ts'
import type { FrontMatterProblem } from './fields/read-yaml-or-toml.ts'
import type { SplitDecision } from './headings/reasons-to-split.ts'
import type { Left } from './headings/split-talks.ts'
import type { ListedNote } from './lists/listed-notes.ts'
import type { CalledPerson } from './sites/called-person.ts'
import type { PersonPage } from './sites/person-page.ts'

export interface ForeignNoteOptions {
  /** The file's name without its ending: the title if nothing else says one. */
  readonly stem: string
  /** What is said of it where others list it: its title, rather than the file's name, and who speaks, if it says neither itself. */
  readonly listedAs?: ListedNote
  /** Found out if absent. */
  readonly dialect?: Dialect
  /** If the name of the file says that it is in one of these. */
  readonly markup?: 'org' | 'asciidoc'
  /** As in `DecisionFacts`. */
  readonly split?: 'none' | number
  /** The depth of the headings that are talks, as somebody who imports gives it. */
  readonly level?: number
  readonly isLong?: boolean
  readonly hasSiblings?: boolean
  /** Whether its file is called `README`. */
  readonly isReadme?: boolean
  /** Whether it lies among pages of people, firms or places. */
  readonly isBeside?: boolean
  /** Whether it lies in a site, by what names that. */
  readonly isOfSite?: boolean
  /** Whether the talks of its site lie elsewhere: then it holds one only if it names somebody who speaks, or an hour. */
  readonly isAsideOfTalks?: boolean
}

/** One talk of a note that is in no form of ours. Its key stays when text around the talk changes. */
export interface ForeignTalk extends ToldTalk {
  /** 1-based line of its heading; of the file's first line if it has none. */
  readonly line: number
  /** Its text; the lines are the file's. */
  readonly blocks: readonly Block[]
  /** Its own, if it stands in a list and names one. */
  readonly event?: TalkEvent
  /** Lines below its title of which nothing can be read. */
  readonly misread?: readonly MisreadField[]
}

export interface ForeignNote {
  readonly talks: readonly ForeignTalk[]
  /** The event as the note itself names it. */
  readonly event?: string
  /** The days of the event of several talks, if these are said of it. */
  readonly eventDays?: WrittenDays
  /** The title of the only talk, if it is an event's name. */
  readonly titleEvent?: string
  /** What its front matter titles it. */
  readonly pageTitle?: string
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
  /** Fields that are broken, and those of which nothing can be read, as well as such lines. */
  readonly misread: readonly MisreadField[]
  /** What is wrong with the front matter as a whole. */
  readonly problem?: FrontMatterProblem
  /** Whom it is on, if it is the page of somebody. */
  readonly person?: PersonPage
  /** Whoever its front matter says speaks, if it calls them by slugs or numbers, as sites do. */
  readonly called?: readonly CalledPerson[]
  /** Why it gives no talk. */
  readonly skipped?: string
  /** How many headings of each level there are, by level. */
  readonly levels: ReadonlyMap<number, number>
}
