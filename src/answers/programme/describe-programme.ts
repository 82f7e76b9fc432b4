import { addDays, type DayRange, dateIn } from '../../calendar/days.ts'
import { describeRange } from '../../calendar/describe-days.ts'
import type { Now } from '../../calendar/now.ts'
import { joined } from '../../text/joined.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import type { Programme } from './find-programme.ts'
import { daysOf } from './find-sessions.ts'
import { usualLunch } from './lunch.ts'
import { momentAfter } from './pick-sessions.ts'
import { always, type TimePhrase } from './programme-request.ts'
import { nounsOf } from './session-kinds.ts'

/**
 * How many talks there are of what was asked for, as a sentence, and whether it says the one day that they are on: `2 talks in
 * Room 2 on Tuesday 1 December 2026, from 13:00 on.`
 */
export function describeProgramme(
  programme: Programme,
  now: Now,
): { readonly text: string; readonly isDaySaid: boolean } {
  const { request, picked, problem, event } = programme
  if (problem !== undefined) return { text: problem, isDaySaid: true }
  const { time, rooms, narrowings, topic, kind } = request
  const total = picked.length
  const [one, several] = kind ? nounsOf(kind) : ['talk', 'talks']
  const count = total === 0 ? `No ${one}` : `${total.toLocaleString('en')} ${total === 1 ? one : several}`
  const days = shownDays(programme)
  const when = [days && describeDays(days), time && describeTime(time, programme)].filter(Boolean).join(', ')
  const isEventSaid = narrowings.some(({ field }) => field === 'event')
  const parts = [
    count,
    ...(topic === undefined ? [] : [`on ${topic}`]),
    ...narrowings.map(describeNarrowing),
    ...(event && !isEventSaid ? [`at ${event.name}`] : []),
    ...(rooms.length === 0
      ? []
      : [
          `in ${joined(
            rooms.map(({ name }) => name),
            'or',
          )}`,
        ]),
    ...(time?.kind === 'left' ? ['left'] : []),
    ...(when === '' ? [] : [when]),
  ]
  return { text: `${parts.join(' ')}.`, isDaySaid: isOneDay(programme, days, now) }
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

export const describeDays = (days: DayRange): string =>
  days.first === days.last ? `on ${describeRange(days)}` : `from ${describeRange(days)}`

function describeNarrowing({ field, name }: Narrowing): string {
  const way = { speaker: 'by', event: 'at', tag: 'tagged', year: 'of', lang: 'in' }[field as string]
  return way === undefined ? name : `${way} ${name}`
}

function describeTime(time: TimePhrase, { picked, lunchOn }: Programme): string {
  switch (time.kind) {
    case 'now':
      return 'right now'
    case 'next':
      return 'coming next'
    case 'first':
    case 'last':
      return `the ${time.kind} to begin`
    case 'end':
      return 'the last to end'
    case 'at':
      return `at ${time.time}`
    case 'ahead': {
      const times = [...new Set(picked.map(({ here }) => momentAfter(here, time.minutes).time))]
      return times.length === 1 ? `${time.said}, at ${times[0]}` : time.said
    }
    case 'from-now':
      return time.minutes === undefined ? 'from now on' : `within the next ${time.minutes} minutes`
    case 'left':
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
