import { addDays, type DayRange } from '../../calendar/days.ts'
import type { Slot } from '../../notes/talk.ts'
import type { TimePhrase } from './programme-request.ts'

/** One time at which a talk is given. */
export interface Session<Given> {
  readonly given: Given
  readonly slot: Slot
  /** What it is there: the clocks that the slot is by. */
  readonly here: LocalNow
}

/** By the clocks of some zone. */
interface LocalNow {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:MM`. */
  readonly time: string
}

/** Minutes that a talk takes whose end is not known. */
const usualLength = 60

/** Those that a time means, in order of time, then of room. Without a time, all of them. */
export function pickSessions<Given>(
  sessions: readonly Session<Given>[],
  time: TimePhrase | undefined,
): readonly Session<Given>[] {
  const ordered = inOrder(sessions)
  switch (time?.kind) {
    case undefined:
      return ordered
    case 'now':
      return ordered.filter(({ slot, here }) => isOn(slot, here))
    case 'next': {
      const later = ordered.filter(({ slot, here }) => startOf(slot) > `${here.date} ${here.time}`)
      return atSameTime(later, later[0])
    }
    case 'first':
    case 'last': {
      const timed = ordered.filter(({ slot }) => slot.starts !== undefined)
      return atSameTime(timed, timed.at(time.kind === 'first' ? 0 : -1))
    }
    case 'at':
      return ordered.filter(({ slot }) => isOn(slot, { date: slot.date ?? '', time: time.time }))
    case 'within':
      return ordered.filter(({ slot }) => isWithin(slot, time))
    case 'lunch': {
      const lunch = lunchOf(ordered.map(({ slot }) => slot))
      return ordered.filter(({ slot }) =>
        isWithin(slot, {
          ...(time.which !== 'before' && { from: time.which === 'over' ? lunch.from : lunch.until }),
          ...(time.which !== 'after' && { until: time.which === 'over' ? lunch.until : lunch.from }),
        }),
      )
    }
  }
}

const atSameTime = <Given>(sessions: readonly Session<Given>[], as: Session<Given> | undefined) =>
  sessions.filter(({ slot }) => as && startOf(slot) === startOf(as.slot))

/** By time, then by room. */
export const inOrder = <One extends { readonly slot: Slot }>(sessions: readonly One[]): readonly One[] =>
  sessions.toSorted((a, b) => (orderOf(a.slot) < orderOf(b.slot) ? -1 : 1))

/** Whether days are those that are asked for. */
export const isOnDays = ({ date }: Slot, { first, last }: DayRange): boolean =>
  date !== undefined && first <= date && date <= last

const orderOf = ({ date = '', starts = '', room = '' }: Slot) => `${date} ${starts} ${room}`
const startOf = ({ date = '', starts }: Slot) => (starts === undefined ? '' : `${date} ${starts}`)

/** Whether it is going on; an end that is not after the start is on the day after. */
function isOn({ date, starts, ends }: Slot, here: LocalNow): boolean {
  if (date === undefined || starts === undefined) return false
  const from = minutesOf(starts)
  const end = ends === undefined ? from + usualLength : minutesOf(ends)
  const until = end <= from ? end + dayLength : end
  const at = minutesOf(here.time)
  if (date === here.date) return from <= at && at < until
  return addDays(date, 1) === here.date && at + dayLength < until
}

const isWithin = (
  { starts }: Slot,
  { from = '', until = '99' }: { readonly from?: string; readonly until?: string },
): boolean => starts !== undefined && from <= starts && starts < until

/**
 * The lunch break of a day: the longest time around noon in which nothing is on, or else from twelve to one.
 *
 * lunchOf([{ starts: '11:00', ends: '12:15' }, { starts: '13:45' }]) // => { from: '12:15', until: '13:45' }
 */
function lunchOf(slots: readonly Slot[]): { readonly from: string; readonly until: string } {
  const busy = slots
    .flatMap(({ starts, ends }) => {
      if (starts === undefined) return []
      const from = minutesOf(starts)
      const end = ends === undefined ? from + usualLength : minutesOf(ends)
      return [{ from, until: end <= from ? dayLength : end }]
    })
    .sort((a, b) => a.from - b.from)
  let best: { from: number; until: number } | undefined
  let free = busy[0]?.until ?? 0
  for (const { from, until } of busy) {
    const isAroundNoon = free >= earliestLunch && free <= latestLunch
    if (isAroundNoon && from - free >= shortestLunch && from - free > (best ? best.until - best.from : 0))
      best = { from: free, until: from }
    free = Math.max(free, until)
  }
  const { from, until } = best ?? { from: 12 * 60, until: 13 * 60 }
  return { from: timeOf(from), until: timeOf(until) }
}

const earliestLunch = 11 * 60
const latestLunch = 14 * 60
const shortestLunch = 30
const dayLength = 24 * 60

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
