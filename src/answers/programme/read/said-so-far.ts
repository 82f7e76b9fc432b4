import type { Narrowing } from '../../listing/read-narrowings.ts'
import type { ProgrammeDays, ProgrammeValue, TimePhrase } from '../programme-request.ts'
import type { SessionKind } from '../session-kinds.ts'
import type { UnknownRoom } from './read-room.ts'

/** What a question has said so far. */
export interface SaidSoFar {
  readonly days?: ProgrammeDays
  readonly time?: TimePhrase
  readonly rooms?: readonly Narrowing[]
  readonly unknownRoom?: UnknownRoom
  readonly narrowings?: readonly Narrowing[]
  readonly kind?: SessionKind
  readonly kindLeftOut?: SessionKind
  readonly topic?: string
  /** Whether only its place beside a day tells that the topic, or the speaker, is one. */
  readonly isTopicGuessed?: true
  readonly of?: ProgrammeValue
  /** Whether it is divided by days. */
  readonly isByDay?: true
  /** Whether the question asks if somebody is busy, or a room free. */
  readonly isFree?: true
  /** Whether the time combines one that was said before and another one. */
  readonly isTimeTold?: true
}
/** What a part of a question says, and the index of the word after it. */
export type ReadPart = SaidSoFar & { readonly end: number }
