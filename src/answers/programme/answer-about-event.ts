import { addDays, dateIn } from '../../calendar/days.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { readDate } from '../../calendar/read-date.ts'
import { skip, splitWords } from '../../calendar/word-at.ts'
import { inQuotes } from '../../search/query/parse-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import type { Listing } from '../listing/listing.ts'
import { zoneSentence } from './answer-programme.ts'
import { describeDays } from './describe-programme.ts'
import { sessionsOf, talkFinder } from './find/find-sessions.ts'
import { lunchOf } from './find/lunch.ts'
import { meantDays } from './find/meant-days.ts'
import { type EventDays, eventsOf, presentEvent } from './find/present-event.ts'
import type { WhenRequest } from './read/read-when-request.ts'

const lunchNamed = /^lunch(?:\s*(?:break|time))?(?:\s+(.+))?$/i
const nextEvent = /^next (?:conference|event|conf|meetup)$/i
const tomorrow = ({ zone, at }: Now) => addDays(dateIn(zone, at), 1)

interface Notes {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
}

/** When an event is, or its lunch break; undefined if neither is named, or nothing is known of its days. */
export async function answerAboutEvent(
  question: string,
  { asks, named }: WhenRequest,
  notes: Notes,
): Promise<Listing | undefined> {
  const lunch = lunchNamed.exec(named)
  if (asks === 'when' && lunch) return aboutLunch(question, lunch[1] ?? '', notes)
  const isNext = nextEvent.test(named)
  const clause = isNext
    ? `since:${tomorrow(notes.now)}`
    : (await notes.engine.names()).clauseFor('event', named)
  if (clause === undefined || (asks !== 'when' && asks !== 'where' && asks !== 'end')) return undefined
  const { results } = await talkFinder(notes.engine, { rooms: [], narrowings: [] })([clause])
  const today = dateIn(notes.now.zone, notes.now.at)
  const known = eventsOf(results.map(({ talk }) => talk)).filter(
    ({ event, days }) => !isNext || (event.starts ?? days[0]!) > today,
  )
  if (isNext && known.length === 0) return undefined
  const present = presentEvent(known, notes.now)
  const event = present?.event ?? results[0]?.talk.event
  if (event === undefined) return undefined
  const first = event.starts ?? present?.days[0]
  const last = event.ends ?? present?.days.at(-1) ?? first
  if (first === undefined || last === undefined) return undefined
  const place = event.place === undefined ? '' : `, in ${event.place}`
  const talks = results.filter(({ talk }) => talk.event.id === event.id).length
  const isSure = event.ends !== undefined || present !== undefined
  const when = isSure ? `is ${describeDays({ first, last })}` : `began on ${describeDate(first)}`
  return {
    ...empty(question, `${event.name} ${when}${place}.`, notes),
    of: 'event',
    values: [{ value: event.name, talks, question: `list talks event:${inQuotes(event.name)}` }],
    total: 1,
  }
}

/**
 * What the programme of a day leaves free around noon.
 * @param said the day, as typed; if empty, today or the next day with talks
 */
async function aboutLunch(question: string, said: string, notes: Notes): Promise<Listing | undefined> {
  const { engine, now } = notes
  const today = dateIn(now.zone, now.at)
  const days = (await engine.names()).days()
  const words = splitWords(said)
  const read = readDate(words, skip(words, 0, /^on$/))
  if (words.length > 0 && read?.end !== words.length) return undefined
  const meant = read && meantDays(read.days, now, days)
  const first = meant === undefined ? today : 'in' in meant ? meant.in(now.zone).first : undefined
  const day = first && days.find((one) => (meant ? one === first : one >= first))
  if (day === undefined) return undefined
  const { results } = await talkFinder(engine, { rooms: [], narrowings: [] })([`date:${day}`])
  const { event } = presentEvent(eventsOf(results.map(({ talk }) => talk)), now) as EventDays
  const sessions = results
    .filter(({ talk }) => talk.event.id === event.id)
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ slot }) => slot.date === day)
  const lunch = lunchOf(sessions.map(({ slot }) => slot))
  const on = `on ${describeDate(day)}`
  const told = lunch
    ? `The notes do not say when lunch is. No talk is on from ${lunch.from} to ${lunch.until} ${on}.`
    : `The notes do not say when lunch is, and no break around noon is known ${on}.`
  return empty(question, [told, ...zoneSentence(sessions, now)].join(' '), notes)
}

const empty = (question: string, explanation: string, { corpusVersion }: Notes): Listing => ({
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
