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
  if (mayBeCounted.test(name)) return undefined
  const words = splitAtBlanks(withEnglishMonths(name.replace(/[()[\]]/g, ' ')))
  for (const at of words.keys()) {
    const days = readDate(words, at)?.days
    const named = days && hasYear(days) ? datesNamed(days, anyDay) : undefined
    if (named && 'range' in named) return named.range
  }
  return undefined
}

/** `Meetup 12 - 14 May 2024` may be on the 14th. */
const mayBeCounted = /\p{L}\s+\d{1,2}\.?\s+(?:[-–—&+]|and|und)\s+\d{1,2}\.?\s+\p{L}/u

/** `10.–13. Mai`, `1. bis 3. Mai` and `1 & 2 May` as `10–13 may`, `1 to 3 may` and `1 to 2 May`; other months begin alike in both languages. */
const withEnglishMonths = (name: string): string =>
  name
    .replace(/(?<=\d)\.(?=\s?(?:[-–—&+]|\p{L}))/gu, '')
    .replace(/(?<=\d\s?)(?:[&+]|and|und)(?=\s?\d)/gu, ' to ')
    .replace(/\p{L}+/gu, (word) => fromGerman.get(word.toLowerCase()) ?? word)

const fromGerman: ReadonlyMap<string, string> = new Map([
  ['märz', 'march'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['oktober', 'october'],
  ['dezember', 'december'],
  ['bis', 'to'],
])

/** What has its year is the same whatever today is. */
const anyDay = '2000-01-01'

const hasYear = (days: DaysPhrase): boolean =>
  days.kind === 'span' ? hasYear(days.last) : days.kind === 'date' && days.year !== undefined

/** What an event is called before its place and its days: `OarConf 2024` of `OarConf 2024, Porto, Sept 10–13, 2024`, or of `OarConf 2024 in Porto`. */
export const headOfName = (name: string): string =>
  name.split(/,\s|:\s|\s[-–—|]+\s|\s[([]|(?<=\s(?:19|20)\d\d)\s(?:in|at|@)\s/)[0]!

/** The first year in an event's name; undefined if it has none. */
export function yearInName(name: string): number | undefined {
  const year = /\b(?:19|20)\d\d\b/.exec(name)?.[0]
  return year === undefined ? undefined : Number(year)
}
