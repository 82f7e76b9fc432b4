import type { DaysPhrase } from '../../calendar/dates-named.ts'
import type { DayRange } from '../../calendar/days.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import type { SessionKind } from './session-kinds.ts'

/** What of a programme somebody wants to see: `what is on tomorrow in room 2?` */
export interface ProgrammeRequest {
  readonly days?: ProgrammeDays
  readonly time?: TimePhrase
  readonly rooms: readonly Narrowing[]
  /** What else it is narrowed down to: an event, a speaker, a tag. */
  readonly narrowings: readonly Narrowing[]
  readonly kind?: SessionKind
  /** The kind that is not wanted: `except keynotes`. */
  readonly kindLeftOut?: SessionKind
  /** What the talks should be about, as typed. */
  readonly topic?: string
  /** Whether the topic, or the speaker, is only guessed from its place in the question. */
  readonly isTopicGuessed?: boolean
  /** Whether it is spoken of as over: `what was on on Tuesday?` */
  readonly isPast?: boolean
  /** What is wanted instead of the talks: `how many speakers are on today?` */
  readonly of?: ProgrammeValue
  /** If days are wanted: what is counted for each. Default: its talks. */
  readonly counted?: Exclude<ProgrammeValue, 'day'>
  /** Whether the question asks which rooms have nothing then. */
  readonly isFree?: boolean
}

/** What a programme has besides talks. */
export type ProgrammeValue = 'speaker' | 'room' | 'day'

/** Days by the calendar or of an event, or the programme as such: today's while an event is on, or else all of the next one. */
export type ProgrammeDays = DaysPhrase | EventDay | TypedDays | { readonly kind: 'whole' }

/** As fields give them: `date:2026-12-01`. */
export interface TypedDays extends DayRange {
  readonly kind: 'dates'
}

export const always: DayRange = { first: '0000-01-01', last: '9999-12-31' }

/** `day 2`, `the last day`. */
export interface EventDay {
  readonly kind: 'event-day'
  /** From 1, or from the end: -1 is the last one. */
  readonly number: number
  /** Whether only the days count on which what is asked for is. */
  readonly isOfTalks?: true
}

/** Times are `HH:MM`, by the event's clocks. */
export type TimePhrase =
  | { readonly kind: 'now' }
  | { readonly kind: 'next' }
  /** What begins first or last, or ends last, among what else is asked for. */
  | { readonly kind: 'first' | 'last' | 'end' }
  /** What is going on then. */
  | { readonly kind: 'at'; readonly time: string }
  /** What is going on `minutes` from now, as `said`. */
  | { readonly kind: 'ahead'; readonly minutes: number; readonly said: string }
  /** What begins from now on, within `minutes`, or that day. */
  | { readonly kind: 'from-now'; readonly minutes?: number }
  /** What is not over yet. */
  | { readonly kind: 'left' }
  /** What is over: of today, or else of the last day that had talks. */
  | { readonly kind: 'missed' }
  /** What begins within; the end is not part of it. */
  | { readonly kind: 'within'; readonly from?: string; readonly until?: string }
  | { readonly kind: 'lunch'; readonly which: 'before' | 'over' | 'after' }

export type BoundTime = Extract<TimePhrase, { readonly kind: 'first' | 'last' | 'end' }>

/** Whether it bounds a day or an event: what begins first or last, or ends last. */
export const isBoundTime = (time: TimePhrase | undefined): time is BoundTime =>
  time?.kind === 'first' || time?.kind === 'last' || time?.kind === 'end'
