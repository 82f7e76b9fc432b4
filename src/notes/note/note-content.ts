import type { PersonPage } from '../foreign/sites/person-page.ts'
import type { Hashed } from '../hashed.ts'
import type { Problem } from '../problem.ts'
import type { Event, Talk } from '../talk.ts'
import type { CalledSpeakers } from './find-person.ts'

/** What reading one note gave. */
export interface NoteContent {
  readonly talks: readonly Hashed<Talk>[]
  /** The event, if the note says that it is of another one than its folder's. */
  readonly event?: Hashed<Event>
  /** The events that its talks name, each for itself. */
  readonly talkEvents?: readonly Hashed<Event>[]
  readonly problems: readonly Problem[]
  /** Whom it is on, if it is the page of somebody. */
  readonly people?: readonly PersonPage[]
  /** What its front matter titles it, if it is the page of an event. */
  readonly pageTitle?: string
  /** Who speaks in its one talk, if front matter calls them as sites do: they may be looked up. */
  readonly called?: CalledSpeakers & {
    /** Of the talk as the note alone tells it. */
    readonly hash: string
    /** Those of the problems that are none if somebody is called so. */
    readonly ifUnknown?: readonly Problem[]
  }
  /** Why it is one talk or several, if it is in no form of ours. */
  readonly why?: string
  /** Whether it lists talks, an item or row each. */
  readonly isList?: boolean
  /** Whether its talks are several by what it says, though it may hold but one of them. */
  readonly isOfSeveral?: boolean
  readonly unknownKeys?: readonly string[]
  /** Whether its front matter is broken, and it was read all the same, by what its lines say. */
  readonly isMakeshift?: true
}
