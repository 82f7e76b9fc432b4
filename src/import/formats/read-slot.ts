import { Temporal } from 'temporal-polyfill'
import {
  fullMomentIn,
  laterBy,
  type Moment,
  minutesIn,
  momentIn,
} from '../../notes/foreign/dates/written-times.ts'
import type { Slot } from '../../notes/talk.ts'
import { slotOf } from '../../notes/talk-slots.ts'
import type { ImportedEvent } from '../talk/imported-talk.ts'

/** When and where, as a source writes it. */
export interface WrittenSlot {
  /** Moments, or times of the day; what one does not say, the next may. */
  readonly starts: readonly string[]
  readonly ends?: string | undefined
  readonly duration?: string | undefined
  readonly room?: string | undefined
  /** The local day that it is listed under, `YYYY-MM-DD`. */
  readonly day?: string | undefined
}

/**
 * The slot by the clocks of the event's place, and the zone of these clocks.
 * @param zone the event's; without it, moments stand as they are written
 */
export function readSlot(
  { starts, ends = '', duration = '', room, day }: WrittenSlot,
  zone: string | undefined,
): { readonly slot: Slot; readonly zone?: string } {
  const moments = starts.map((text) => localIn(zone, momentIn(text)))
  const timed = moments.find(({ time }) => time !== undefined) ?? localIn(zone, midnightOf(starts, ends))
  const date = (timed?.date ? timed : moments.find((moment) => moment.date !== undefined))?.date ?? day
  const minutes = minutesIn(duration)
  const until =
    localIn(zone, momentIn(ends)).time ??
    (timed?.time !== undefined && minutes !== undefined ? laterBy(timed.time, minutes) : undefined)
  const clocks = zone ?? timed?.zone
  return {
    slot: slotOf({
      date,
      ...(timed?.time && { starts: timed.time, ...(until !== timed.time && { ends: until }) }),
      room: room?.replace(/\s+/g, ' ').trim(),
    }),
    ...(clocks && { zone: clocks }),
  }
}

/** A midnight in full is a time, and no day alone, if what begins then ends in the hours after it. */
function midnightOf([start = '']: readonly string[], ends: string): Moment {
  const from = fullMomentIn(start)
  const until = fullMomentIn(ends)
  if (from?.time !== '00:00' || until?.time === undefined || until.date !== from.date) return {}
  return '00:00' < until.time && until.time < '12:00' ? from : {}
}

/** The event with the zone that its talks' times are by, if it does not name one itself. */
export const inZone = (event: ImportedEvent, zone: string | undefined): ImportedEvent =>
  event.zone === undefined && zone !== undefined ? { ...event, zone } : event

/** The same moment by the clocks of a zone; as it is written if either says no zone, or one that nobody knows. */
function localIn(zone: string | undefined, moment: Moment): Moment {
  const { date, time, zone: own } = moment
  if (zone === undefined || own === undefined || date === undefined || time === undefined) return moment
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(own).withTimeZone(zone)
    const at = local.toPlainTime().toString({ smallestUnit: 'minute' })
    return { date: local.toPlainDate().toString(), time: at, zone }
  } catch {
    return moment
  }
}
