import { describeDays } from '../../calendar/describe-days.ts'
import { dateIn } from '../../calendar/in-zone.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { Listing } from '../listing/listing.ts'
import { sentenceAlone } from '../listing/sentence-alone.ts'
import type { AboutEventParts } from './answer-about-event.ts'
import { zoneSentence } from './answer-programme.ts'
import { type Break, breaksOf, lunchOf } from './find/breaks.ts'
import { daysOfPhrase } from './find/days-of-phrase.ts'
import { type FoundSession, sessionsOf, talkFinder } from './find/find-sessions.ts'
import { type EventDays, eventsOf, presentEvent } from './find/present-event.ts'
import type { BreakRequest } from './read/read-break-request.ts'

/**
 * Says when nothing is on between the talks of a day; undefined if something else may be meant. Notes name no breaks, so the answer
 * says so, and what follows from the times of talks.
 */
export async function answerBreaks(
  question: string,
  request: BreakRequest,
  notes: AboutEventParts,
): Promise<Listing | undefined> {
  const day = await dayAsked(request, notes)
  if (day === undefined) return undefined
  const unsaid = `The notes do not say when ${request.of === 'lunch' ? 'lunch is' : 'breaks are'}`
  if (day.date === undefined) return sentenceAlone(question, `${unsaid}, nor when talks are.`, notes)
  if (day.sessions.length === 0) return sentenceAlone(question, `${unsaid}, and no talk is ${day.on}.`, notes)
  if (!day.sessions.some(({ slot }) => slot.starts !== undefined))
    return sentenceAlone(question, `${unsaid}, nor at what times talks are ${day.on}.`, notes)
  const told = request.of === 'lunch' ? ofLunch(day) : ofBreaks(request, day)
  const times = zoneSentence(day.sessions, notes.now)
  return sentenceAlone(question, [`${unsaid}${told}`, ...times].join(' '), notes)
}

interface DayAsked {
  /** Undefined if the notes do not say when talks are. */
  readonly date?: string
  /** `on Friday 27 November 2026` */
  readonly on: string
  readonly be: 'is' | 'was'
  /** The sessions of one event: the one that is on, or the next. */
  readonly sessions: readonly FoundSession[]
}

/** The day whose break is asked for, and what is on then: if none is said, today, or else the next day with talks, or the last one. */
async function dayAsked(
  { days: phrase, isSure }: BreakRequest,
  { engine, now }: AboutEventParts,
): Promise<DayAsked | undefined> {
  const today = dateIn(now.zone, now.at)
  const days = (await engine.names()).days()
  const meant = phrase && daysOfPhrase(phrase, now, { days })
  const asked = meant && 'in' in meant ? meant.in(now.zone).first : undefined
  if (meant !== undefined && asked === undefined) return undefined
  const date = asked ?? days.find((one) => one >= today) ?? days.at(-1)
  const isToCome = (days.at(-1) ?? '') >= today
  if (!isToCome && !isSure) return undefined
  if (date === undefined || days.length === 0) return { on: '', be: 'is', sessions: [] }
  const day = {
    date,
    on: describeDays({ first: date, last: date }),
    be: date < today ? 'was' : 'is',
  } as const
  if (!days.includes(date)) return { ...day, sessions: [] }
  const { results } = await talkFinder(engine)([`date:${date}`])
  const { event } = presentEvent(eventsOf(results.map(({ talk }) => talk)), now) as EventDays
  const sessions = results
    .filter(({ talk }) => talk.event.id === event.id)
    .flatMap((result) => sessionsOf(result, now))
    .filter(({ slot }) => slot.date === date)
  return { ...day, sessions }
}

/** What the programme of a day leaves free around noon. */
function ofLunch({ sessions, be, on }: DayAsked): string {
  const lunch = lunchOf(sessions.map(({ slot }) => slot))
  return lunch
    ? `. No talk ${be} on from ${lunch.from} to ${lunch.until} ${on}.`
    : `, and no break around noon is known ${on}.`
}

/** All that it leaves free, or what is free at the time that was asked for; for today, from now on. */
function ofBreaks({ which, time }: BreakRequest, { date, sessions, be, on }: DayAsked): string {
  if (which === 'next' && be === 'was') return ', and no talk is still to come.'
  const all = breaksOf(sessions.map(({ slot }) => slot))
  const { here } = sessions[0]!
  if (time?.kind === 'at' || time?.kind === 'now')
    return `. ${ofMoment(time.kind === 'now' ? here.time : time.time, all, { sessions, be, on })}`
  const from = time?.kind === 'within' ? (time.from ?? '') : ''
  const until = time?.kind === 'within' ? (time.until ?? '99') : '99'
  const isLeft = (one: Break) => time !== undefined || date !== here.date || one.until > here.time
  const left = all.filter((one) => isLeft(one) && one.until > from && one.from < until)
  const picked = which === 'last' ? left.slice(-1) : which === undefined ? left : left.slice(0, 1)
  if (picked.length === 0) return `, and none between talks ${be} ${time ? 'then' : 'left'} ${on}.`
  const times = enumerate(picked.map(describeBreak), 'and')
  return `. No talk ${be} on ${times} ${on}.`
}

/** Whether any talk is on at a time of day, and if so, from when on none is. */
function ofMoment(
  moment: string,
  breaks: readonly Break[],
  { sessions, be, on }: Pick<DayAsked, 'sessions' | 'be' | 'on'>,
): string {
  const within = breaks.find(({ from, until }) => from <= moment && moment < until)
  if (within) return `No talk ${be} on ${describeBreak(within)} ${on}.`
  const starts = sessions.flatMap(({ slot }) => slot.starts ?? []).sort()
  const first = starts[0]!
  if (moment < first) return `The first talk ${be} at ${first} ${on}.`
  const next = breaks.find(({ from }) => from > moment)
  const are = be === 'is' ? 'are' : 'were'
  const then = next
    ? ` the next time without one ${be} ${describeBreak(next)}`
    : ` no break is known after it`
  return `Talks ${are} on around ${moment} ${on};${then}.`
}

const describeBreak = ({ from, until }: Break) => `from ${from} to ${until}`
