import { addDays } from '../../../calendar/days.ts'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Event, Talk } from '../../../notes/talk.ts'
import { slotsOf } from '../../../notes/talk-slots.ts'
import { daysOf } from './find-sessions.ts'

/** An event with the days that it has talks on, in order. */
export interface EventDays {
  readonly event: Event
  readonly days: readonly string[]
}

/** The days of each event of these talks, without events of which no day is known. */
export function eventsOf(talks: readonly Pick<Talk, 'event' | 'date' | 'again'>[]): readonly EventDays[] {
  return [...Map.groupBy(talks, ({ event }) => event.id).values()].flatMap((own) => {
    const days = daysOf(own.flatMap(slotsOf).map((slot) => ({ slot })))
    return days.length === 0 ? [] : [{ event: own[0]!.event, days }]
  })
}

/** The event that is on, the one with most days if there are several; else the next one; else the last one. */
export function presentEvent(events: readonly EventDays[], now: Now): EventDays | undefined {
  const today = dateIn(now.zone, now.at)
  const [on, coming, over] = [
    events.filter(({ days }) => days[0]! <= today && today <= days.at(-1)!),
    events.filter(({ days }) => days[0]! > today),
    events.filter(({ days }) => days.at(-1)! < today),
  ]
  return (
    on.toSorted((a, b) => b.days.length - a.days.length)[0] ??
    coming.toSorted((a, b) => (a.days[0]! < b.days[0]! ? -1 : 1))[0] ??
    over.toSorted((a, b) => (a.days.at(-1)! > b.days.at(-1)! ? -1 : 1))[0]
  )
}

/** An event that is on has no talk further away than this. */
const daysAround = 5

/** Whether a day may be one of an event that is on today. */
export const isAround = (day: string, today: string): boolean =>
  addDays(today, -daysAround) <= day && day <= addDays(today, daysAround)
