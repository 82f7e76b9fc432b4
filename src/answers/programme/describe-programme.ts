import { addDays, type DayRange } from '../../calendar/days.ts'
import { describeDays } from '../../calendar/describe-days.ts'
import { dateIn } from '../../calendar/in-zone.ts'
import type { Now } from '../../calendar/now.ts'
import { amountOf } from '../../text/amount-of.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import { usualLunch } from './find/breaks.ts'
import type { Programme } from './find/find-programme.ts'
import { daysOf } from './find/find-sessions.ts'
import { momentAfter } from './find/slot-times.ts'
import {
  always,
  type BoundTime,
  isBoundTime,
  type ProgrammeRequest,
  type ProgrammeValue,
  type TimePhrase,
} from './programme-request.ts'
import { nounsOf } from './session-kinds.ts'

/**
 * Says how many talks there are of what was asked for, and whether the sentence names the one day that they are on: `2 talks in
 * Room 2 on Tuesday 1 December 2026, from 13:00 on.`
 * @param count how many there are of what is listed
 */
export function describeProgramme(
  programme: Programme,
  count: number,
  now: Now,
): { readonly text: string; readonly isDaySaid: boolean } {
  const { request, problem } = programme
  if (problem !== undefined) return { text: problem, isDaySaid: true }
  const days = shownDays(programme)
  const isDaySaid = isOneDay(programme, days, now)
  const ofBound = request.of === undefined ? describeFirstOrLast(programme, count, days) : undefined
  return { text: ofBound ?? describeCount(programme, count, { days, now }), isDaySaid }
}

/** What is listed, in the singular and the plural. */
function nounsFor({ of, kind }: ProgrammeRequest): readonly [one: string, several: string] {
  if (of) return valueNouns[of]
  return kind ? nounsOf(kind) : ['talk', 'talks']
}

/** `The first talk in Room 2 begins at 9:00.`; undefined if that was not asked, or there are no such talks at all. */
function describeFirstOrLast(
  programme: Programme,
  count: number,
  days: DayRange | undefined,
): string | undefined {
  const { time } = programme.request
  if (!isBoundTime(time)) return undefined
  const [one, several] = nounsFor(programme.request)
  const which = time.kind === 'first' ? 'first' : 'last'
  const subject = count > 1 ? `${which} ${count} ${several}` : `${which} ${one}`
  const said = [subject, ...narrowed(programme), ...(days ? [describeDays(days)] : [])].join(' ')
  if (count > 0) return `The ${said} ${describeBound(time.kind, programme.picked)}.`
  const verb = time.kind === 'end' ? 'ends' : 'begins'
  return programme.onDays.length > 0 ? `The notes do not say at what time the ${said} ${verb}.` : undefined
}

/** `No talk left today.` */
function describeCount(
  programme: Programme,
  count: number,
  { days, now }: { readonly days: DayRange | undefined; readonly now: Now },
): string {
  const { request } = programme
  const { time } = request
  const [one, several] = nounsFor(request)
  const isToday = days?.first === dateIn(now.zone, now.at)
  const when = [days && describeDays(days), time && describePartOfDay(time, programme)]
    .filter(Boolean)
    .join(', ')
  const parts = [
    count === 0 ? `No ${one}` : amountOf(count, one, several),
    ...(request.isFree ? ['without a talk'] : []),
    ...narrowed(programme),
    ...(time?.kind === 'left' ? ['left'] : []),
    ...(time?.kind === 'missed' && (isToday || count === 0) ? ['so far'] : []),
    ...(when === '' ? [] : [when]),
  ]
  return `${parts.join(' ')}.`
}

/** What the talks are narrowed down to, besides days and times. */
function narrowed({ request, event }: Programme): readonly string[] {
  const { rooms, narrowings, topic, kindLeftOut } = request
  const isEventSaid = narrowings.some(({ field }) => field === 'event')
  const names = rooms.map(({ name }) => name)
  return [
    ...(topic === undefined ? [] : [`on ${topic}`]),
    ...(kindLeftOut ? [`other than ${nounsOf(kindLeftOut)[1]}`] : []),
    ...narrowings.map(besideTopic),
    ...(event && !isEventSaid ? [`at ${event.name}`] : []),
    ...(names.length === 0 ? [] : [`in ${enumerate(names, 'or')}`]),
  ]
}

const valueNouns: Readonly<Record<ProgrammeValue, readonly [one: string, several: string]>> = {
  speaker: ['speaker', 'speakers'],
  room: ['room', 'rooms'],
  day: ['day with talks', 'days with talks'],
}

/** When the first or last ones begin or end: all at the same time. */
function describeBound(bound: BoundTime['kind'], [given]: Programme['picked']): string {
  const { starts = '', ends } = given?.slot ?? {}
  if (bound !== 'end') return `begins at ${starts}`
  return ends === undefined ? `begins at ${starts}, and the notes do not say when it ends` : `ends at ${ends}`
}

/** The days that are said; undefined if it goes without saying that they are today, or none are known. */
function shownDays({ request, picked, range }: Programme): DayRange | undefined {
  const { days, time } = request
  if (days === undefined && isByClock(time)) return undefined
  const isOpen = range.first === always.first || range.last === always.last
  if (days !== undefined && !isOpen) return range
  const found = time?.kind === 'at' ? daysAt(picked, time.time) : daysOf(picked)
  const [first] = found
  return first === undefined ? (days && !isOpen ? range : undefined) : { first, last: found.at(-1)! }
}

/** The days on which they are on then: what began before midnight may be on after it. */
const daysAt = (sessions: Programme['picked'], at: string): readonly string[] =>
  [
    ...new Set(
      sessions.flatMap(({ slot: { date, starts = '' } }) =>
        date === undefined ? [] : at < starts ? addDays(date, 1) : date,
      ),
    ),
  ].sort()

const isByClock = (time: TimePhrase | undefined) =>
  time !== undefined && ['now', 'next', 'ahead', 'from-now', 'left'].includes(time.kind)

function isOneDay({ picked }: Programme, said: DayRange | undefined, now: Now): boolean {
  const days = daysOf(picked)
  const isSame = said === undefined || (said.first === said.last && said.first === days[0])
  return days.length < 2 && isSame && (said !== undefined || days[0] === dateIn(now.zone, now.at))
}

function besideTopic({ field, name, clause, isTyped }: Narrowing): string {
  const isLeftOut = clause.startsWith('-') && !isTyped
  const way = { speaker: 'by', event: 'at', tag: 'tagged', year: 'of', lang: 'in' }[field as string]
  const said = way === undefined ? name : `${way} ${name}`
  return isLeftOut ? `not ${said}` : said
}

export function describePartOfDay(
  time: TimePhrase,
  { picked, lunchOn }: Pick<Programme, 'picked' | 'lunchOn'>,
): string {
  switch (time.kind) {
    case 'now':
      return 'right now'
    case 'next':
      return 'coming next'
    case 'at':
      return `at ${time.time}`
    case 'ahead': {
      const times = [...new Set(picked.map(({ here }) => momentAfter(here, time.minutes).time))]
      return times.length === 1 ? `${time.said}, at ${times[0]}` : time.said
    }
    case 'from-now':
      return time.minutes === undefined ? 'from now on' : `within the next ${time.minutes} minutes`
    case 'left':
    case 'missed':
    case 'first':
    case 'last':
    case 'end':
      return ''
    case 'within':
      if (time.from === undefined) return `before ${time.until}`
      return time.until === undefined ? `from ${time.from} on` : `from ${time.from} to ${time.until}`
    case 'lunch': {
      const days = daysOf(picked)
      if (days.length !== 1) return `${time.which} lunch`
      const lunch = lunchOn(days[0]!)
      const { from, until } = lunch ?? usualLunch
      const why = lunch ? 'when nothing is on' : 'as no break is known'
      return `${time.which} lunch (taken to be from ${from} to ${until}, ${why})`
    }
  }
}
