/** Days as people write them in front matter, headings and names of files. All come out as `YYYY-MM-DD`. */
import { monthsByLanguage, shortMonths } from './day-word-lists.ts'

const month = `((?:${monthsByLanguage.flat().join('|')})(?!\\p{L})|${shortMonths.join('|')})[a-z]*\\.?`
const year = '(19[89]\\d|20\\d\\d)'
const dayOfMonth = '(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?'

const numbered = new RegExp(`(?<!\\d)${year}(?:(\\d{2})(\\d{2})|([-/._ ])(\\d{1,2})\\4(\\d{1,2}))(?!\\d)`)
const dotted = new RegExp(`(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${year}(?!\\d)`)
/** Either order, if only one is a date. */
const slashed = new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})/${year}(?!\\d)`)
/** Likewise, if nothing stands beside it: in `June 12-13-2024` two days do. */
const dashed = new RegExp(`^\\s*(\\d{1,2})-(\\d{1,2})-${year}\\s*$`)
const dayFirst = new RegExp(
  `(?<!\\d)${dayOfMonth}(?: of| de)?[\\s-]+${month},?(?: de)?[\\s-]+${year}(?!\\d)`,
  'iu',
)
const monthFirst = new RegExp(`(?<!\\p{L})${month}\\s+${dayOfMonth},?\\s+${year}(?!\\d)`, 'iu')

/**
 * The first whole day that a text names.
 *
 *     dayIn('Tue, 10th Feb 2012, 9:00') // => '2012-02-10'
 *     dayIn('June 9, 2024') // => '2024-06-09'
 *     dayIn('2 de mayo de 2023') // => '2023-05-02'
 *     dayIn('2024-06-09-0930-kettles') // => '2024-06-09'
 *     dayIn('May 2-3, 2019') // => undefined
 */
export function dayIn(text: string): string | undefined {
  // Every way to write a day has its year, and a digit more: names of thousands of files are asked.
  if (!/\d{4}/.test(text) || !fiveDigits.test(text)) return undefined
  const found: { readonly at: number; readonly day: string }[] = []
  const add = (match: RegExpExecArray | null, parts: readonly [number, string, number]) => {
    const day = match && dayOf(...parts)
    if (match && day) found.push({ at: match.index, day })
  }
  const at = (match: RegExpExecArray | null, group: number) => Number(match?.[group])
  const monthAt = (match: RegExpExecArray | null, group: number) =>
    String(numberOfMonth((match?.[group] ?? '').toLowerCase()))
  const iso = numbered.exec(text)
  add(iso, [at(iso, 1), iso?.[2] ?? iso?.[5] ?? '', Number(iso?.[3] ?? iso?.[6])])
  const german = dotted.exec(text)
  add(german, [at(german, 3), german?.[2] ?? '', at(german, 1)])
  const figures = slashed.exec(text) ?? dashed.exec(text)
  const [one, other] = [at(figures, 1), at(figures, 2)]
  if (one > 12 || other > 12 || one === other)
    add(figures, [at(figures, 3), String(one > 12 ? other : one), one > 12 ? one : other])
  const british = dayFirst.exec(text)
  add(british, [at(british, 3), monthAt(british, 2), at(british, 1)])
  const american = monthFirst.exec(text)
  add(american, [at(american, 3), monthAt(american, 1), at(american, 2)])
  return found.sort((one, other) => one.at - other.at)[0]?.day
}

const fiveDigits = /\d(?:\D*\d){4}/

const numberOfMonth = (name: string): number =>
  monthsByLanguage.findIndex((month) => month.includes(name)) + 1 || shortMonths.indexOf(name.slice(0, 3)) + 1

function dayOf(inYear: number, inMonth: string, on: number): string | undefined {
  const pad = (number: number | string) => String(number).padStart(2, '0')
  const text = `${inYear}-${pad(inMonth)}-${pad(on)}`
  return isRealDay(text) ? text : undefined
}

/** Whether there is such a day: `2024-02-29`, but not `2023-02-29`. */
export function isRealDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

const monthAlone = new RegExp(`^${month},?\\s+${year}$`, 'iu')

/** Whether a text names a month and nothing else: `March 2024`. */
export const isMonth = (text: string): boolean => monthAlone.test(text.trim())

/** A name without the month and year at its end: `OarConf Feb 2018`. */
export const withoutMonth = (name: string): string =>
  name.length > maxNameLength ? name : name.replace(monthBehind, '')

/** Of what is longer, a month is no part of a name, in characters. */
const maxNameLength = 200
const monthBehind = new RegExp(`(?<=\\S)[\\s,]+${month},?\\s+${year}$`, 'iu')

/** The year that a name tells; undefined if it tells none. */
export function yearIn(name: string): number | undefined {
  const found = /(?<!\d)(?:19[89]\d|20[0-4]\d)(?!\d)/.exec(name)?.[0]
  return found === undefined ? undefined : Number(found)
}

const oneOfDays = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`
/** The first day of several: `26-29 September 2023`, and `(1 & 2 February 2020)`, but not `Part 1 - 2 February 2020`. */
const firstOfDays = new RegExp(
  String.raw`(?:(?<!\d)${oneOfDays}[-–—]|(?<=^|[(,:;–—|]\s*)${oneOfDays}\s*(?:[-–—&+]|and|und|to|bis)\s*)(?=${dayFirst.source})`,
  'iu',
)

/**
 * Text without the day that it names, and without the signs that joined the two: for names of files and headings.
 *
 *     withoutDay('2024-06-09-0930-kettles') // => 'kettles'
 */
export function withoutDay(text: string): string {
  if (dayIn(text) === undefined) return text
  return text
    .replace(new RegExp(`${numbered.source}(?:[-_T ]*\\d{4}(?=[-_ ]))?`), ' ')
    .replace(dotted, ' ')
    .replace(slashed, ' ')
    .replace(dashed, ' ')
    .replace(firstOfDays, '')
    .replace(dayFirst, ' ')
    .replace(monthFirst, ' ')
    .replace(/(?<=[\p{L}\p{N}])[\s,;:–—-]+(?=[)\]])/gu, '')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/^(?:[\s,:|)\]–—_-]|[([](?![^\][()]*[)\]]))+|(?<![\s,:|([–—_-])[\s,:|([–—_-]+$/g, '')
    .replace(/\s{2,}/g, ' ')
}

/** Whether a text is nothing but a year. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

/** `Fri 7 March`, and `Day 1 (Fri 7 March)`, of that year; undefined if that was no Friday. */
export const dayOfYear = (text: string, year: number | undefined): string | undefined => {
  const day = dayInYear(text, year)
  const [said] = weekdayBefore.exec(text) ?? []
  const isOther = said !== undefined && day !== undefined && said.toLowerCase() !== shortWeekdayOf(day)
  return isOther ? undefined : day
}

/** Before a number or a month: `Sun and moon` is no day. */
const weekdayBefore =
  /\b(?:mon|tue|wed|thu|fri|sat|sun)(?=(?:[a-z]{0,3}day)?[.,]?\s+(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d))/i

/** The same, whatever day of the week that was. */
export const dayInYear = (text: string, year: number | undefined): string | undefined =>
  year === undefined || yearIn(text) !== undefined
    ? undefined
    : [text, ...text.split(/[()[\]|:]/)].map((part) => dayIn(`${part.trim()} ${year}`)).find(Boolean)

const shortWeekdayOf = (day: string): string | undefined =>
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${day}T12:00:00Z`).getUTCDay()]
