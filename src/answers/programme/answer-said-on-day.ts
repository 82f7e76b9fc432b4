import type { DayRange } from '../../calendar/days.ts'
import { describeDays } from '../../calendar/describe-days.ts'
import { dateIn } from '../../calendar/in-zone.ts'
import type { Now } from '../../calendar/now.ts'
import type { Event } from '../../notes/talk.ts'
import { parseQuery, topicsOf } from '../../search/query/parse-query.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { asQuestion } from '../../text/as-question.ts'
import { joinTexts, type PlacedText, saidOfTyped, typedByNobody } from '../../text/placed-text.ts'
import type { Answer } from '../answer.ts'
import { readExtremeRequest } from '../facts/read-extreme-request.ts'
import { questionFor } from './describe-near-days.ts'
import { describePartOfDay } from './describe-programme.ts'
import { daysOfRequest } from './find/days-of-request.ts'
import { findProgramme } from './find/find-programme.ts'
import { daysOf, talkFinder } from './find/find-sessions.ts'
import { isAround } from './find/present-event.ts'
import { inEnglish } from './read/german-in-english.ts'
import { type DayBound, type DaySaid, readDaySaid } from './read/read-day-said.ts'

interface SaidOnDayParts {
  readonly engine: SearchEngine
  readonly events: readonly Event[]
  /** Answers a question that names days by dates. */
  readonly ask: (question: string, wanted?: OfDayWanted) => Promise<Answer>
  /** Whether the question is a translation, whose words nobody typed. Default: false. */
  readonly isTranslated?: boolean
}

interface OfDayWanted {
  /** Whether a programme is wanted, as a list. */
  readonly isList?: boolean
  /** The ids of the talks that can answer. Default: all. */
  readonly among?: ReadonlySet<string>
}

/**
 * Answers what was said on some day, or in a part of it, from the talks that were on then; undefined if no such time is named,
 * or if a talk that says the day itself answers the whole question, such as “Deploying on Fridays”.
 */
export async function answerSaidOnDay(
  query: Query,
  parts: SaidOnDayParts,
  now: Now,
): Promise<Answer | undefined> {
  const answer = await answerSaid(query, parts, now)
  const english = answer || query.filters.length > 0 ? undefined : inEnglish(query.text, () => false)
  const translated = { ...parts, isTranslated: true }
  const meant = english === undefined ? undefined : await answerSaid(parseQuery(english), translated, now)
  if (meant === undefined) return answer
  // Places, and what is left without the time, belong to the English words.
  const notices = meant.notices.map((notice) => ({ ...notice, start: 0, end: query.text.length }))
  const suggestions = meant.suggestions.flatMap((rest) => {
    const topics = topicsOf(parseQuery(rest)).map(({ text }) => text)
    return topics.length === 0 ? [] : [`Any talks on ${topics.join(' ')}?`]
  })
  return { ...meant, notices, suggestions: meant.kind === 'listing' ? meant.suggestions : suggestions }
}

async function answerSaid(query: Query, parts: SaidOnDayParts, now: Now): Promise<Answer | undefined> {
  const { engine, ask } = parts
  const names = await engine.names()
  const read = readDaySaid(query, names)
  if (read === undefined) return undefined
  // The talk with the most takeaways is one talk, not all of that day.
  const said = { ...read, isOfAll: read.isOfAll && readExtremeRequest(read.rest.text) === undefined }
  if (names.days().length === 0) return answerOfAnyDay(said, query, parts)
  const asked = said.time ? await askOfTime(said, query, parts, now) : await askOfDay(said, query, parts, now)
  if (asked === undefined) return undefined
  const { notice, rest, isHeld, those } = asked
  if (!said.isSaid && saysTime(await ask(query.text), query.text, said)) return undefined
  // What wakes people at three in the morning is no talk.
  if (said.days === undefined && !isHeld && !said.isOfAll) return undefined
  const answer = await ask(asked.question.text, asked)
  const notices = [...saidOfTyped(answer.notices, asked.question), notice].sort((a, b) => a.start - b.start)
  // A list says its day, but not a part of it.
  if (answer.kind === 'listing')
    return asked.among ? { ...answer, explanation: asked.saysTime(answer.explanation), notices } : answer
  if (answer.kind === 'found') return { ...answer, notices }
  const plain = await ask(query.text)
  const day = query.text.slice(notice.start, notice.end).toLowerCase().split(' ').at(-1)!
  const title = plain.results[0]?.talk.title.toLowerCase()
  if (plain.kind === 'found' && title?.includes(day)) return plain
  const undated = said.isSaid ? undefined : await ask(rest.text)
  if (undated?.kind === 'found' && undated.results[0]?.talk.date === undefined) {
    const message = `The notes do not say on which day that was, so “${query.text.slice(notice.start, notice.end)}” is left out.`
    return {
      ...undated,
      question: query.text,
      notices: [...saidOfTyped(undated.notices, rest), { ...notice, message }],
    }
  }
  const topics = topicsOf(parseQuery(rest.text)).map(({ text }) => text)
  const suggestions = [asQuestion(said.isSaid ? rest.text : `Any talks on ${topics.join(' ')}`)]
  if (answer.kind === 'unsure') {
    // If these do not say it, those of another day may.
    const explanation = answer.explanation.replace(/^(The notes|No talk)(?= )/, `$1 of ${those}`)
    return { ...answer, explanation, notices, suggestions }
  }
  const explanation = isHeld ? `No talk of ${those} says this.` : `No talk is on ${those}.`
  return { ...answer, explanation, notices, suggestions }
}

/** Whether the talk that answers the whole question says the day itself. */
function saysTime({ kind, results: [first] }: Answer, text: string, { place }: DaySaid): boolean {
  if (kind !== 'found' || first === undefined) return false
  const words = text.slice(place.start, place.end).toLowerCase().split(/\s+/).slice(1)
  const told = `${first.talk.title} ${first.quote(maxQuoted).text}`.toLowerCase()
  return words.every((word) => told.includes(word))
}
const maxQuoted = 600

/** If the notes know no days, they are asked without the day, unless a talk answers the whole question. */
async function answerOfAnyDay(
  { days, place, isOfAll }: DaySaid,
  { text }: Query,
  { ask, isTranslated }: SaidOnDayParts,
): Promise<Answer | undefined> {
  // “Before 11” may be something else.
  if (days === undefined) return undefined
  const plain = await ask(text)
  if (plain.kind === 'found') return undefined
  const noDays = 'The notes do not say on which days talks were'
  if (isOfAll)
    return plain.kind === 'listing'
      ? undefined
      : { ...plain, explanation: [`${noDays}.`, said(plain)].join(' ').trim() }
  // All else keeps its place.
  const [before, after] = [text.slice(0, place.start), text.slice(place.end)]
  const answer = await ask(
    before +
      ' '.repeat(place.end - place.start) +
      after.replace(/^\s*,/, (comma) => ' '.repeat(comma.length)),
  )
  if (answer.kind === 'none') return undefined
  const day = isTranslated ? 'the day' : `“${text.slice(place.start, place.end)}”`
  const message = `${noDays}, so ${day} is left out.`
  return { ...answer, question: text, notices: [...answer.notices, { kind: 'read-day', ...place, message }] }
}

/** What an unsure answer says; if there is none, it is no news which words the notes lack. */
const said = ({ kind, explanation }: Answer) => (kind === 'unsure' ? explanation : '')

/** What to ask in place of a question about what was said at some time. */
interface OfDay extends OfDayWanted {
  /** As the query language says it. */
  readonly question: PlacedText
  /** What the time was taken for. */
  readonly notice: Notice
  /** The question without it. */
  readonly rest: PlacedText
  /** The phrase for a day, for the part of it that was asked for. */
  readonly saysTime: (ofDay: string) => string
  /** What it is called if nothing was said then. */
  readonly those: 'that day' | 'those days' | 'that time'
  /** Whether any talk is on then. */
  readonly isHeld: boolean
}

/** How to ask what was said on some day. */
async function askOfDay(
  { days, bound, place, rest, isOfAll }: DaySaid,
  query: Query,
  { engine, isTranslated }: SaidOnDayParts,
  now: Now,
): Promise<OfDay | undefined> {
  const allDays = (await engine.names()).days()
  const request = { rooms: [], narrowings: [], ...(days && { days }), isPast: true }
  const find = talkFinder(engine)
  const asked = await daysOfRequest(request, { now, days: allDays, allDays, talks: undefined, find })
  if (asked === undefined || asked.problem !== undefined) return undefined
  const range = asked.in(now.zone)
  const held = allDays.filter((day) => isWithin(day, range, bound))
  const question = isOfAll
    ? typedByNobody(bound ? `list talks ${dateClause(range, bound)}` : askAllOf(range, held, now))
    : joinTexts([rest, typedByNobody(dateClause(range, bound))])
  return {
    question,
    notice: readAs(isTranslated ? undefined : query, place, describeBound(range, bound)),
    rest,
    saysTime: (ofDay) => ofDay,
    isList: isOfAll,
    those: range.first === range.last && bound === undefined ? 'that day' : 'those days',
    isHeld: held.length > 0,
  }
}

/**
 * How to ask what was said in a part of a day; undefined if the notes know no times of that day. Without a day, a day of an event
 * that is on is meant: otherwise “before 11” may be something else.
 */
async function askOfTime(
  { days, time, place, rest, isOfAll }: DaySaid,
  query: Query,
  { engine, events, isTranslated }: SaidOnDayParts,
  now: Now,
): Promise<OfDay | undefined> {
  const request = { rooms: [], narrowings: [], ...(days && { days }), time: time!, isPast: true }
  const programme = await findProgramme(request, { engine, events }, now)
  if (programme === undefined || programme.problem !== undefined) return undefined
  const { picked, onDays, range } = programme
  if (!onDays.some(({ slot }) => slot.starts !== undefined)) return undefined
  const [today, [day = '']] = [dateIn(now.zone, now.at), daysOf(onDays)]
  if (days === undefined && !isAround(day, today)) return undefined
  const typed = query.text.slice(place.start, place.end)
  const given = days === undefined ? { first: day, last: day } : range
  const when = `${describeDays(given)}, ${describePartOfDay(time!, programme)}`
  return {
    question: isOfAll
      ? typedByNobody(`What was on ${typed}?`)
      : joinTexts([rest, typedByNobody(dateClause(given))]),
    notice: readAs(isTranslated ? undefined : query, place, when),
    rest,
    saysTime: (ofDay) =>
      ofDay.replace(describeDays(given).replace(/^(?:on|from) /, ''), when.replace(/^(?:on|from) /, '')),
    isList: isOfAll,
    ...(!isOfAll && { among: new Set(picked.map(({ given: { talk } }) => talk.id)) }),
    those: 'that time',
    isHeld: picked.length > 0,
  }
}

/** @param typed the question, if its words are those that were typed */
function readAs(typed: Query | undefined, { start, end }: DaySaid['place'], when: string): Notice {
  const time = typed ? `“${typed.text.slice(start, end)}”` : 'The time'
  const message = `${time} is read as ${when.replace(/^(?:on|from) /, '')}.`
  return { kind: 'read-day', start, end, message }
}

/** All talks of some days: of a single day that has talks, its programme. */
function askAllOf(range: DayRange, held: readonly string[], now: Now): string {
  return held.length === 1 ? questionFor(held[0]!, dateIn(now.zone, now.at)) : dateClause(range)
}

function dateClause({ first, last }: DayRange, bound?: DayBound): string {
  if (bound !== undefined) return `${bound}:${startsAt(bound) ? first : last}`
  return `date:${first === last ? first : `${first}..${last}`}`
}

/** Whether it is the first of some days that it goes by. */
const startsAt = (bound: DayBound) => bound === 'before' || bound === 'since'

function isWithin(day: string, { first, last }: DayRange, bound: DayBound | undefined): boolean {
  if (bound === 'before') return day < first
  if (bound === 'after') return day > last
  return (bound === 'until' || first <= day) && (bound === 'since' || day <= last)
}

/** `before 1 October 2025`, `since 1 June 2026` */
function describeBound({ first, last }: DayRange, bound: DayBound | undefined): string {
  if (bound === undefined) return describeDays({ first, last })
  const day = startsAt(bound) ? first : last
  return `${bound} ${describeDays({ first: day, last: day }).replace(/^on /, '')}`
}
