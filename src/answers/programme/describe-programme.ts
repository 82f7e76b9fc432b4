import type { DayRange } from '../../calendar/days.ts'
import { describeRange } from '../../calendar/describe-days.ts'
import { joined } from '../../text/joined.ts'
import type { Narrowing } from '../listing/read-narrowings.ts'
import type { ProgrammeRequest, TimePhrase } from './programme-request.ts'

/**
 * How many talks there are of what was asked for, as a sentence: `2 talks in Room 2 on Tuesday 1 December 2026, from 13:00 on.`
 * @param days absent if no day was asked for or found
 */
export function describeProgramme(
  { time, rooms, narrowings, topic }: ProgrammeRequest,
  total: number,
  days: DayRange | undefined,
): string {
  const isKeynote = narrowings.some(({ clause }) => clause === 'kind:keynote')
  const noun = isKeynote ? 'keynote' : 'talk'
  const count =
    total === 0 ? `No ${noun}` : `${total.toLocaleString('en')} ${total === 1 ? noun : `${noun}s`}`
  const when = [days && describeDays(days), time && describeTime(time)].filter(Boolean).join(', ')
  return `${[
    count,
    ...(topic === undefined ? [] : [`on ${topic}`]),
    ...narrowings.filter(({ field }) => field !== 'kind').map(describeNarrowing),
    ...(rooms.length === 0
      ? []
      : [
          `in ${joined(
            rooms.map(({ name }) => name),
            'or',
          )}`,
        ]),
    ...(when === '' ? [] : [when]),
  ].join(' ')}.`
}

export const describeDays = (days: DayRange): string =>
  days.first === days.last ? `on ${describeRange(days)}` : `from ${describeRange(days)}`

function describeNarrowing({ field, name }: Narrowing): string {
  const way = { speaker: 'by', event: 'at', tag: 'tagged', year: 'of', lang: 'in' }[field as string]
  return way === undefined ? name : `${way} ${name}`
}

function describeTime(time: TimePhrase): string {
  switch (time.kind) {
    case 'now':
      return 'right now'
    case 'next':
      return 'coming next'
    case 'first':
    case 'last':
      return `the ${time.kind} to begin`
    case 'at':
      return `at ${time.time}`
    case 'within':
      if (time.from === undefined) return `before ${time.until}`
      return time.until === undefined ? `from ${time.from} on` : `from ${time.from} to ${time.until}`
    case 'lunch':
      return `${time.which} lunch`
  }
}
