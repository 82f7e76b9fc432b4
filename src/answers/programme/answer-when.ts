import type { Now } from '../../calendar/now.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import type { Query } from '../../search/query/query.ts'
import type { PageOptions, SearchEngine } from '../../search/search-engine.ts'
import type { Answer } from '../answer.ts'
import type { Listing } from '../listing/listing.ts'
import { answerAboutEvent } from './answer-about-event.ts'
import { answerBreaks } from './answer-breaks.ts'
import { daysOfRequest } from './find/days-of-request.ts'
import { findNamedTalks, findTitledSo, hasKnownTime } from './find/find-named-talks.ts'
import { talkFinder } from './find/find-sessions.ts'
import { isTitle } from './find/is-title.ts'
import { listTimes, type TimesAsked } from './list-times.ts'
import { readBreakRequest } from './read/read-break-request.ts'
import { type DayBeside, readDayBeside } from './read/read-day-said.ts'
import { readWhenRequest } from './read/read-when-request.ts'
import type { WhenRequest } from './when-request.ts'

interface WhenParts {
  readonly engine: SearchEngine
  readonly corpusVersion: string
  /** Answers a question on a topic. */
  readonly ask: (question: string) => Promise<Answer>
}

/** Answers when and where a talk is, or an event, if it is certain which is meant; undefined for any other question. */
export async function answerWhen(
  { text, filters }: Query,
  notes: WhenParts,
  { now, list = {} }: { readonly now: Now; readonly list?: PageOptions | undefined },
): Promise<Listing | undefined> {
  if (filters.length > 0) return undefined
  const asTyped = readWhenRequest(text)
  const ofBreak = asTyped && readBreakRequest(asTyped, text)
  const dated = ofBreak ? undefined : readDated(text, await notes.engine.names())
  const next = nextEventAlone.exec(text)?.[1]
  if ((asTyped ?? dated ?? next) === undefined || (await isTitle(text, notes.engine))) return undefined
  const asking = { ...notes, now }
  const times = dated && (await timesAsked(dated, asTyped, asking))
  const request = (times && dated?.request) ?? asTyped
  if (request === undefined)
    return next === undefined
      ? undefined
      : answerAboutEvent(text, { asks: 'when', named: next, isTalk: false }, asking)
  if (request.asks === 'place') return answerAboutEvent(text, request, asking)
  const { results, named } = await findNamedTalks(request, asking)
  if (results.length === 0)
    return ofBreak ? answerBreaks(text, ofBreak, asking) : answerAboutEvent(text, request, asking)
  if (request.isTalk || hasKnownTime(results, request, now))
    return withReading(
      await listTimes(text, { ...request, named }, results, { ...asking, ...list, times }),
      request.named,
      named,
    )
  // An event may have the name that stands in a title, too.
  return ofBreak ? answerBreaks(text, ofBreak, asking) : answerAboutEvent(text, request, asking)
}

/** A question without the day with which it ends or begins. */
interface Dated {
  readonly said: DayBeside
  readonly request: WhenRequest
}

function readDated(text: string, names: KnownNames): Dated | undefined {
  const said = readDayBeside(text, names)
  const request = said && readWhenRequest(said.rest)
  return request && { said, request }
}

/** The times that such a question asks for; undefined if its day is a part of a name: “Never deploy on Friday”. */
async function timesAsked(
  { said: { days, time } }: Dated,
  asTyped: WhenRequest | undefined,
  { engine, now }: WhenParts & { readonly now: Now },
): Promise<TimesAsked | undefined> {
  const names = await engine.names()
  const isNamed = async (name: string) =>
    names.clauseFor('event', name) !== undefined || (await findTitledSo(name, engine)).results.length > 0
  if (asTyped && (await isNamed(asTyped.named))) return undefined
  const allDays = names.days()
  const given = { now, days: allDays, allDays, talks: undefined, find: talkFinder(engine) }
  const meant = await daysOfRequest({ days, rooms: [], narrowings: [] }, given)
  return meant === undefined || meant.problem !== undefined ? undefined : { ...meant, ...(time && { time }) }
}

/** `next EuroPython?` */
const nextEventAlone = /^(?:the )?(next [^?!.]{2,40})[?!. ]*$/i

/** Says what a misspelt name was taken for; a plural is no slip. */
function withReading(listing: Listing, typed: string, read: string): Listing {
  const [one, other] = [typed, read].map((name) => name.toLowerCase().replace(/s$/, ''))
  if (one === other || listing.explanation.toLowerCase().includes(`“${read.toLowerCase()}”`)) return listing
  return { ...listing, explanation: `“${typed}” is read as “${read}”. ${listing.explanation}` }
}
