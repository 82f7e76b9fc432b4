import { addDays, type DayRange } from '../../../calendar/days.ts'
import { describeDays } from '../../../calendar/describe-days.ts'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Event } from '../../../notes/talk.ts'
import { inQuotes } from '../../../search/query/write-query.ts'
import { amountOf } from '../../../text/amount-of.ts'
import { always, isBoundTime, type ProgrammeRequest } from '../programme-request.ts'
import { daysOfPhrase } from './days-of-phrase.ts'
import { todayAt } from './event-zone.ts'
import type { FindTalks } from './find-sessions.ts'
import { type EventDays, eventsOf, presentEvent } from './present-event.ts'

/** The days that a request is for, by the clocks of each zone. */
export interface DaysOfRequest {
  readonly in: (zone: string) => DayRange
  /** If they are days of one event, and no other talks are meant. */
  readonly event?: Event
  /** If only what is not over is meant. */
  readonly isLeft?: true
  /** A sentence, if there are no such days. */
  readonly problem?: string
}

interface Given {
  readonly now: Now
  /** All days that have talks, in order: of the request's own talks, if it is narrowed. */
  readonly days: readonly string[]
  /** All days that have talks at all, in order. */
  readonly allDays: readonly string[]
  /** All talks of the request, if it is narrowed to any. */
  readonly talks: Parameters<typeof eventsOf>[0] | undefined
  /** Finds among all talks. */
  readonly find: FindTalks
}

/** Which days are asked for; undefined if no programme is asked for after all. */
export async function daysOfRequest(
  request: ProgrammeRequest,
  given: Given,
): Promise<DaysOfRequest | undefined> {
  const { days: phrase } = request
  const { now, days } = given
  const isLeft = request.time === undefined && request.rooms.length > 0
  if (phrase === undefined) return { in: daysFor(request, now, days), ...(isLeft && { isLeft }) }
  switch (phrase.kind) {
    case 'dates':
      return { in: () => phrase }
    case 'whole':
    case 'event-day': {
      const present = await findEvent(given)
      if (present === undefined) return undefined
      if (phrase.kind === 'whole') return wholeOf(present, given, request)
      const { number, isOfTalks = given.talks === undefined } = phrase
      const { event } = present
      const ownDays = isOfTalks ? present.days : await daysOfEvent(event, given.find)
      const day = number === 0 ? undefined : ownDays.at(number > 0 ? number - 1 : number)
      return day === undefined
        ? { in: () => never, event, problem: lacksDay(event.name, phrase.number, ownDays) }
        : { in: () => ({ first: day, last: day }), event }
    }
    default: {
      const areNamed = request.narrowings.some(({ field }) => field === 'event')
      // If a day has none, that day is named, and no other is taken for it.
      const there = phrase.kind === 'weekday' && !areNamed ? given.allDays : days
      const { isPast = false } = request
      const meant = daysOfPhrase(phrase, now, { days: there, areNamed, isPast })
      return 'problem' in meant ? { in: () => never, problem: meant.problem } : meant
    }
  }
}

/** What was longer ago, nobody has just missed. */
const maxDaysMissed = 31

const never: DayRange = { first: always.last, last: always.first }

/** lacksDay('Quay Days', 4, ['2026-11-28', '2026-11-29']) // => 'Quay Days has no day 4: it has talks on 2 days, from …' */
const lacksDay = (name: string, number: number, days: readonly string[]) =>
  `${name} has no day ${number}: it has talks on ${amountOf(days.length, 'day')}, ${describeDays({ first: days[0]!, last: days.at(-1)! })}.`

/** The event of the request's talks that is on or next; if it is narrowed to none, that of all. */
async function findEvent({ now, days, talks, find }: Given): Promise<EventDays | undefined> {
  if (talks !== undefined) return presentEvent(eventsOf(talks), now)
  const today = dateIn(now.zone, now.at)
  const day = days.find((one) => one >= today) ?? days.at(-1)
  if (day === undefined) return undefined
  const { results } = await find([`date:${day}`])
  const names = [...new Set(results.map(({ talk }) => talk.event.name))]
  const found = await find([`event:${names.map(inQuotes).join(',')}`])
  return presentEvent(eventsOf(found.results.map(({ talk }) => talk)), now)
}

/** All days of an event, whatever is looked for on them. */
async function daysOfEvent({ id, name }: Event, find: FindTalks): Promise<readonly string[]> {
  const { results } = await find([`event:${inQuotes(name)}`])
  const talks = results.map(({ talk }) => talk).filter(({ event }) => event.id === id)
  return eventsOf(talks).flatMap(({ days }) => days)
}

/** What is left of today's, while an event is on; if no event is named, and nothing is to come, no programme is meant. */
function wholeOf(
  { event, days }: EventDays,
  { now }: Given,
  { narrowings, kind, of }: ProgrammeRequest,
): DaysOfRequest | undefined {
  const today = todayAt(event, now)
  const isOver = days.at(-1)! < today
  if (of !== undefined && of !== 'day' && narrowings.length === 0 && isOver) return undefined
  if (narrowings.length > 0 || kind !== undefined || of !== undefined)
    return { in: () => ({ first: days[0]!, last: days.at(-1)! }), event }
  if (isOver) return undefined
  return days.includes(today)
    ? { in: () => ({ first: today, last: today }), isLeft: true }
    : { in: () => ({ first: days.find((day) => day > today)!, last: days.at(-1)! }), event }
}

/** If no day is said: from today on, if there are talks, or else any. */
function daysFor(
  { time, narrowings }: ProgrammeRequest,
  now: Now,
  days: readonly string[],
): (zone: string) => DayRange {
  const todayIn = (zone: string) => dateIn(zone, now.at)
  switch (time?.kind) {
    // What began before midnight may still be on, and what is ahead may be after it.
    case 'now':
    case 'ahead':
      return (zone) => ({ first: addDays(todayIn(zone), -1), last: addDays(todayIn(zone), 1) })
    case 'from-now':
      return (zone) => ({ first: todayIn(zone), last: addDays(todayIn(zone), time.minutes ? 1 : 0) })
    case 'left':
      return (zone) => ({ first: todayIn(zone), last: todayIn(zone) })
    case 'missed':
      return (zone) => ({ first: addDays(todayIn(zone), -maxDaysMissed), last: todayIn(zone) })
    case 'next':
      return (zone) => ({ first: todayIn(zone), last: always.last })
    default: {
      const next = days.find((day) => day >= todayIn(now.zone))
      // A question about a person at any time is not only about what is still to come.
      const isOpen = next === undefined || narrowings.some(({ field }) => field === 'event')
      return () => (isOpen ? always : { first: next, last: isBoundTime(time) ? next : always.last })
    }
  }
}
