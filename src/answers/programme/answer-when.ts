import type { Now } from '../../calendar/now.ts'
import type { Query } from '../../search/query/query.ts'
import type { PageOptions, SearchEngine } from '../../search/search-engine.ts'
import type { Answer } from '../answer.ts'
import type { Listing } from '../listing/listing.ts'
import { answerAboutEvent } from './answer-about-event.ts'
import { answerBreaks } from './answer-breaks.ts'
import { findNamedTalks, hasKnownTime } from './find/find-named-talks.ts'
import { isTitle } from './find/is-title.ts'
import { listTimes } from './list-times.ts'
import { readBreakRequest } from './read/read-break-request.ts'
import { readWhenRequest } from './read/read-when-request.ts'

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
  const request = filters.length === 0 ? readWhenRequest(text) : undefined
  const next = nextEventAlone.exec(text)?.[1]
  if ((request ?? next) === undefined || (await isTitle(text, notes.engine))) return undefined
  if (request === undefined)
    return answerAboutEvent(text, { asks: 'when', named: next!, isTalk: false }, { ...notes, now })
  if (request.asks === 'place') return answerAboutEvent(text, request, { ...notes, now })
  const { results, named } = await findNamedTalks(request, { ...notes, now })
  const ofBreak = readBreakRequest(request, text)
  const asking = { ...notes, now }
  if (results.length === 0)
    return ofBreak ? answerBreaks(text, ofBreak, asking) : answerAboutEvent(text, request, asking)
  if (request.isTalk || hasKnownTime(results, request, now))
    return withReading(
      await listTimes(text, { ...request, named }, results, { ...notes, ...list, now }),
      request.named,
      named,
    )
  return ofBreak && answerBreaks(text, ofBreak, asking)
}

/** `next EuroPython?` */
const nextEventAlone = /^(?:the )?(next [^?!.]{2,40})[?!. ]*$/i

/** Says what a misspelt name was taken for. */
function withReading(listing: Listing, typed: string, read: string): Listing {
  if (typed === read || listing.explanation.toLowerCase().includes(`“${read.toLowerCase()}”`)) return listing
  return { ...listing, explanation: `“${typed}” is read as “${read}”. ${listing.explanation}` }
}
