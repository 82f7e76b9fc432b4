import { dateIn } from '../../calendar/in-zone.ts'
import type { Now } from '../../calendar/now.ts'
import { splitAtBlanks } from '../../calendar/word-at.ts'
import { parseQuery, topicsOf } from '../../search/query/parse-query.ts'
import type { Query } from '../../search/query/query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { placedAsTyped, putIn, saidOfTyped } from '../../text/placed-text.ts'
import type { Answer } from '../answer.ts'
import { namesProgramme } from './read/programme-signs.ts'
import { readDaySaid } from './read/read-day-said.ts'
import { readProgrammeRequest } from './read/read-programme-request.ts'

interface OfYearParts {
  readonly engine: SearchEngine
  /** What all answerers say to another question. */
  readonly ask: (question: string) => Promise<Answer>
}

const yearSaid =
  /(?:\b(?:in|of|from|during|over) )?(?:\bthe )?\b(?<which>last|past|this) year(?!\p{L}|['’])/iu

/**
 * Answers what was said last year, or this year, from all talks of that year, as `in 2025` does: many notes say the year of their
 * event and no day. Undefined for any other question, such as one for a programme.
 */
export async function answerOfYear(
  query: Query,
  { engine, ask }: OfYearParts,
  now: Now,
): Promise<Answer | undefined> {
  const { text } = query
  const found = yearSaid.exec(text)
  if (found === null || namesProgramme(splitAtBlanks(text)) || !(await isForYear(query, engine)))
    return undefined
  const isThis = found.groups!.which!.toLowerCase() === 'this'
  const year = Number(dateIn(now.zone, now.at).slice(0, 4)) - (isThis ? 0 : 1)
  const place = { start: found.index, end: found.index + found[0].length }
  const placed = putIn(placedAsTyped(text), place, `year:${year}`)
  const answer = await ask(placed.text)
  if (answer.kind === 'listing') return { ...answer, question: text, notices: [] }
  if (topicsOf(parseQuery(placed.text)).length === 0)
    return { ...(await ask(`list talks year:${year}`)), question: text, notices: [] }
  const notice = { kind: 'read-day', ...place, message: `“${found[0]}” is read as ${year}.` } as const
  if (answer.kind === 'none') {
    const topics = topicsOf(parseQuery(placed.text)).map((topic) => topic.text)
    const suggestions = [asQuestion(`Any talks on ${topics.join(' ')}`)]
    return {
      ...answer,
      question: text,
      explanation: `No talk of ${year} says this.`,
      suggestions,
      notices: [notice],
    }
  }
  const explanation = answer.explanation.replace(/^(The notes|No talk)(?= )/, `$1 of ${year}`)
  const notices = [...saidOfTyped(answer.notices, placed), notice].sort((a, b) => a.start - b.start)
  return { ...answer, question: text, explanation, notices }
}

/** Whether it asks for talks of a year, and not for what was in a room or in the mornings. */
async function isForYear(query: Query, engine: SearchEngine): Promise<boolean> {
  const names = await engine.names()
  const request = readProgrammeRequest(query, names)
  const { days, time } = request ?? readDaySaid(query, names) ?? {}
  const isOfRoom = request !== undefined && request.rooms.length > 0
  return days?.kind === 'period' && days.unit === 'year' && time === undefined && !isOfRoom && !request?.kind
}
