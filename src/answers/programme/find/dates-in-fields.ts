import type { DayRange } from '../../../calendar/days.ts'
import type { Now } from '../../../calendar/now.ts'
import { readDate } from '../../../calendar/read-date.ts'
import { splitAtBlanks } from '../../../calendar/word-at.ts'
import type { QuestionPlace, Replacement } from '../../../search/query/query.ts'
import { rewrite } from '../../../search/query/write-query.ts'
import { daysOfPhrase } from './days-of-phrase.ts'

/** A field that takes days, its sign and its value. */
export const dayField =
  /(?<=^|[\s(-])(date|before|after|since|until)[:：]([<>=≤≥]{0,2})("[^"]+"|[^"\s]+(?:[ \t]+[^"\s]+){0,4})/gi
/** What the query language can read as it stands. */
const inFigures = /^\d{4}(?:-|\.|\+|$|\s)/

/** A question whose fields have days by date. */
interface Dated {
  readonly text: string
  /** A place of `text` in the question as it was typed. */
  readonly asTyped: (place: QuestionPlace) => QuestionPlace
}

/**
 * The question with dates where fields name days: `date:tomorrow`, `since:"last monday"`; undefined if there are none.
 * @param days all that have talks, in order
 */
export function datesInFields(question: string, now: Now, days: readonly string[]): Dated | undefined {
  const replacements = [...question.matchAll(dayField)].flatMap((match) => {
    const [all, field = '', sign = '', typed = ''] = match
    const read = inFigures.test(typed) ? undefined : readRange(typed, now, days)
    if (read === undefined) return []
    const start = match.index + all.length - typed.length
    return [{ start, end: start + read.length, text: asDates(read.range, field.toLowerCase(), sign) }]
  })
  return replacements.length === 0
    ? undefined
    : { text: rewrite(question, replacements), asTyped: placesBefore(replacements) }
}

/** The days that a value names, and how many of its characters do. */
function readRange(
  typed: string,
  now: Now,
  days: readonly string[],
): { readonly range: DayRange; readonly length: number } | undefined {
  const isQuoted = typed.startsWith('"')
  const value = isQuoted ? typed.slice(1, -1) : typed
  const words = value.split(/\s+/)
  for (let count = words.length; count > 0; count--) {
    const said = words.slice(0, count).join(' ')
    const plain = splitAtBlanks(
      said
        .replace(/[?!,;.)]+$/, '')
        .replace(/[_-](?=\p{L})/gu, ' ')
        .replace(/\.{2,}/, ' to '),
    )
    const read = readDate(plain, 0)
    if (read?.end !== plain.length) {
      if (isQuoted) return undefined
      continue
    }
    const meant = daysOfPhrase(read.days, now, { days })
    if ('problem' in meant) return undefined
    const ends = /[?!,;.)]+$/.exec(said)?.[0].length ?? 0
    const length = isQuoted ? typed.length : lengthOf(typed, count) - ends
    return { range: meant.in(now.zone), length }
  }
  return undefined
}

/** How many characters the first words take. */
function lengthOf(text: string, words: number): number {
  let end = 0
  for (const { 0: word, index } of [...text.matchAll(/\S+/g)].slice(0, words)) end = index + word.length
  return end
}

/** As the field takes them: bounds are one day. */
function asDates({ first, last }: DayRange, field: string, sign: string): string {
  if (field === 'before' || field === 'since' || sign === '<' || /^(?:>=|=>|≥)$/.test(sign)) return first
  if (field === 'after' || field === 'until' || sign === '>' || sign !== '') return last
  return first === last ? first : `${first}..${last}`
}

function placesBefore(replacements: readonly Replacement[]): Dated['asTyped'] {
  const before = (at: number, side: 'start' | 'end') => {
    let shift = 0
    for (const { start, end, text } of replacements) {
      const from = start + shift
      if (at <= from) break
      if (at < from + text.length) return side === 'start' ? start : end
      shift += text.length - (end - start)
    }
    return at - shift
  }
  return ({ start, end }) => ({ start: before(start, 'start'), end: before(end, 'end') })
}
