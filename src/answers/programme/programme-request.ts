import type { DaysPhrase } from '../../calendar/dates-named.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'

/** What of a programme somebody wants to see: `what is on tomorrow in room 2?` */
export interface ProgrammeRequest {
  readonly days?: DaysPhrase
  readonly time?: TimePhrase
  readonly rooms: readonly Narrowing[]
  /** Whether a room is only guessed to be one, from where it stands. */
  readonly isRoomGuessed?: boolean
  /** What else it is narrowed to: an event, a speaker, a tag, a kind. */
  readonly narrowings: readonly Narrowing[]
  /** What the talks are to be about, as typed. */
  readonly topic?: string
}

/** Times are `HH:MM`, by the event's clocks. */
export type TimePhrase =
  | { readonly kind: 'now' }
  | { readonly kind: 'next' }
  /** What begins first or last, of what else is asked for. */
  | { readonly kind: 'first' | 'last' }
  /** What is going on then. */
  | { readonly kind: 'at'; readonly time: string }
  /** What begins within; the end is not part of it. */
  | { readonly kind: 'within'; readonly from?: string; readonly until?: string }
  | { readonly kind: 'lunch'; readonly which: 'before' | 'over' | 'after' }
