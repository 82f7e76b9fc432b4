import { monthNames } from '../../calendar/day-names.ts'
import { addDays, type DayRange, dateIn, timeIn } from '../../calendar/days.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { slotsOf } from '../../notes/slots.ts'
import type { Event, Slot } from '../../notes/talk.ts'
import { keyOfName } from '../../search/filter/doc-values.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import type { SearchEngine, SearchResult, SearchResults } from '../../search/search-engine.ts'
import { joined } from '../../text/joined.ts'
import { describeSlot } from '../describe-slot.ts'
import type { Listing } from '../listing/listing.ts'
import { describeProgramme } from './describe-programme.ts'
import { type MeantDays, meantDays } from './meant-days.ts'
import { isOnDays, pickSessions, type Session } from './pick-sessions.ts'
import type { ProgrammeRequest } from './programme-request.ts'
import { readProgrammeRequest } from './read-programme-request.ts'

export interface ProgrammeOptions {
  readonly now: Now
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

const defaultLines = 20
/** No programme of a day, and none of an event that is narrowed to a room, has more talks. */
const maxTalks = 5000
/** What share of the best talk's coverage a talk on the topic has. */
const minShareOfTopic = 0.7

/**
 * Answers what is on when and where, in order of time; undefined for any other question. Days are those of each event's own
 * zone, and so are all times that are said.
 */
export async function answerProgramme(
  query: Query,
  { engine, events }: { readonly engine: SearchEngine; readonly events: readonly Event[] },
  { now, limit = defaultLines, offset = 0 }: ProgrammeOptions,
): Promise<Listing | undefined> {
  const names = await engine.names()
  const request = readProgrammeRequest(query, names)
  if (request === undefined) return undefined
  const { rooms, narrowings, topic, time } = request
  const isNarrowed = rooms.length + narrowings.length > 0
  const clauses = [...narrowings, ...rooms].map(({ clause }) => clause)
  const find = async (more: readonly string[]) =>
    engine.search(parseQuery([topic ?? '', ...clauses, ...more].join(' ').trim()), {
      limit: maxTalks,
      spelling: topic !== undefined,
      ...(topic !== undefined && { minShare: minShareOfTopic }),
    })
  const all = isNarrowed || topic !== undefined ? await find([]) : undefined
  const days = all ? daysIn(all) : names.days()
  const zones = [...new Set([now.zone, ...events.flatMap(({ zone }) => zone ?? [])])]
  const meant = daysOf(request, now, days)
  if ('problem' in meant) return undefined
  const range = meant.in(now.zone)
  const found = all ?? (await find([`date:${spanOf(zones.map(meant.in))}`]))
  // That a day has no talks is said in another way.
  const unknown = (all?.notices ?? []).filter(({ kind }) => kind === 'unknown-value')
  if (request.isRoomGuessed && !unknown.some(({ suggestion }) => suggestion)) return undefined
  const sessions = found.results.flatMap((result) => sessionsOf(result, now))
  const onDays = sessions.filter(
    ({ slot, given }) =>
      isOnDays(slot, meant.in(given.talk.event.zone ?? now.zone)) && isInRooms(slot, request),
  )
  const fitting = pickSessions(onDays, time)
  const picked =
    request.days === undefined && (time?.kind === 'at' || time?.kind === 'within')
      ? firstDay(fitting, now)
      : fitting
  const isDaySaid = request.days !== undefined || (time?.kind !== 'now' && time?.kind !== 'next')
  const shownDays = isOpen(range) ? daysSpan(picked) : range
  const total = picked.length
  const near = { days, areDaysKnown: names.days().length > 0, range, today: dateIn(now.zone, now.at) }
  const start = offset < total ? offset : Math.max(0, Math.ceil(total / limit) - 1) * limit
  const shown = picked.slice(start, start + limit)
  return {
    kind: 'listing',
    question: query.text,
    of: 'talk',
    explanation: [
      describeProgramme(request, total, isDaySaid ? shownDays : undefined),
      ...(unknown.length > 0
        ? unknown.map(({ message }) => message)
        : total === 0
          ? nearby(sessions, request, near)
          : []),
      ...zoneSentence(shown, now),
    ].join(' '),
    results: shown.map(({ given }) => given),
    slots: shown.map(({ slot }) => slot),
    values: [],
    offset: start,
    total,
    suggestions: total === 0 ? [...corrected(query.text, request, unknown), ...questionsNear(near)] : [],
    notices: query.notices,
    isStartedAgain: false,
    corpusVersion: found.corpusVersion,
  }
}

/** If no day is said: from today on, if there are talks, or else any. */
function daysOf({ days: phrase, time }: ProgrammeRequest, now: Now, days: readonly string[]): MeantDays {
  if (phrase !== undefined) return meantDays(phrase, now, days)
  const todayIn = (zone: string) => dateIn(zone, now.at)
  // What began before midnight may still be on.
  if (time?.kind === 'now')
    return { in: (zone) => ({ first: addDays(todayIn(zone), -1), last: todayIn(zone) }) }
  if (time?.kind === 'next') return { in: (zone) => ({ first: todayIn(zone), last: always.last }) }
  // Whatever fits the time first is looked for among all days.
  if (time?.kind === 'at' || time?.kind === 'within') return { in: () => always }
  const next = days.find((day) => day >= todayIn(now.zone))
  // A room alone: all that is still to come in it.
  return { in: () => (next === undefined ? always : { first: next, last: always.last }) }
}

/** Those of today or of the next day after; if there is none, all. */
function firstDay<Given>(sessions: readonly Session<Given>[], now: Now): readonly Session<Given>[] {
  const today = dateIn(now.zone, now.at)
  const day = sessions.map(({ slot }) => slot.date ?? '').filter((date) => date >= today)[0]
  return day === undefined ? sessions : sessions.filter(({ slot }) => slot.date === day)
}

const always: DayRange = { first: '0000-01-01', last: '9999-12-31' }
const isOpen = ({ first, last }: DayRange) => first === always.first || last === always.last

function spanOf(ranges: readonly DayRange[]): string {
  const first = ranges.map((range) => range.first).sort()[0]!
  const last = ranges
    .map((range) => range.last)
    .sort()
    .at(-1)!
  return `${first}..${last}`
}

const daysSpan = (sessions: readonly Session<SearchResult>[]): DayRange | undefined => {
  const days = sessions.flatMap(({ slot }) => slot.date ?? []).sort()
  const [first] = days
  return first === undefined ? undefined : { first, last: days.at(-1)! }
}

const daysIn = ({ results }: SearchResults): readonly string[] =>
  [...new Set(results.flatMap(({ talk }) => slotsOf(talk).flatMap(({ date }) => date ?? [])))].sort()

function sessionsOf(given: SearchResult, now: Now): readonly Session<SearchResult>[] {
  const zone = given.talk.event.zone ?? now.zone
  const here = { date: dateIn(zone, now.at), time: timeIn(zone, now.at) }
  return slotsOf(given.talk).map((slot) => ({ given, slot, here }))
}

/** A talk that is given in several rooms is in the one that is asked for only at some of its times. */
function isInRooms({ room }: Slot, { rooms }: ProgrammeRequest): boolean {
  if (rooms.length === 0) return true
  const key = keyOfName(room ?? '')
  return rooms.some(({ clause }) => {
    const words = keyOfName(clause.replace(/^[^:：]*[:：]/, ''))
      .trim()
      .split(' ')
    return words.every((word) => key.includes(` ${word} `))
  })
}

/** The question with the nearest room that the notes have. */
function corrected(
  question: string,
  { rooms }: ProgrammeRequest,
  unknown: readonly Notice[],
): readonly string[] {
  const [nearest] = unknown.flatMap(({ suggestion }) => suggestion ?? [])
  const [room] = rooms
  if (nearest === undefined || room === undefined) return []
  return [question.replace(room.name, () => nearest.replaceAll('"', ''))]
}

/** Days with talks such as those that were asked for, and the days that were. */
interface NearDays {
  readonly days: readonly string[]
  /** Whether any talk of the notes has a day. */
  readonly areDaysKnown: boolean
  readonly range: DayRange
  readonly today: string
}

/** Where there is nothing, what comes next, or was before. */
function nearby(
  sessions: readonly Session<SearchResult>[],
  { time, topic }: ProgrammeRequest,
  near: NearDays,
): readonly string[] {
  if (!near.areDaysKnown) return ['The notes do not say when talks are.']
  if (time?.kind === 'now') {
    const [next] = pickSessions(sessions, { kind: 'next' })
    if (next) return [`Next: “${next.given.talk.title}”, ${describeSlot(next.slot)}.`]
  }
  const day = nearestDay(near)
  if (day === undefined) return []
  const such = topic === undefined ? 'with talks' : 'with such talks'
  if (isOnDays({ date: day }, near.range)) return [`On ${describeDate(day)} there are talks at other times.`]
  if (day > near.range.last) return [`The next day ${such} is ${describeDate(day)}.`]
  return [`The last day ${such} before ${day < near.today ? 'was' : 'is'} ${describeDate(day)}.`]
}

/** One that was asked for, if only the time does not fit; else the first one after, or the last one before. */
const nearestDay = ({ days, range }: NearDays): string | undefined =>
  days.find((date) => isOnDays({ date }, range)) ??
  days.find((day) => day > range.last) ??
  days.findLast((day) => day < range.first)

function questionsNear(near: NearDays): readonly string[] {
  const date = nearestDay(near)
  if (date === undefined) return []
  const [year, month, day] = date.split('-').map(Number)
  return [`What ${date < near.today ? 'was' : 'is'} on ${day} ${monthNames[month! - 1]} ${year}?`]
}

/** Only if their clocks differ from those of whoever asks. */
export function zoneSentence(
  sessions: readonly Pick<Session<SearchResult>, 'given' | 'slot'>[],
  now: Now,
): readonly string[] {
  const timed = sessions.filter(({ slot }) => slot.starts !== undefined)
  const zones = [...new Set(timed.flatMap(({ given }) => given.talk.event.zone ?? []))]
  const others = zones.filter((zone) => timeIn(zone, now.at) !== timeIn(now.zone, now.at))
  return others.length === 0 ? [] : [`Times are those of ${joined(others, 'and')}.`]
}
