import { monthPattern } from './day-word-lists.ts'
import { dayIn } from './written-dates.ts'

/** A title without the day or month before it, as lists of meetings are written. */
export interface DatedTitle {
  readonly title: string
  /** Whether a day or a month stood there. */
  readonly dated?: 'day' | 'month'
  /** `YYYY-MM-DD`, if it was a day. */
  readonly date?: string
}

/**
 * Takes off the day or month that a title begins with.
 *
 *     datedTitle('2024-06-09 Tides') // => { title: 'Tides', dated: 'day', date: '2024-06-09' }
 *     datedTitle('Oct 2023: Tides') // => { title: 'Tides', dated: 'month' }
 */
export function datedTitle(text: string): DatedTitle {
  if (text.length > maxTitleLength) return { title: text }
  const [whole = '', day = '', title = ''] = dayFirst.exec(text) ?? []
  const date = whole === '' ? undefined : dayIn(day)
  if (date !== undefined) return { title, dated: 'day', date }
  const [, ofMonth = ''] = monthFirst.exec(text) ?? []
  return ofMonth === '' ? { title: text } : { title: ofMonth, dated: 'month' }
}

/** Longer ones are sentences, in characters. */
const maxTitleLength = 200
const divided = String.raw`\]?(?:\s*[:|]\s*|\s+[-–—]+\s+|\s+)`
const said = String.raw`(?![:|–—-]|\d{1,2}[:.h]\d\d|\d+(?:\s|$))(.*\p{L}{2}.*)$`
/** Figures with the year, or a month in words between a day and a year. */
const dayFirst = new RegExp(
  [
    String.raw`^\[?((?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)? ${monthPattern},? (?:19|20)\d\d|`,
    String.raw`${monthPattern} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)${divided}${said}`,
  ].join(''),
  'iu',
)
const monthFirst = new RegExp(
  String.raw`^${monthPattern} (?:19|20)\d\d(?:\s*[:|]\s*|\s+[-–—]+\s+)${said}`,
  'iu',
)
