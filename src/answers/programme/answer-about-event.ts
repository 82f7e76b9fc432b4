import { dateIn } from '../../calendar/days.ts'
import { describeDate, describeDays } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { readDate } from '../../calendar/read-date.ts'
import { skip, splitAtBlanks } from '../../calendar/word-at.ts'
import { inQuotes } from '../../search/query/parse-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import type { Listing } from '../listing/listing.ts'
import { zoneSentence } from './answer-programme.ts'
import { sessionsOf, talkFinder } from './find/find-sessions.ts'
import { lunchOf } from './find/lunch.ts'
import { meantDays } from './find/meant-days.ts'
import { type EventDays, eventsOf, presentEvent } from './find/present-event.ts'
import type { WhenRequest } from './read/read-when-request.ts'

const lunchNamed = /^lunch(?:\s*(?:break|time))?(?:\s+(.+))?$/i
const anyEvent = /^(?:conference|conf|event)$/i
const nextEvent = /^next (?:conference|event|conf|meetup)$/i

interface AboutEventParts {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
}

/** When an event is, or its lunch break; undefined if neither is named, or nothing is known of its days. */
export async function answerAboutEvent(
  question: string,
  { asks, named }: WhenRequest,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const lunch = lunchNamed.exec(named)
  const isOfTime = asks === 'when' || asks === 'length' || asks === 'end'
  if (isOfTime && lunch) return aboutLunch(question, lunch[1] ?? '', notes)
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

/**
 * What the programme of a day leaves free around noon.
 * @param said the day, as typed; if empty, today, or else the next day with talks or the last one
 */
async function aboutLunch(
  question: string,
  said: string,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const { engine, now } = notes
  const today = dateIn(now.zone, now.at)
  const days = (await engine.names()).days()
  const words = splitAtBlanks(said)
  const read = readDate(words, skip(words, 0, /^on$/))
  if (words.length > 0 && read?.end !== words.length) return undefined
  const meant = read && meantDays(read.days, now, { days })
  const asked = meant && 'in' in meant ? meant.in(now.zone).first : undefined
  if (meant !== undefined && asked === undefined) return undefined
  const day = asked ?? days.find((one) => one >= today) ?? days.at(-1)
  // Alone, the word may be a topic.
  const isToCome = (days.at(-1) ?? '') >= today
  if (!isToCome && !/\b(?:when|time)/i.test(question)) return undefined
  const unsaid = 'The notes do not say when lunch is'
  if (day === undefined) return empty(question, `${unsaid}, nor when talks are.`, notes)
  const on = describeDays({ first: day, last: day })
  if (!days.includes(day)) return empty(question, `${unsaid}, and no talk is ${on}.`, notes)
  const { results } = await talkFinder(engine, { rooms: [], narrowings: [] })([`date:${day}`])
  const { event } = presentEvent(eventsOf(results.map(({ talk }) => talk)), now) as EventDays
  const sessions = results
    .filter(({ talk }) => talk.event.id === event.id)
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ slot }) => slot.date === day)
  const lunch = lunchOf(sessions.map(({ slot }) => slot))
  const be = day < today ? 'was' : 'is'
  const told = lunch
    ? `${unsaid}. No talk ${be} on from ${lunch.from} to ${lunch.until} ${on}.`
    : `${unsaid}, and no break around noon is known ${on}.`
  return empty(question, [told, ...zoneSentence(sessions, now)].join(' '), notes)
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
