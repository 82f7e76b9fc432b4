import { dateIn } from '../../calendar/days.ts'
import { describeDate } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { inQuotes } from '../../search/query/query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import type { Listing } from '../listing/listing.ts'
import { zoneSentence } from './answer-programme.ts'
import { describeDays } from './describe-programme.ts'
import { sessionsOf, talkFinder } from './find-sessions.ts'
import { lunchOf } from './lunch.ts'
import { type EventDays, eventsOf, presentEvent } from './present-event.ts'
import type { WhenRequest } from './read-when-request.ts'

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
  if (asks === 'when' && /^lunch(?:\s*(?:break|time))?$/i.test(named)) return aboutLunch(question, notes)
  const clause = (await notes.engine.names()).clauseFor('event', named)
  if (clause === undefined || (asks !== 'when' && asks !== 'where' && asks !== 'end')) return undefined
  const { results } = await talkFinder(notes.engine, { rooms: [], narrowings: [] })([clause])
  const known = eventsOf(results.map(({ talk }) => talk))
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

/** What the programme of today, or of the next day, leaves free around noon. */
async function aboutLunch(question: string, notes: Notes): Promise<Listing | undefined> {
  const { engine, now } = notes
  const today = dateIn(now.zone, now.at)
  const day = (await engine.names()).days().find((one) => one >= today)
  if (day === undefined) return undefined
  const { results } = await talkFinder(engine, { rooms: [], narrowings: [] })([`date:${day}`])
  const { event } = presentEvent(eventsOf(results.map(({ talk }) => talk)), now) as EventDays
  const sessions = results
    .filter(({ talk }) => talk.event.id === event.id)
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ slot }) => slot.date === day)
  const lunch = lunchOf(sessions.map(({ slot }) => slot))
  const on = `on ${describeDate(day)}`
  const said = lunch
    ? `The notes do not say when lunch is. No talk is on from ${lunch.from} to ${lunch.until} ${on}.`
    : `The notes do not say when lunch is, and no break around noon is known ${on}.`
  return empty(question, [said, ...zoneSentence(sessions, now)].join(' '), notes)
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
