import { addDays, type DayRange } from '../../../calendar/days.ts'
import type { Slot } from '../../../notes/talk.ts'
import { always, type TimePhrase } from '../programme-request.ts'
import { type Break, usualLunch } from './breaks.ts'
import {
  endMoment,
  isOn,
  isOnDays,
  isOver,
  type LocalNow,
  momentAfter,
  momentOf,
  startMoment,
} from './slot-times.ts'

/** One time at which a talk is given. */
export interface Session<Given> {
  readonly given: Given
  readonly slot: Slot
  /** Date and time now, by the clocks of the slot. */
  readonly here: LocalNow
}

interface Picking<Given> {
  readonly time: TimePhrase | undefined
  /** The days that are asked for, by the clocks of a session. Default: any. */
  readonly daysOf?: (session: Session<Given>) => DayRange
  /** The lunch break of a day, as far as it is known. */
  readonly lunchOn?: (date: string) => Break | undefined
}

/** The sessions that days and a time mean, in order of time, then of room. */
export function pickSessions<Given>(
  sessions: readonly Session<Given>[],
  { time, daysOf = () => always, lunchOn = () => undefined }: Picking<Given>,
): readonly Session<Given>[] {
  const all = inOrder(sessions)
  const ordered = all.filter((session) => isOnDays(session.slot, daysOf(session)))
  switch (time?.kind) {
    case undefined:
      return ordered
    case 'now':
      return all.filter(({ slot, here }) => isOn(slot, here))
    case 'ahead':
      return all.filter(({ slot, here }) => isOn(slot, momentAfter(here, time.minutes)))
    case 'next': {
      const later = ordered.filter(({ slot, here }) => startMoment(slot) > momentOf(here))
      return atSameTime(later, later[0])
    }
    case 'from-now': {
      const { minutes } = time
      return (minutes === undefined ? ordered : all).filter(({ slot, here }) => {
        const last = minutes === undefined ? '9999' : momentOf(momentAfter(here, minutes))
        return momentOf(here) < startMoment(slot) && startMoment(slot) <= last
      })
    }
    case 'left':
      return ordered.filter((session) => !isOver(session))
    case 'missed': {
      const over = ordered.filter(isOver)
      const day = over.at(-1)?.slot.date
      return over.filter(({ slot }) => slot.date === day)
    }
    case 'first':
    case 'last': {
      const timed = ordered.filter(({ slot }) => slot.starts !== undefined)
      return atSameTime(timed, timed.at(time.kind === 'first' ? 0 : -1))
    }
    case 'end': {
      const timed = ordered.filter(({ slot }) => slot.starts !== undefined)
      const latest = timed.map(({ slot }) => endMoment(slot)).sort()
      return timed.filter(({ slot }) => endMoment(slot) === latest.at(-1))
    }
    case 'at':
      return all.filter((session) =>
        daysAround(session.slot).some(
          (date) => isOnDays({ date }, daysOf(session)) && isOn(session.slot, { date, time: time.time }),
        ),
      )
    case 'within':
      return ordered.filter(({ slot }) => beginsWithin(slot, time))
    case 'lunch':
      return ordered.filter(({ slot }) => {
        const lunch = lunchOn(slot.date ?? '') ?? usualLunch
        return beginsWithin(slot, {
          ...(time.which !== 'before' && { from: time.which === 'over' ? lunch.from : lunch.until }),
          ...(time.which !== 'after' && { until: time.which === 'over' ? lunch.until : lunch.from }),
        })
      })
  }
}

const atSameTime = <Given>(sessions: readonly Session<Given>[], as: Session<Given> | undefined) =>
  sessions.filter(({ slot }) => as && startMoment(slot) === startMoment(as.slot))

/** By time, then by room: Room 2 comes before Room 10. */
export function inOrder<One extends { readonly slot: Slot }>(sessions: readonly One[]): readonly One[] {
  const rooms = new Intl.Collator('en', { numeric: true })
  return sessions.toSorted((a, b) => {
    const [one, other] = [timeKey(a.slot), timeKey(b.slot)]
    return one === other ? rooms.compare(a.slot.room ?? '', b.slot.room ?? '') : one < other ? -1 : 1
  })
}

/** What has no time comes last in its day. */
const timeKey = ({ date = '', starts = '99' }: Slot) => `${date} ${starts}`

/** Its own day, and the next, on which it may still be on. */
const daysAround = ({ date }: Slot) => (date === undefined ? [] : [date, addDays(date, 1)])

const beginsWithin = (
  { starts }: Slot,
  { from = '', until = '99' }: { readonly from?: string; readonly until?: string },
): boolean => starts !== undefined && from <= starts && starts < until
