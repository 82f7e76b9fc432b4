import { type DayRange, dateIn } from '../../calendar/days.ts'
import { describeDays } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import type { Answer } from '../answer.ts'
import { questionFor } from './describe-near-days.ts'
import { daysAsked } from './find/days-asked.ts'
import { talkFinder } from './find/find-sessions.ts'
import { readDaySaid } from './read/read-day-said.ts'

interface OfDayParts {
  readonly engine: SearchEngine
  /** Answers a question that names days by dates; one that wants a programme, as a list. */
  readonly ask: (question: string, isList: boolean) => Promise<Answer>
}

/**
 * Answers what was said on some day, from that day's talks; undefined if no such day is named, or the whole question is answered
 * by a talk that has its name in its words, such as “Deploying on Fridays”.
 */
export async function answerOfDay(
  query: Query,
  { engine, ask }: OfDayParts,
  now: Now,
): Promise<Answer | undefined> {
  const asked = await askOfDay(query, engine, now)
  if (asked === undefined) return undefined
  const { notice, rest, isHeld, isOneDay } = asked
  const those = isOneDay ? 'that day' : 'those days'
  const answer = await ask(asked.question, asked.isList)
  if (answer.kind === 'listing') return answer
  const notices = [notice]
  if (answer.kind === 'found') return { ...answer, notices }
  const plain = await ask(query.text, false)
  const day = query.text.slice(notice.start, notice.end).toLowerCase().split(' ').at(-1)!
  const title = plain.results[0]?.talk.title.toLowerCase()
  if (plain.kind === 'found' && title?.includes(day)) return plain
  const suggestions = [asQuestion(rest)]
  if (answer.kind === 'unsure') {
    // What these do not say, those of another day may.
    const explanation = answer.explanation.replace(/^(The notes|No talk)(?= )/, `$1 of ${those}`)
    return { ...answer, explanation, notices, suggestions }
  }
  const explanation = isHeld ? `No talk of ${those} says this.` : `No talk is on ${those}.`
  return { ...answer, explanation, notices, suggestions }
}

/** What to ask in place of a question about what was said on some day. */
interface OfDay {
  /** As the query language says it. */
  readonly question: string
  /** What the day was taken for. */
  readonly notice: Notice
  /** The question without the day. */
  readonly rest: string
  /** Whether it is a question for a programme. */
  readonly isList: boolean
  readonly isOneDay: boolean
  /** Whether any talk is on these days. */
  readonly isHeld: boolean
}

/** How a question on what was said on some day is asked; undefined if it names none, or the notes know no days. */
async function askOfDay(query: Query, engine: SearchEngine, now: Now): Promise<OfDay | undefined> {
  const names = await engine.names()
  const allDays = names.days()
  const said = allDays.length === 0 ? undefined : readDaySaid(query, names)
  if (said === undefined) return undefined
  const request = { rooms: [], narrowings: [], days: said.days, isPast: true }
  const find = talkFinder(engine, { rooms: [], narrowings: [] })
  const asked = await daysAsked(request, { now, days: allDays, allDays, talks: undefined, find })
  if (asked === undefined || asked.problem !== undefined) return undefined
  const range = asked.in(now.zone)
  const held = allDays.filter((day) => range.first <= day && day <= range.last)
  const { place, rest, isOfAll } = said
  const typed = query.text.slice(place.start, place.end)
  const notice = {
    kind: 'read-day',
    ...place,
    message: `“${typed}” is read as ${describeDays(range).replace(/^(?:on|from) /, '')}.`,
  } as const
  const question =
    isOfAll && held.length === 1
      ? questionFor(held[0]!, dateIn(now.zone, now.at))
      : `${isOfAll ? '' : `${rest} `}${dateClause(range)}`
  return {
    question,
    notice,
    rest,
    isList: isOfAll,
    isOneDay: range.first === range.last,
    isHeld: held.length > 0,
  }
}

const dateClause = ({ first, last }: DayRange) => `date:${first === last ? first : `${first}..${last}`}`
