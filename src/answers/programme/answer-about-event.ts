import { dateIn } from '../../calendar/days.ts'
import { describeDate, describeDays } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { readDate } from '../../calendar/read-date.ts'
import { skip, splitAtBlanks } from '../../calendar/word-at.ts'
import { inQuotes } from '../../search/query/parse-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { Listing } from '../listing/listing.ts'
import { zoneSentence } from './answer-programme.ts'
import { type FoundSession, sessionsOf, talkFinder } from './find/find-sessions.ts'
import { type Break, breaksOf, lunchOf } from './find/lunch.ts'
import { meantDays } from './find/meant-days.ts'
import { type EventDays, eventsOf, presentEvent } from './find/present-event.ts'
import type { WhenRequest } from './read/read-when-request.ts'

const lunchNamed = /^lunch(?:\s*(?:break|time))?(?:\s+(.+))?$/i
/** Lunch is one, and has its own way of being told. */
const breakNamed = /^(?:(next|current|first|last) )?(?:(?:coffee|tea|lunch) )?breaks?(?: (.+))?$/i
const anyEvent = /^(?:conference|conf|event)$/i
const nextEvent = /^next (?:conference|event|conf|meetup)$/i

/** Whether it is asked of breaks, whatever talks have the word. */
export const isBreak = ({ named }: WhenRequest) => breakNamed.test(named)

interface AboutEventParts {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
}

/** When an event is, or its breaks; undefined if neither is named, or nothing is known of its days. */
export async function answerAboutEvent(
  question: string,
  { asks, named }: WhenRequest,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const lunch = lunchNamed.exec(named)
  const isOfTime = asks === 'when' || asks === 'length' || asks === 'end'
  if (isOfTime && lunch) return aboutLunch(question, lunch[1] ?? '', notes)
  const [isBreak, which = '', on = ''] = breakNamed.exec(named) ?? []
  if (isOfTime && isBreak !== undefined) return aboutBreaks(question, { which, on }, notes)
  const isNext = nextEvent.test(named)
  const names = await notes.engine.names()
  const days = names.days()
  const all = days.length === 0 ? undefined : `date:${days[0]}..${days.at(-1)}`
  const clause = isNext || anyEvent.test(named) ? all : names.clauseFor('event', named)
  if (clause === undefined || (asks !== 'when' && asks !== 'where' && asks !== 'end')) return undefined
  const { results } = await talkFinder(notes.engine, { rooms: [], narrowings: [] })([clause])
  const today = dateIn(notes.now.zone, notes.now.at)
  const known = eventsOf(results.map(({ talk }) => talk)).filter(
    ({ event, days }) => !isNext || (event.starts ?? days[0]!) > today,
  )
  if (isNext && known.length === 0)
    return empty(question, 'The notes name no event that is still to come.', notes)
  const present = presentEvent(known, notes.now)
  const event = present?.event ?? results[0]?.talk.event
  if (event === undefined) return undefined
  const first = event.starts ?? present?.days[0]
  const last = event.ends ?? present?.days.at(-1) ?? first
  if (first === undefined || last === undefined) return undefined
  const place = event.place === undefined ? '' : `, in ${event.place}`
  const unknownPlace =
    asks === 'where' && event.place === undefined ? 'The notes do not say where it is. ' : ''
  const talks = results.filter(({ talk }) => talk.event.id === event.id).length
  const isSure = event.ends !== undefined || present !== undefined
  const be = last < today ? 'was' : 'is'
  const when = isSure ? `${be} ${describeDays({ first, last })}` : `began on ${describeDate(first)}`
  return {
    ...empty(question, `${unknownPlace}${event.name} ${when}${place}.`, notes),
    of: 'event',
    values: [{ value: event.name, talks, question: `list talks event:${inQuotes(event.name)}` }],
    total: 1,
  }
}

/** What the programme of a day leaves free around noon. */
async function aboutLunch(
  question: string,
  said: string,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const day = await dayAsked(question, said, notes)
  if (day === undefined) return undefined
  const unsaid = 'The notes do not say when lunch is'
  if (day.date === undefined) return empty(question, `${unsaid}, nor when talks are.`, notes)
  if (day.sessions.length === 0) return empty(question, `${unsaid}, and no talk is ${day.on}.`, notes)
  const lunch = lunchOf(day.sessions.map(({ slot }) => slot))
  const told = lunch
    ? `${unsaid}. No talk ${day.be} on from ${lunch.from} to ${lunch.until} ${day.on}.`
    : `${unsaid}, and no break around noon is known ${day.on}.`
  return empty(question, [told, ...zoneSentence(day.sessions, notes.now)].join(' '), notes)
}

/** When nothing is on between the talks of a day; of today, from now on. */
async function aboutBreaks(
  question: string,
  { which, on }: { readonly which: string; readonly on: string },
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const day = await dayAsked(question, on, notes)
  if (day === undefined) return undefined
  const unsaid = 'The notes do not say when breaks are'
  if (day.date === undefined) return empty(question, `${unsaid}, nor when talks are.`, notes)
  const [first] = day.sessions
  if (first === undefined) return empty(question, `${unsaid}, and no talk is ${day.on}.`, notes)
  if (/^next$/i.test(which) && day.be === 'was')
    return empty(question, `${unsaid}, and no talk is still to come.`, notes)
  const isLeft = ({ until }: Break) => day.date !== first.here.date || until > first.here.time
  const left = breaksOf(day.sessions.map(({ slot }) => slot)).filter(isLeft)
  const picked = /^last$/i.test(which) ? left.slice(-1) : which === '' ? left : left.slice(0, 1)
  const times = enumerate(
    picked.map(({ from, until }) => `from ${from} to ${until}`),
    'and',
  )
  const told =
    picked.length > 0
      ? `${unsaid}. No talk ${day.be} on ${times} ${day.on}.`
      : `${unsaid}, and none between talks ${day.be} left ${day.on}.`
  return empty(question, [told, ...zoneSentence(day.sessions, notes.now)].join(' '), notes)
}

interface DayAsked {
  /** Undefined if the notes do not say when talks are. */
  readonly date?: string
  /** `on Friday 27 November 2026` */
  readonly on: string
  readonly be: 'is' | 'was'
  /** Those of one event, that is on or next. */
  readonly sessions: readonly FoundSession[]
}

/**
 * The day of which a break is asked, and what is on then; undefined if something else may be meant.
 * @param said the day, as typed; if empty, today, or else the next day with talks or the last one
 */
async function dayAsked(
  question: string,
  said: string,
  { engine, now }: AboutEventParts,
): Promise<DayAsked | undefined> {
  const today = dateIn(now.zone, now.at)
  const days = (await engine.names()).days()
  const words = splitAtBlanks(said)
  const read = readDate(words, skip(words, 0, /^on$/))
  if (words.length > 0 && read?.end !== words.length) return undefined
  const meant = read && meantDays(read.days, now, { days })
  const asked = meant && 'in' in meant ? meant.in(now.zone).first : undefined
  if (meant !== undefined && asked === undefined) return undefined
  const date = asked ?? days.find((one) => one >= today) ?? days.at(-1)
  // Alone, the word may be a topic.
  const isToCome = (days.at(-1) ?? '') >= today
  if (!isToCome && !/\b(?:when|time)/i.test(question)) return undefined
  if (date === undefined) return { on: '', be: 'is', sessions: [] }
  const day = {
    date,
    on: describeDays({ first: date, last: date }),
    be: date < today ? 'was' : 'is',
  } as const
  if (!days.includes(date)) return { ...day, sessions: [] }
  const { results } = await talkFinder(engine, { rooms: [], narrowings: [] })([`date:${date}`])
  const { event } = presentEvent(eventsOf(results.map(({ talk }) => talk)), now) as EventDays
  const sessions = results
    .filter(({ talk }) => talk.event.id === event.id)
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ slot }) => slot.date === date)
  return { ...day, sessions }
}

const empty = (question: string, explanation: string, { corpusVersion }: AboutEventParts): Listing => ({
  kind: 'listing',
  question,
  of: 'talk',
  explanation,
  results: [],
  values: [],
  offset: 0,
  total: 0,
  suggestions: [],
  notices: [],
  isStartedAgain: false,
  corpusVersion,
})
