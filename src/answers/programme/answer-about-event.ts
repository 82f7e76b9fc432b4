import { describeDate, describeDays } from '../../calendar/describe-days.ts'
import { dateIn } from '../../calendar/in-zone.ts'
import type { Now } from '../../calendar/now.ts'
import type { Talk } from '../../notes/talk.ts'
import { slotsOf } from '../../notes/talk-slots.ts'
import { keyOfName } from '../../search/filter/doc-values.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { everyTalk } from '../listing/every-talk.ts'
import type { Listing } from '../listing/listing.ts'
import { offeredLists } from '../listing/offered-lists.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { daysInName, headOfName, yearInName } from './find/days-in-name.ts'
import { talkFinder } from './find/find-sessions.ts'
import { type EventDays, eventsOf, presentEvent } from './find/present-event.ts'
import type { WhenRequest } from './when-request.ts'

export interface AboutEventParts {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
}

/** Says when or where an event is; undefined if none is named, or nothing is known of its days. */
export async function answerAboutEvent(
  question: string,
  { asks, named }: WhenRequest,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  if (!asksOfEvent.has(asks)) return undefined
  const asked = readEvent(named)
  const names = await notes.engine.names()
  const whole = clauseFor(asked, names)
  const called = asked.called.replace(aConference, '')
  const clause =
    whole ?? names.clauseFor('event', asked.called, true) ?? names.clauseFor('event', called, true)
  if (clause === undefined) return undefined
  const { results } = await talkFinder(notes.engine)([clause])
  const found = results.map(({ talk }) => talk)
  // `the sails conference`: of several it may be any.
  const isOnlyOne = called !== asked.called && new Set(found.map(({ event }) => event.id)).size === 1
  const isNamed = whole !== undefined || isOnlyOne
  const talks = isNamed ? found : found.filter(({ event }) => isHead(asked.called, event.name))
  // If no talk has a day, nothing tells which one is meant.
  const isAnyOfSeveral = clause === everyTalk && new Set(talks.map(({ event }) => event.id)).size > 1
  if (isAnyOfSeveral && !asked.isNext) return undefined
  const today = dateIn(notes.now.zone, notes.now.at)
  const meant = asked.isNext ? nextEvent(talks, notes.now) : eventOf(talks, notes.now)
  // By a part of its name, people may ask for something else; days that are known, or a year, tell that they do not.
  const isSure = isNamed || yearInName(asked.called) !== undefined
  if (!isSure && meant && (meant.event.starts ?? meant.days) === undefined) return undefined
  if (meant) {
    const { event } = meant
    // By days, only its talks that have one are found.
    const given = asked.any
      ? (await talkFinder(notes.engine)([`event:${inQuotes(event.name)}`])).results.map(({ talk }) => talk)
      : talks
    const ofEvent = given.filter((talk) => talk.event.id === event.id)
    const count = ofEvent.length
    return {
      ...sentenceAlone(question, describeEvent(meant, ofEvent, { asks, today }), notes),
      of: 'event',
      values: [{ value: event.name, talks: count, question: `list talks event:${inQuotes(event.name)}` }],
      total: 1,
    }
  }
  if (!asked.isNext) return undefined
  const what = asked.any ? 'event' : asked.called
  return {
    ...sentenceAlone(question, `The notes name no ${what} that is still to come.`, notes),
    suggestions: [offeredLists.event],
  }
}

const asksOfEvent: ReadonlySet<WhenRequest['asks']> = new Set(['when', 'where', 'place', 'end', 'length'])

interface EventAsked {
  /** Its name, without `next`. */
  readonly called: string
  /** Whether the next one of that name is meant. */
  readonly isNext: boolean
  /** If it is only called an event: the year, if one is said. */
  readonly any: { readonly year: string | undefined } | undefined
}

const anyEvent =
  /^(?:(?:this|that|our) )?(?:(?<before>(?:19|20)\d\d) )?(?:conference|conf|event|meetup)(?: (?:in |of )?(?<after>(?:19|20)\d\d))?$/i
const ofNext = /^next /i
const aConference = / (?:conf|conference)$/i

/** readEvent('next conference') // => { called: 'conference', isNext: true, any: { year: undefined } } */
function readEvent(named: string): EventAsked {
  const called = named.replace(ofNext, '')
  const any = anyEvent.exec(called)?.groups
  return { called, isNext: ofNext.test(named), any: any && { year: any.before ?? any.after } }
}

/** The clauses that find the talks of the events that may be meant; undefined if none has that name. */
function clauseFor({ called, isNext, any }: EventAsked, names: KnownNames): string | undefined {
  if (!any) return names.clauseFor('event', called, isNext)
  if (any.year) return `year:${any.year}`
  const days = names.days()
  return days.length > 0 ? `date:${days[0]}..${days.at(-1)}` : everyTalk
}

/** Whether a name is what people call an event whose full name has its place and days too, with its year or without it. */
const isHead = (called: string, name: string) =>
  [headOfName(name), headOfName(name).replace(/ \d{4}$/, '')].some(
    (head) => keyOfName(head) === keyOfName(called),
  )

/** The event that is meant, with the days of its talks, as far as they are known. */
type EventMeant = Pick<EventDays, 'event'> & Partial<EventDays>

/** The event of these talks; if there are several, the one that is on or next. One without days only if there is no other. */
function eventOf(talks: readonly Talk[], now: Now): EventMeant | undefined {
  const [any] = talks.map(({ event }) => ({ event }))
  return presentEvent(datedEvents(talks), now) ?? any
}

/** The events of these talks that have days: those of their talks, or else those in their name. */
function datedEvents(talks: readonly Talk[]): readonly EventDays[] {
  const ofTalks = eventsOf(talks)
  const others = talks.filter((talk) => !ofTalks.some(({ event }) => event.id === talk.event.id))
  const ofNames = others.flatMap(({ event }) => {
    const days = daysInName(event.name)
    return days ? [{ event, days: [days.first, days.last] }] : []
  })
  return [...ofTalks, ...ofNames]
}

/** The first of those that are still to come. */
function nextEvent(talks: readonly Talk[], now: Now): EventMeant | undefined {
  const today = dateIn(now.zone, now.at)
  const toCome = datedEvents(talks).filter(({ event, days }) => (event.starts ?? days[0]!) > today)
  const [later] = talks
    .map(({ event }) => ({ event }))
    .filter(({ event: { starts = '' } }) => starts > today)
    .toSorted((a, b) => (a.event.starts! < b.event.starts! ? -1 : 1))
  return presentEvent(toCome, now) ?? later
}

const unsaid: Partial<Record<WhenRequest['asks'], string>> = {
  where: 'where',
  place: 'where',
  length: 'how long',
}

/** Says when it is, and where, or that the notes do not say it. */
function describeEvent(
  { event, days }: EventMeant,
  talks: readonly Talk[],
  { asks, today }: Pick<WhenRequest, 'asks'> & { readonly today: string },
): string {
  const { name, place, year = yearInName(name) ?? Number.POSITIVE_INFINITY } = event
  const isOfPlace = asks === 'where' || asks === 'place'
  const first = event.starts ?? days?.[0]
  const last = event.ends ?? days?.at(-1) ?? first
  const isOver = last === undefined ? year < Number(today.slice(0, 4)) : last < today
  const be = isOver ? 'was' : 'is'
  if (first === undefined || last === undefined) {
    if (!isOfPlace) return `The notes do not say ${unsaid[asks] ?? 'when'} ${name} ${be}.`
    return place === undefined ? lacksPlace(name, be) : `${name} ${be} in ${place}.`
  }
  const dated = talks.filter((talk) => slotsOf(talk).some(({ date }) => date !== undefined)).length
  // The day of one page among many may be that of something else.
  if (event.starts === undefined && 0 < dated && dated * manyPerDated < talks.length) {
    const unknown = isOfPlace ? lacksPlace(name, be) : `The notes do not say when ${name} ${be}.`
    const areOn =
      dated === 1
        ? `One of its ${talks.length} talks ${be}`
        : `${dated} of its ${talks.length} talks ${isOver ? 'were' : 'are'}`
    return `${unknown} ${areOn} ${describeDays({ first, last })}.`
  }
  const isEndKnown = event.ends !== undefined || days !== undefined
  const when = isEndKnown ? `${be} ${describeDays({ first, last })}` : `began on ${describeDate(first)}`
  if (place !== undefined) return `${name} ${when}, in ${place}.`
  return isOfPlace ? `${lacksPlace(name, be)} It ${when}.` : `${name} ${when}.`
}

/** If only one of more talks than these has a day, the event need not be on it. */
const manyPerDated = 4

/** What stands in a name beside what people call the event may be its place. */
const lacksPlace = (name: string, be: string) =>
  headOfName(name) === name
    ? `The notes do not say where ${name} ${be}.`
    : `The notes do not say where it ${be}, unless its name does: ${name}.`
