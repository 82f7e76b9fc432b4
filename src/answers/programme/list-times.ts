import { describeDays } from '../../calendar/describe-days.ts'
import { describeMinutes } from '../../calendar/describe-minutes.ts'
import type { Now } from '../../calendar/now.ts'
import type { Talk } from '../../notes/talk.ts'
import { minutesOf, slotLength } from '../../notes/talk-slots.ts'
import { pageStart, type SearchEngine, type SearchResult } from '../../search/search-engine.ts'
import { enumerate } from '../../text/enumerate.ts'
import { describeSlot } from '../describe-slot.ts'
import { defaultLines, type Listing } from '../listing/listing.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { zoneSentence } from './answer-programme.ts'
import { describePartOfDay } from './describe-programme.ts'
import type { DaysOfRequest } from './find/days-of-request.ts'
import { eventZone } from './find/event-zone.ts'
import { placeOfName } from './find/find-named-talks.ts'
import { type FoundSession, sessionsOf } from './find/find-sessions.ts'
import { inOrder, pickSessions } from './find/pick-sessions.ts'
import { isOn, isOver, momentOf, startMoment } from './find/slot-times.ts'
import type { TimePhrase } from './programme-request.ts'
import { readSessionKind } from './session-kinds.ts'
import { asksBeside, type SessionsTold, talksBeside } from './talks-beside.ts'
import type { WhenRequest } from './when-request.ts'

interface TimesOptions {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
  /** Default: the first twenty lines. */
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  /** The times that are asked for. Default: all. */
  readonly times?: TimesAsked | undefined
}

/** Days, and a part of them, at which a talk is looked for. */
export interface TimesAsked extends DaysOfRequest {
  readonly time?: TimePhrase
}

/** Lists when and where the talks that a request names are given, each at all its times, or what is given before, after or beside one. */
export async function listTimes(
  question: string,
  request: WhenRequest,
  results: readonly SearchResult[],
  { engine, now, corpusVersion, limit = defaultLines, offset = 0, times }: TimesOptions,
): Promise<Listing> {
  const sessions = results.flatMap((given) => sessionsOf(given, now))
  const all = inOrder(sessions.filter(({ slot }) => describeSlot(slot) !== ''))
  const then = times ? sessionsThen(all, times, now) : all
  const known = then.length > 0 ? then : all
  const meant = then.length > 0 && times ? results.filter((result) => isAmong(result, then)) : results
  const { explanation, shown } =
    known.length === 0
      ? { explanation: unknownTimes(results, request), shown: known }
      : asksBeside(request.asks)
        ? await talksBeside(request.asks, known, { engine, now })
        : timesOfTalks(request, meant, { known, isOtherwise: then.length === 0 })
  const total = known.length === 0 ? results.length : shown.length
  const start = pageStart(total, { offset, limit })
  const page = shown.slice(start, start + limit)
  const zone = zoneSentence(shown.length > 0 ? shown : known, now)
  const notThen = times && then.length === 0 && all.length > 0 ? [nothingThen(request, times, now)] : []
  const said = [...howNamed(request, meant), ...notThen, explanation, ...zone]
  return {
    ...sentenceAlone(question, said.join(' '), { corpusVersion }),
    results: known.length === 0 ? results.slice(start, start + limit) : page.map(({ given }) => given),
    slots: page.map(({ slot }) => slot),
    offset: start,
    total,
  }
}

/** Those on the days and at the time that are asked for. */
const sessionsThen = (sessions: readonly FoundSession[], { time, ...days }: TimesAsked, now: Now) =>
  pickSessions(sessions, { time, daysOf: ({ given }) => days.in(eventZone(given.talk.event, now)) })

/** `The notes have no talk for “Ada” on Friday 4 December 2026, before 12:00.` */
function nothingThen({ named }: WhenRequest, { time, ...days }: TimesAsked, now: Now): string {
  const part = time ? describePartOfDay(time, { picked: [], lunchOn: () => undefined }) : ''
  const when = [describeDays(days.in(now.zone)), part].filter(Boolean).join(', ')
  return `The notes have no talk for “${named}” ${when}.`
}

const isAmong = ({ talk }: SearchResult, sessions: readonly FoundSession[]) =>
  sessions.some(({ given }) => given.talk.id === talk.id)

/** Says that no talk has that name, if talks are only tagged with it or mention it. */
function howNamed({ named, isTalk }: WhenRequest, results: readonly SearchResult[]): readonly string[] {
  const [first] = results
  if (!isTalk || first === undefined || readSessionKind(named.split(' '), 0) !== undefined) return []
  const place = placeOfName(first.talk, named)
  if (place === 'title') return []
  const isOne = results.length === 1
  if (place === 'tag')
    return [`No title has “${named}”; ${isOne ? 'this talk has' : 'these have'} it as a tag.`]
  return [`No title or tag has “${named}”; ${isOne ? 'this talk mentions' : 'these mention'} it.`]
}

function timesOfTalks(
  request: WhenRequest,
  results: readonly SearchResult[],
  { known, isOtherwise }: { readonly known: readonly FoundSession[]; readonly isOtherwise: boolean },
): SessionsTold {
  const [only] = results
  if (results.length > 1 || only === undefined)
    return {
      explanation: [
        `${results.length} talks for “${request.named}”${isOtherwise ? ' at other times' : ''}.`,
        ...withoutTime(results, known),
        ...(areOver(known) ? [overAll(known.length, results.length)] : []),
      ].join(' '),
      shown: known,
    }
  const { title } = only.talk
  const said = `${whatIsAsked(request, title, known)}: ${timesNamed(known)}.`
  return { explanation: [said, ...standing(known)].join(' '), shown: known }
}

function overAll(known: number, all: number): string {
  if (known === all) return 'All are over.'
  return known === 1 ? 'The other is over.' : 'The others are over.'
}

/** Talks that a list of times lacks are named. */
function withoutTime(results: readonly SearchResult[], known: readonly FoundSession[]): readonly string[] {
  const titles = results.filter((result) => !isAmong(result, known)).map(({ talk }) => `“${talk.title}”`)
  if (titles.length === 0) return []
  const named = titles.length > maxNamed ? [`${titles.length} of them`] : titles
  return [`The notes do not say when ${enumerate(named, 'and')} ${titles.length > 1 ? 'are' : 'is'}.`]
}

/** So many times are read in a sentence; all of them are listed. */
const maxNamed = 3

/** Of many, those that are next, or else the first. */
function timesNamed(known: readonly FoundSession[]): string {
  const next = known.filter((session) => !isOver(session))
  const named = known.length <= maxNamed ? known : (next.length > 0 ? next : known).slice(0, maxNamed)
  const more = known.length > named.length ? `; and ${known.length - named.length} more` : ''
  return `${named.map(({ slot }) => describeSlot(slot)).join('; ')}${more}`
}

/** What is said before the times, such as how long it takes. */
function whatIsAsked({ asks }: WhenRequest, title: string, known: readonly FoundSession[]): string {
  const slots = known.map(({ slot }) => slot)
  const lengths = [...new Set(slots.flatMap((slot) => slotLength(slot) ?? []))]
  switch (asks) {
    case 'end': {
      const ends = slots.flatMap((slot) => slot.ends ?? [])
      if (ends.length === 0) return `The notes do not say when “${title}” ends, only when it is`
      return ends.length === 1 ? `“${title}” ends at ${ends[0]}` : `“${title}”`
    }
    case 'length':
      if (lengths.length === 0) return `The notes do not say how long “${title}” takes, only when it is`
      return lengths.length === 1 ? `“${title}” takes ${describeMinutes(lengths[0]!)}` : `“${title}”`
    case 'where':
      return slots.some(({ room }) => room) ? `“${title}”` : `The notes name no room for “${title}”`
    default:
      return `“${title}”`
  }
}

const areOver = (sessions: readonly FoundSession[]) =>
  sessions.some(({ slot }) => startMoment(slot) !== '') && sessions.every(isOver)

const maxMinutesToBegin = 180

/** Says whether it is on, over or begins soon, by the clocks of its event. */
function standing(known: readonly FoundSession[]): readonly string[] {
  const timed = known.filter(({ slot }) => startMoment(slot) !== '')
  if (timed.some(({ slot, here }) => isOn(slot, here))) return ['It is on now.']
  if (areOver(timed)) return ['It is over.']
  const next = timed.find(({ slot, here }) => slot.date === here.date && startMoment(slot) > momentOf(here))
  const minutes = next && minutesOf(next.slot.starts!) - minutesOf(next.here.time)
  return minutes !== undefined && minutes <= maxMinutesToBegin
    ? [`It begins in ${describeMinutes(minutes)}.`]
    : []
}

const unknownTimes = (results: readonly SearchResult[], request: WhenRequest) =>
  [...new Set(results.map(({ talk }) => unknownTime(talk, request, results.length > 1)))].join(' ')

/** For several talks: what their event tells about all of them. */
function unknownTime(talk: Talk, { asks }: WhenRequest, isOneOfMany: boolean): string {
  const { title, event } = talk
  const { name, starts, ends, place, year } = event
  const began = starts && `which began ${describeDays({ first: starts, last: starts })}`
  const when =
    starts && ends ? describeDays({ first: starts, last: ends }) : (began ?? (year && `in ${year}`))
  const where = [when, place && `in ${place}`].filter(Boolean).join(', ')
  const isSaid = where === '' || name.includes(where.replace(/^in /, ''))
  const isLength = asks === 'length'
  const asked = asks === 'where' ? 'in which room' : 'when'
  if (isOneOfMany) {
    const unsaid = isLength ? 'how long these take' : `${asked} these are`
    return `The notes on ${name}${isSaid ? '' : `, ${where},`} do not say ${unsaid}.`
  }
  const said = saidOfTime(talk, asks)
  if (said !== undefined) return `The notes on “${title}” say: “${said}”.`
  if (isLength) return `The notes do not say how long “${title}” takes.`
  return `The notes do not say ${asked} “${title}” is. It is of ${name}${isSaid ? '' : `, ${where}`}.`
}

/** A line of a talk that says it in a form that is not understood: `Date: 12th & 13th Oct`. */
function saidOfTime({ sections }: Talk, asks: WhenRequest['asks']): string | undefined {
  const said = asks === 'length' ? lineOfLength : asks === 'where' ? lineOfPlace : lineOfTime
  return sections.flatMap(({ passages }) => passages).find(({ text }) => said.test(text))?.text
}

const lineOfTime =
  /^(?:date|day|time|when|datum|tag|uhrzeit|wann):[^.!?]{0,80}?(?:\d[:.]\d\d|\d ?[ap]m\b|\d(?:st|nd|rd|th)?\.? \p{L}{3}|\p{L}{3} \d)[^!?]{0,80}$/iu
const lineOfPlace = /^(?:venue|room|where|location|ort|raum|wo): [^!?]{3,80}$/i
const lineOfLength = /^(?:duration|length|dauer):[^.!?]{0,20}\d[^!?]{0,40}$/i
