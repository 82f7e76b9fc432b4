import { dateIn } from '../../calendar/days.ts'
import { describeDate, describeDays } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { inQuotes } from '../../search/query/parse-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { everyTalk } from '../listing/every-talk.ts'
import type { Listing } from '../listing/listing.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import { talkFinder } from './find/find-sessions.ts'
import { eventsOf, presentEvent } from './find/present-event.ts'
import type { WhenRequest } from './read/read-when-request.ts'

const asksOfEvent: ReadonlySet<WhenRequest['asks']> = new Set(['when', 'where', 'place', 'end', 'length'])
const anyEvent =
  /^(?:(?:this|that|our) )?(?:(?<before>(?:19|20)\d\d) )?(?:conference|conf|event|meetup)(?: (?:in |of )?(?<after>(?:19|20)\d\d))?$/i
const ofNext = /^next /i

export interface AboutEventParts {
  readonly engine: SearchEngine
  readonly now: Now
  readonly corpusVersion: string
}

/** When or where an event is; undefined if none is named, or nothing is known of its days. */
export async function answerAboutEvent(
  question: string,
  { asks, named }: WhenRequest,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const isNext = ofNext.test(named)
  const isOfPlace = asks === 'where' || asks === 'place'
  const called = named.replace(ofNext, '')
  const names = await notes.engine.names()
  const days = names.days()
  const all = days.length > 0 ? `date:${days[0]}..${days.at(-1)}` : everyTalk
  const any = anyEvent.exec(called)
  const year = any?.groups?.before ?? any?.groups?.after
  const clause = any ? (year ? `year:${year}` : all) : names.clauseFor('event', called, isNext)
  if (clause === undefined || !asksOfEvent.has(asks)) return undefined
  const { results } = await talkFinder(notes.engine, { rooms: [], narrowings: [] })([clause])
  const events = new Set(results.map(({ talk }) => talk.event.id))
  // If no talk has a day, nothing tells which one is meant.
  if (clause === everyTalk && events.size > 1 && !isNext) return undefined
  const today = dateIn(notes.now.zone, notes.now.at)
  const known = eventsOf(results.map(({ talk }) => talk)).filter(
    ({ event, days }) => !isNext || (event.starts ?? days[0]!) > today,
  )
  const [later] = results
    .map(({ talk }) => talk.event)
    .filter(({ starts = '' }) => starts > today)
    .toSorted((a, b) => (a.starts! < b.starts! ? -1 : 1))
  if (isNext && known.length === 0 && later === undefined) {
    const what = any ? 'event' : called
    return {
      ...sentenceAlone(question, `The notes name no ${what} that is still to come.`, notes),
      suggestions: ['Which events are there?'],
    }
  }
  const present = presentEvent(known, notes.now)
  const event = present?.event ?? (isNext ? later : results[0]?.talk.event)
  if (event === undefined) return undefined
  const first = event.starts ?? present?.days[0]
  const last = event.ends ?? present?.days.at(-1) ?? first
  const talks = results.filter(({ talk }) => talk.event.id === event.id).length
  const listed = {
    of: 'event',
    values: [{ value: event.name, talks, question: `list talks event:${inQuotes(event.name)}` }],
    total: 1,
  } as const
  if (first === undefined || last === undefined) {
    const be = (event.year ?? Infinity) < Number(today.slice(0, 4)) ? 'was' : 'is'
    const unsaid = isOfPlace ? 'where' : asks === 'length' ? 'how long' : 'when'
    const said =
      isOfPlace && event.place !== undefined
        ? `${event.name} ${be} in ${event.place}.`
        : `The notes do not say ${unsaid} ${event.name} ${be}.`
    return { ...sentenceAlone(question, said, notes), ...listed }
  }
  const place = event.place === undefined ? '' : `, in ${event.place}`
  const isSure = event.ends !== undefined || present !== undefined
  const be = last < today ? 'was' : 'is'
  const when = isSure ? `${be} ${describeDays({ first, last })}` : `began on ${describeDate(first)}`
  const lacksPlace = isOfPlace && event.place === undefined
  const told = lacksPlace ? `The notes do not say where ${event.name} ${be}. It` : event.name
  return {
    ...sentenceAlone(question, `${told} ${when}${place}.`, notes),
    ...listed,
  }
}
