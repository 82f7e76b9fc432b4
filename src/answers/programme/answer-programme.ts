import { describeDays } from '../../calendar/describe-days.ts'
import { dateIn, timeIn } from '../../calendar/in-zone.ts'
import type { Now } from '../../calendar/now.ts'
import type { Event } from '../../notes/talk.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import type { Query } from '../../search/query/query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import { pageStart, type SearchEngine, type SearchResult } from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { enumerate } from '../../text/enumerate.ts'
import { readExtremeRequest } from '../facts/read-extreme-request.ts'
import { defaultLines, type ListedValue, type Listing } from '../listing/listing.ts'
import { offeredLists } from '../listing/offered-lists.ts'
import { withoutFilters } from '../listing/read-narrowings.ts'
import { describeNear, questionFor, questionsNear } from './describe-near-days.ts'
import { describeProgramme } from './describe-programme.ts'
import { findProgramme, type Programme } from './find/find-programme.ts'
import { isTitle } from './find/is-title.ts'
import type { Session } from './find/pick-sessions.ts'
import { isInRooms } from './find/rooms-asked.ts'
import { valuesOnProgramme } from './list-values.ts'
import { describeUnknownRoom, nearestRoom } from './nearest-rooms.ts'
import { isBoundTime } from './programme-request.ts'
import { readDaySaid } from './read/read-day-said.ts'
import { readProgrammeRequest } from './read/read-programme-request.ts'
import { nounsOf } from './session-kinds.ts'

interface ProgrammeOptions {
  readonly now: Now
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/**
 * Answers what is on when and where, in order of time; undefined for any other question. Days are those of each event's own
 * zone, and so are all times that are said.
 */
export async function answerProgramme(
  query: Query,
  notes: { readonly engine: SearchEngine; readonly events: readonly Event[] },
  { now, limit = defaultLines, offset = 0 }: ProgrammeOptions,
): Promise<Listing | undefined> {
  const names = await notes.engine.names()
  const request = readProgrammeRequest(query, names)
  if (request === undefined || (await isTitle(query.text, notes.engine))) return undefined
  // For the longest talk it is not said when it is, nor what else is on that day.
  const said = readDaySaid(query, names)
  // What was on since a day is no programme.
  if (said?.bound !== undefined) return undefined
  const asked = said?.rest.text ?? withoutFilters(query)
  if (readExtremeRequest(asked) !== undefined) return undefined
  const programme = await findProgramme(request, notes, now)
  if (programme === undefined) return undefined
  const { picked } = programme
  const { of } = programme.request
  const values = of ? valuesOnProgramme(programme, of) : []
  const total = of ? values.length : picked.length
  const start = pageStart(total, { offset, limit })
  const shown = of ? [] : picked.slice(start, start + limit)
  const described = describeProgramme(programme, total, now)
  return {
    kind: 'listing',
    question: query.text,
    of: of ?? 'talk',
    explanation: [
      ...(isUntold(programme, names) ? [] : [described.text]),
      ...remarks(programme, names, now),
    ].join(' '),
    results: shown.map(({ given }) => given),
    slots: shown.map(({ slot }) => slot),
    dayStarts: described.isDaySaid ? [] : dayStarts(shown),
    values: values.slice(start, start + limit),
    offset: start,
    total,
    suggestions: suggestions(query.text, programme, names, now),
    notices: query.notices,
    isStartedAgain: false,
    corpusVersion: programme.corpusVersion,
  }
}

/** What to say besides how many there are: why there is nothing, and whose clocks are meant. */
function remarks(programme: Programme, names: KnownNames, now: Now): readonly string[] {
  const { picked, onDays, next, last, problem, request, undatedEvents } = programme
  if (problem !== undefined) return []
  const timed =
    picked.length > 0
      ? picked
      : next || last
        ? [...(next ? [next] : []), ...(last ? [last] : [])]
        : request.time
          ? onDays
          : []
  const { of } = request
  const isUnnamed = of !== undefined && picked.length > 0 && valuesOnProgramme(programme, of).length === 0
  return [
    ...(of === 'day' ? busiestDay(valuesOnProgramme(programme, of)) : []),
    ...(isUnnamed ? [`The notes name no ${of} of these talks.`] : []),
    ...undatedEvents.slice(0, maxUndated).map((event) => describeUndated(event, now)),
    ...(picked.length > 0 || request.isFree || undatedEvents.length > 0
      ? []
      : whyNothing(programme, names, now)),
    ...(of ? [] : zoneSentence(timed, now)),
  ]
}

/** Whether nothing can be counted, since the notes do not have what was asked for: the days of talks, or their times. */
function isUntold(
  { picked, onDays, request, next, last, problem, undatedEvents }: Programme,
  names: KnownNames,
): boolean {
  if (picked.length > 0 || request.isFree || problem !== undefined) return false
  if (undatedEvents.length > 0) return true
  const { time } = request
  const isByTime = time !== undefined && !isBoundTime(time) && onDays.length > 0 && !next && !last
  return names.days().length === 0 || (isByTime && onDays.every(({ slot }) => slot.starts === undefined))
}

const maxUndated = 3

/** When an event is of which nothing more is known. */
function describeUndated({ name, starts = '', ends = starts }: Event, now: Now): string {
  const be = ends < dateIn(now.zone, now.at) ? 'was' : 'is'
  const days = describeDays({ first: starts, last: ends })
  return `${name} ${be} ${days}; the notes do not say on which day each of its talks ${be}.`
}

/** Says which day has the most talks, if one has. */
function busiestDay(days: readonly ListedValue[]): readonly string[] {
  const [first, second] = days.toSorted((a, b) => (b.talks ?? 0) - (a.talks ?? 0))
  if (first?.talks === undefined || second?.talks === undefined || first.talks === second.talks) return []
  return [`The most, ${first.talks}, are on ${first.value}.`]
}

function whyNothing(programme: Programme, names: KnownNames, now: Now): readonly string[] {
  const { request, notices, isKindKnown, roomsThere } = programme
  const unknown = notices.filter(({ kind, start, end }) => kind === 'unknown-value' && end > start)
  const rooms = unknownRooms(programme, names)
  if (rooms.length > 0) return rooms.map((name) => describeUnknownRoom(name, roomsThere))
  const others = unknown.filter(({ message }) => !/^No talk is of/.test(message))
  if (others.length > 0) return others.map(({ message }) => message)
  if (!isKindKnown && request.kind)
    return [`The notes do not say which talks are ${nounsOf(request.kind)[1]}.`]
  if (names.days().length === 0) return ['The notes do not say when talks are.']
  return describeNear(request, nearDays(programme, now))
}

/** Rooms that were asked for and that no talk of the notes is in, as typed. */
const unknownRooms = ({ request }: Programme, names: KnownNames): readonly string[] =>
  request.rooms
    .filter((room) => !names.rooms.some((known) => isInRooms(known, [room])))
    .map(({ name }) => name)

const nearDays = ({ days, range, next, last, onDays }: Programme, now: Now) => ({
  days,
  range,
  next,
  last,
  isTimed: onDays.some(({ slot }) => slot.starts !== undefined),
  today: dateIn(now.zone, now.at),
})

function suggestions(question: string, programme: Programme, names: KnownNames, now: Now): readonly string[] {
  const { picked, days, request, range, problem, undatedEvents } = programme
  const today = dateIn(now.zone, now.at)
  if (problem !== undefined)
    return days
      .filter((day) => day >= today)
      .slice(0, 1)
      .map((day) => questionFor(day, today))
  if (picked.length === 0 && undatedEvents.length > 0)
    return undatedEvents.slice(0, maxUndated).map(({ name }) => `list talks event:${inQuotes(name)}`)
  if (picked.length === 0 && names.days().length === 0) return [...topicAlone(programme), offeredLists.talk]
  if (picked.length === 0 && !request.isFree) {
    const [unknown] = unknownRooms(programme, names)
    const nearest = unknown && nearestRoom(unknown, names.rooms)
    const corrected = unknown && nearest ? [question.replace(unknown, () => nearest)] : []
    const near = nearDays(programme, now)
    const such = questionsNear(near)
    return [
      ...corrected,
      ...topicAlone(programme),
      ...(such.length > 0 ? such : questionsNear({ ...near, days: programme.allDays })),
    ]
  }
  if (request.days?.kind !== 'whole') return []
  // After the rest of a day, people may want all of it, and then the next.
  const next = days.find((day) => day > range.last)
  return [...(request.time ? [today] : []), ...(next ? [next] : [])].map((day) => questionFor(day, today))
}

/** A question about a topic on some day, without the day. */
function topicAlone({ request: { topic, narrowings } }: Programme): readonly string[] {
  const name = topic ?? narrowings.find(({ field }) => field === 'tag')?.name
  return name === undefined ? [] : [asQuestion(`Any talks on ${name}`)]
}

/** The day that begins with each, if it is not the same as before. */
const dayStarts = (sessions: readonly Session<SearchResult>[]): readonly (string | undefined)[] =>
  sessions.map(({ slot }, at) => (slot.date === sessions[at - 1]?.slot.date ? undefined : slot.date))

/** Only if their clocks differ from the asker's. */
export function zoneSentence(
  sessions: readonly Pick<Session<SearchResult>, 'given' | 'slot'>[],
  now: Now,
): readonly string[] {
  const timed = sessions.filter(({ slot }) => slot.starts !== undefined)
  const zones = [...new Set(timed.flatMap(({ given }) => given.talk.event.zone ?? []))]
  const others = zones.filter((zone) => timeIn(zone, now.at) !== timeIn(now.zone, now.at))
  return others.length === 0 ? [] : [`Times are those of ${enumerate(others, 'and')}.`]
}
