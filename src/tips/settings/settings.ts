import type { Weekday } from '../../calendar/day-names.ts'
import type { DayRange } from '../../calendar/days.ts'
import type { TipFilter } from '../tip.ts'

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]
export const weekend: readonly Weekday[] = [6, 7]

/** Whose public holidays. */
export interface HolidayArea {
  /** ISO 3166-1, e.g. `IT`. */
  readonly country: string
  /** A part of the country as ISO 3166-2 has it, without the country: `CA` of `US-CA`. */
  readonly region?: string
}

/** When tips are posted. */
export interface TipSchedule {
  /** Local time of day, `HH:MM`. */
  readonly time: string
  /** IANA time zone, e.g. `Europe/Rome`. */
  readonly zone: string
  /** Sorted, at least one. */
  readonly weekdays: readonly Weekday[]
  /** Public holidays of this area are left out; absent: none are. */
  readonly skipHolidays?: HolidayArea
  /** The Monday of a week with tips (`YYYY-MM-DD`): they come in every other week from there. Absent: in every week. */
  readonly everyOtherWeek?: string
  /** Days of the team's own, without tips: sorted, apart. Those that are over may stay. */
  readonly daysOff?: readonly DayRange[]
  /** The first date with tips again (`YYYY-MM-DD`): on none before it. Absent: there is no pause. */
  readonly pausedUntil?: string
}

/** What a channel has chosen. */
export interface TipSettings extends TipSchedule {
  readonly filter: TipFilter
  /** Since when these settings hold: epoch milliseconds. A time of day that was over by then is not made up for. */
  readonly since: number
  /** Names what was asked for when they were saved. Absent: by a version that did not note it. */
  readonly request?: string
}

/** What somebody chooses; since when it holds is not theirs to say. */
export type TipChoice = Omit<TipSettings, 'since' | 'request'>

/** Weekdays at nine from all notes. */
export const defaultTipSettings = (zone: string, since: number): TipSettings => ({
  time: '09:00',
  zone,
  weekdays: workingDays,
  filter: { kind: 'all' },
  since,
})
