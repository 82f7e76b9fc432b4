import { addDays, type DayRange } from '../../../calendar/days.ts'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Event, Talk } from '../../../notes/talk.ts'
import type { Notice } from '../../../search/query/query.ts'
import type { SearchEngine, SearchResult } from '../../../search/search-engine.ts'
import type { RoomsThere } from '../nearest-rooms.ts'
import { always, isBoundTime, type ProgrammeRequest } from '../programme-request.ts'
import type { Break } from './breaks.ts'
import { type DaysOfRequest, daysOfRequest } from './days-of-request.ts'
import { eventZone } from './event-zone.ts'
import {
  daysOf,
  type FindTalks,
  type FoundSession,
  sessionsOf,
  type TalksOfRequest,
  talkFinder,
} from './find-sessions.ts'
import { lunchBreaks } from './lunch-breaks.ts'
import { pickSessions } from './pick-sessions.ts'
import { isInRooms } from './rooms-asked.ts'
import { endMoment, isOver, momentOf } from './slot-times.ts'

/** What was found of what was asked for. */
export interface Programme {
  readonly request: ProgrammeRequest
  /** What was asked for, in order. */
  readonly picked: readonly FoundSession[]
  /** Everything that is on these days, as far as it was looked for. */
  readonly onDays: readonly FoundSession[]
  /** The days that were asked for, by the asker's clock. */
  readonly range: DayRange
  /** Why there are no such days. */
  readonly problem?: string
  /** The event whose days were asked for. */
  readonly event?: Event
  /** Those that are on these days, if any talk is asked for, and of which no talk has a day of them. */
  readonly undatedEvents: readonly Event[]
  /** All days with such talks, in order. */
  readonly days: readonly string[]
  /** All days with talks. */
  readonly allDays: readonly string[]
  /** What comes next, if nothing is there, and it was asked for by the clock. */
  readonly next?: FoundSession
  /** What was last, if nothing comes next either. */
  readonly last?: FoundSession
  /** The lunch break of a day, if it was asked for and is known. */
  readonly lunchOn: (date: string) => Break | undefined
  /** The rooms that there are, if none that was asked for is known. */
  readonly roomsThere: RoomsThere
  /** Whether any talk of the notes is known to be of the kind that was asked for. */
  readonly isKindKnown: boolean
  readonly notices: readonly Notice[]
  readonly corpusVersion: string
}

interface ProgrammeParts {
  readonly engine: SearchEngine
  readonly events: readonly Event[]
}

/** Finds what a request asks for; undefined if the notes show that it asks for no programme. */
export async function findProgramme(
  asRead: ProgrammeRequest,
  { engine, events }: ProgrammeParts,
  now: Now,
): Promise<Programme | undefined> {
  const scope = await findScope(asRead, engine, now)
  if (scope.isAllOver && isSaidInPassing(asRead)) return undefined
  const asked = await daysOfRequest(asRead, { ...scope, find: talkFinder(engine), now })
  if (asked === undefined) return undefined
  const held = await findHeld(asked, scope, { events, now })
  const isKindKnown = asRead.kind === undefined || held.hasTalks || (await isOfNotes(asRead, engine))
  if (asksForElse(asRead, { ...scope, ...held, isKindKnown })) return undefined
  const { sessions, span, daysFor, notices, corpusVersion } = held

  const onDays = pickSessions(sessions, { time: undefined, daysOf: daysFor })
  const isLeft = asked.isLeft && !sessions.every(isOver)
  const request = isLeft ? { ...asRead, time: { kind: 'left' } as const } : withoutFree(asRead, onDays)
  const { rooms, time } = request
  const inRooms = sessions.filter(({ slot }) => isInRooms(slot.room, rooms))
  const breaks = time?.kind === 'lunch' ? await lunchBreaks(onDays, scope.own && engine, now) : undefined
  const lunchOn = (date: string) => breaks?.get(date)
  const fitting = pickSessions(inRooms, { time, daysOf: daysFor, lunchOn })
  const ofItsDay = (all: Sessions) => (isOfOneDay(request) ? firstDay(all, now) : all)
  const picked = ofItsDay(fitting)

  // What only stands beside a day may be anything, unless such talks are on then, or a time is said of a speaker whose days are known.
  const isSpeakerTimed = request.topic === undefined && time !== undefined && scope.days.length > 0
  if (request.isTopicGuessed && picked.length === 0 && !isSpeakerTimed) return undefined

  const range = asked.in(now.zone)
  const isAny = scope.own === undefined && time === undefined
  const around = isAny
    ? events.filter((event) => isDuring(event, range) && !sessions.some(({ given }) => isOf(given, event)))
    : []
  const undatedEvents = around.length > 0 ? undatedAmong(around, (await scope.find([])).results) : []

  const isNothingByClock = picked.length === 0 && time !== undefined && clockKinds.has(time.kind)
  const isRoomUnknown = inRooms.length === 0 && rooms.length > 0
  return {
    request,
    picked,
    onDays: ofItsDay(onDays),
    range,
    undatedEvents,
    ...(asked.problem !== undefined && { problem: asked.problem }),
    ...(asked.event && { event: asked.event }),
    days: scope.days,
    allDays: scope.allDays,
    ...(isNothingByClock && nextOrLast(scope.own ? inRooms : await sessionsAround(scope, now))),
    lunchOn,
    roomsThere: isRoomUnknown ? await roomsOn(request, { engine, span, daysFor, now }) : { rooms: [] },
    isKindKnown,
    notices,
    corpusVersion,
  }
}

type Sessions = readonly FoundSession[]

const isDuring = ({ starts, ends = starts }: Event, { first, last }: DayRange): boolean =>
  starts !== undefined && ends !== undefined && starts <= last && ends >= first

/** What a request is about, whenever that is. */
interface Scope {
  readonly find: FindTalks
  /** All talks of the request, if it is narrowed to any. */
  readonly own?: TalksOfRequest
  readonly talks: readonly Talk[] | undefined
  /** All days that these are on, and all that any talk is on, in order. */
  readonly days: readonly string[]
  readonly allDays: readonly string[]
  /** Whether the last day with talks is over. */
  readonly isAllOver: boolean
}

async function findScope(request: ProgrammeRequest, engine: SearchEngine, now: Now): Promise<Scope> {
  const find = talkFinder(engine, request)
  const allDays = (await engine.names()).days()
  const isAllOver = (allDays.at(-1) ?? '') < dateIn(now.zone, now.at)
  const common = { find, allDays, isAllOver }
  const { rooms, narrowings, topic, kind, kindLeftOut } = request
  const isNarrowed = rooms.length + narrowings.length > 0 || (topic ?? kind ?? kindLeftOut) !== undefined
  if (!isNarrowed) return { ...common, talks: undefined, days: allDays }
  const own = await find([])
  const days = daysOf(own.results.flatMap((result) => sessionsOf(result, now)))
  return { ...common, own, talks: own.results.map(({ talk }) => talk), days }
}

/** What of it is on about the days that are asked for. */
interface Held extends Pick<TalksOfRequest, 'notices' | 'corpusVersion'> {
  readonly sessions: Sessions
  /** Whether any talk was found, be its days known or not. */
  readonly hasTalks: boolean
  /** Days that have all that are asked for, as a field takes them. */
  readonly span: string
  readonly daysFor: (session: FoundSession) => DayRange
}

async function findHeld(
  asked: DaysOfRequest,
  { find, own }: Scope,
  { events, now }: Pick<ProgrammeParts, 'events'> & { readonly now: Now },
): Promise<Held> {
  const zones = [...new Set([now.zone, ...events.flatMap(({ zone }) => zone ?? [])])]
  const span = spanOf(zones.map(asked.in))
  const { results, ...found } = own ?? (await find([`date:${span}`]))
  const sessions = results
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ given }) => asked.event === undefined || given.talk.event.id === asked.event.id)
  const daysFor = ({ given }: FoundSession) => asked.in(eventZone(given.talk.event, now))
  return { ...found, sessions, hasTalks: results.length > 0, span, daysFor }
}

/** Whether what was read as a programme is something else, as the notes are. */
function asksForElse(
  { days, time }: ProgrammeRequest,
  {
    sessions,
    isKindKnown,
    isAllOver,
  }: Pick<Scope & Held & Programme, 'sessions' | 'isKindKnown' | 'isAllOver'>,
): boolean {
  // Fields of days alone find talks like any other field, if nothing is known of the hours.
  if (days?.kind === 'dates' && !sessions.some(({ slot }) => slot.starts)) return true
  // A word for such a session may be a topic, if the notes have none.
  if (days?.kind === 'whole' && !isKindKnown) return true
  // Nothing was on lately, and nothing is to come: if no day is named, something else was missed.
  return days === undefined && time?.kind === 'missed' && isAllOver && sessions.length === 0
}

/** If no talk is on that day, no room is free for that reason. */
function withoutFree(request: ProgrammeRequest, sessions: Sessions): ProgrammeRequest {
  const { isFree = false, of, ...rest } = request
  return isFree && sessions.length === 0 ? rest : request
}

/** Whether it may be about something else if no talk is to come: `what is left?` */
const isSaidInPassing = ({ days, time }: ProgrammeRequest) =>
  days === undefined &&
  time !== undefined &&
  (isBoundTime(time) || ['left', 'ahead', 'from-now'].includes(time.kind))

const clockKinds: ReadonlySet<string> = new Set(['now', 'next', 'ahead', 'from-now', 'left', 'missed'])

/** Whether a time of day is meant of one day, though none is said. */
const isOfOneDay = ({ days, time }: ProgrammeRequest) =>
  days === undefined &&
  time !== undefined &&
  (isBoundTime(time) || ['at', 'within', 'lunch'].includes(time.kind))

/** Those of today or of the next day after; if there is none, all. */
function firstDay(sessions: Sessions, now: Now): Sessions {
  const today = dateIn(now.zone, now.at)
  const isToCome = ({ slot, here }: FoundSession) =>
    (slot.date ?? '') >= today || endMoment(slot) > momentOf(here)
  const day = sessions.find(isToCome)?.slot.date
  return day === undefined ? sessions : sessions.filter(({ slot }) => slot.date === day)
}

async function isOfNotes({ kind }: ProgrammeRequest, engine: SearchEngine): Promise<boolean> {
  const found = await talkFinder(engine, { rooms: [], narrowings: [], ...(kind && { kind }) })([])
  return found.results.length > 0
}

function spanOf(ranges: readonly DayRange[]): string {
  const first = ranges.map((range) => range.first).sort()[0] ?? always.first
  const last =
    ranges
      .map((range) => range.last)
      .sort()
      .at(-1) ?? always.last
  // What began the day before may still be on.
  return `${first > always.first ? addDays(first, -1) : first}..${last}`
}

/** What comes next, or else what was last. */
function nextOrLast(sessions: Sessions): Pick<Programme, 'next' | 'last'> {
  const [next] = pickSessions(sessions, { time: { kind: 'next' } })
  const last = next ? undefined : pickSessions(sessions, { time: undefined }).findLast(isOver)
  return { ...(next && { next }), ...(last && { last }) }
}

/** Those of yesterday, of today and of the next day with talks. */
async function sessionsAround({ days, find }: Scope, now: Now): Promise<Sessions> {
  const today = dateIn(now.zone, now.at)
  const last = days.find((day) => day > addDays(today, 1)) ?? addDays(today, 1)
  const { results } = await find([`date:${addDays(today, -1)}..${last}`])
  return results.flatMap((result) => sessionsOf(result, now))
}

interface RoomsAsked extends Pick<Held, 'span' | 'daysFor'> {
  readonly engine: SearchEngine
  readonly now: Now
}

/** If more days than these stand in a row, naming them tells nothing. */
const maxDaysSaid = 14

/** The rooms of what else is asked for, on its days; if there are none, all. */
async function roomsOn(
  request: ProgrammeRequest,
  { engine, span, daysFor, now }: RoomsAsked,
): Promise<RoomsThere> {
  const { results } = await talkFinder(engine, { ...request, rooms: [] })([`date:${span}`])
  const sessions = results.flatMap((result) => sessionsOf(result, now))
  const there = pickSessions(sessions, { time: undefined, daysOf: daysFor })
  const rooms = [...new Set(there.flatMap(({ slot }) => slot.room ?? []))]
  const days = daysOf(there)
  if (rooms.length === 0) return { rooms: (await engine.names()).rooms }
  const [first, last] = [days[0]!, days.at(-1)!]
  return { rooms, ...(last <= addDays(first, maxDaysSaid) && { days: { first, last } }) }
}

const isOf = ({ talk }: Pick<SearchResult, 'talk'>, { id }: Event): boolean => talk.event.id === id

/** The events of which no talk has a day of its own. */
const undatedAmong = (events: readonly Event[], all: readonly SearchResult[]): readonly Event[] =>
  events.filter((event) => !all.some((result) => isOf(result, event) && result.talk.date !== undefined))
