import type { Now } from '../../calendar/now.ts'
import type { Event } from '../../notes/talk.ts'
import { parseQuery } from '../../search/query/parse-query.ts'
import type { Query } from '../../search/query/query.ts'
import type { PageOptions, SearchEngine } from '../../search/search-engine.ts'
import type { Answer } from '../answer.ts'
import type { Listing } from '../listing/listing.ts'
import { answerProgramme } from './answer-programme.ts'
import { answerWhen } from './answer-when.ts'
import { isTitle } from './find/is-title.ts'
import { inEnglish } from './read/german-in-english.ts'

interface ByClockParts {
  readonly engine: SearchEngine
  readonly events: readonly Event[]
  readonly corpusVersion: string
  /** Answers a question on a topic. */
  readonly ask: (question: string) => Promise<Answer>
}

interface ByClockOptions {
  readonly now: Now
  readonly list?: PageOptions | undefined
}

/**
 * Answers what is on when and where, and when a talk or an event is, also if it is asked in German; undefined for any other
 * question.
 */
export async function answerByClock(
  query: Query,
  notes: ByClockParts,
  asking: ByClockOptions,
): Promise<Listing | undefined> {
  const listing = await answerInEnglish(query, notes, asking)
  if (listing) return listing
  const names = await notes.engine.names()
  const isRoom = (word: string) => names.hasWord('room', word)
  const english = query.filters.length === 0 ? inEnglish(query.text, isRoom) : undefined
  if (english === undefined || (await isTitle(query.text, notes.engine))) return undefined
  const answer = await answerInEnglish(parseQuery(english), notes, asking)
  return answer && { ...answer, question: query.text }
}

async function answerInEnglish(query: Query, notes: ByClockParts, { now, list }: ByClockOptions) {
  return (
    (await answerProgramme(query, notes, { ...list, now })) ?? (await answerWhen(query, notes, { now, list }))
  )
}
