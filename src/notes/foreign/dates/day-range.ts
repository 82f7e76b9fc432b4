import { englishWeekday, monthPattern, monthsByLanguage, weekdaysOfOthers } from './day-word-lists.ts'
import { dayIn } from './written-dates.ts'

/** Days one after the other: local dates, `YYYY-MM-DD`. */
export interface WrittenDays {
  readonly starts: string
  readonly ends: string
}

const month = String.raw`(?:(?:${monthsByLanguage.flat().join('|')})(?!\p{L})|${monthPattern})`
const day = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|\.)?`
const year = String.raw`(?:19[89]\d|20\d\d)`
const until = String.raw`\s{0,3}(?:[-–—&+/]|to|until|through|and|bis|und|au|et|al|y)\s{0,3}`
const weekday = String.raw`(?:(?:${englishWeekday}|${weekdaysOfOthers}|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?),?\s{1,3})?`

/** Each with what the first day lacks of the last one: its month, its year. */
const ranges: readonly {
  readonly form: RegExp
  readonly first: (found: Record<string, string>) => string
}[] = [
  {
    // 12-13 September 2024, 30. Mai – 1. Juni 2024
    form: new RegExp(
      `^${weekday}(?<day>${day})(?: (?<month>${month})(?:,? (?<year>${year}))?)?${until}${weekday}(?<last>${day} (?:de |of )?(?<lastMonth>${month}),?(?: de)? (?<lastYear>${year}))(?!\\d)`,
      'iu',
    ),
    first: (at) => `${at.day} ${at.month ?? at.lastMonth} ${at.year ?? at.lastYear}`,
  },
  {
    // June 4-5, 2018
    form: new RegExp(
      `^${weekday}(?<month>${month}) (?<day>${day})(?:,? (?<year>${year}))?${until}${weekday}(?:(?<lastMonth>${month}) )?(?<lastDay>${day}),? (?<lastYear>${year})(?!\\d)`,
      'iu',
    ),
    first: (at) => `${at.month} ${at.day}, ${at.year ?? at.lastYear}`,
  },
  {
    // 12.–13.9.2024
    form: new RegExp(
      `^${weekday}(?<day>\\d{1,2})\\.(?:\\s?(?<month>\\d{1,2})\\.(?<year>${year})?)?${until}${weekday}(?<last>\\d{1,2}\\.\\s?(?<lastMonth>\\d{1,2})\\.\\s?(?<lastYear>${year}))(?!\\d)`,
      'iu',
    ),
    first: (at) => `${at.day}.${at.month ?? at.lastMonth}.${at.year ?? at.lastYear}`,
  },
  {
    form: new RegExp(`^(?<first>${year}-\\d\\d-\\d\\d)${until}(?<last>${year}-\\d\\d-\\d\\d)(?!\\d)`, 'iu'),
    first: (at) => at.first!,
  },
]

/** Conferences go on for no longer. */
const maxDays = 14

/**
 * The days that a text begins with, if these are several of one event.
 *
 *     daysAtStart('12-13 September 2024, Hamburg') // => { starts: '2024-09-12', ends: '2024-09-13' }
 *     daysAtStart('June 4–5, 2018') // => { starts: '2018-06-04', ends: '2018-06-05' }
 */
export const daysAtStart = (text: string): WrittenDays | undefined => rangeAtStart(text)?.days

/**
 * A name without the days that stand beside it, if these are several.
 *
 *     withoutDayRange('Oar Days, May 13-15 2025, Ely') // => 'Oar Days, Ely'
 */
export function withoutDayRange(text: string): string {
  for (const { index, 0: sign } of text.matchAll(/\s*(?:[,;|·•(]|\s[–—-])\s*/g)) {
    const at = index + sign.length
    const range = rangeAtStart(text.slice(at))
    if (range === undefined) continue
    const after = text.slice(at + range.length).replace(/^\s*[,;]\s*/, ', ')
    const rest = sign.includes('(') ? after.replace(/^, /, ' (').replace(/^\)/, '') : after
    return `${text.slice(0, index)}${rest}`.trim()
  }
  return text
}

function rangeAtStart(text: string): { readonly days: WrittenDays; readonly length: number } | undefined {
  for (const { form, first } of ranges) {
    const found = form.exec(text)
    const at = found?.groups
    if (found === null || at === undefined) continue
    const starts = dayIn(first(at as Record<string, string>))
    const ends = dayIn(at.last ?? `${at.lastMonth ?? at.month} ${at.lastDay}, ${at.lastYear}`)
    if (starts !== undefined && ends !== undefined && isShort(starts, ends))
      return { days: { starts, ends }, length: found[0].length }
  }
  return undefined
}

const isShort = (starts: string, ends: string): boolean => {
  const days = (Date.parse(ends) - Date.parse(starts)) / (24 * 60 * 60 * 1000)
  return days > 0 && days <= maxDays
}
