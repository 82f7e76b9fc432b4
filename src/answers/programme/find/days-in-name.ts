import { type DaysPhrase, datesNamed } from '../../../calendar/dates-named.ts'
import type { DayRange } from '../../../calendar/days.ts'
import { readDate } from '../../../calendar/read-date.ts'
import { splitAtBlanks } from '../../../calendar/word-at.ts'

/**
 * The days that an event's name says; undefined if it says none with their year.
 *
 * daysInName('OarConf, Porto, Sept 10–13, 2024') // => { first: '2024-09-10', last: '2024-09-13' }
 */
export function daysInName(name: string): DayRange | undefined {
  const words = splitAtBlanks(name.replace(/[()[\]]/g, ' '))
  for (const at of words.keys()) {
    const days = readDate(words, at)?.days
    const named = days && hasYear(days) ? datesNamed(days, anyDay) : undefined
    if (named && 'range' in named) return named.range
  }
  return undefined
}

/** What has its year is the same whatever today is. */
const anyDay = '2000-01-01'

const hasYear = (days: DaysPhrase): boolean =>
  days.kind === 'span' ? hasYear(days.last) : days.kind === 'date' && days.year !== undefined

/** What an event is called before its place and its days: `OarConf 2024` of `OarConf 2024, Porto, Sept 10–13, 2024`. */
export const headOfName = (name: string): string => name.split(/,\s|:\s|\s[-–—|]+\s|\s[([]/)[0]!
