import { addDays, type DayRange, daysOfMonth } from '../../calendar/days.ts'
import { type TalkKind, talkKinds } from '../../notes/talk.ts'
import { enumerate } from '../../text/enumerate.ts'
import type { Clause, ClauseValue } from './clauses.ts'
import {
  type Filter,
  type FilterField,
  type FilterValue,
  type Notice,
  partsOfTalks,
  type QueryPart,
  type QuestionPlace,
  type Sort,
  sorts,
  type TalkPart,
} from './query.ts'
import {
  isOwnName,
  nearestChoice,
  nearestFields,
  needs,
  otherKinds,
  otherSorts,
  type QueryField,
  readField,
} from './query-fields.ts'

/** What a clause with a colon means: a filter, an order or words, with notices about it. */
interface FieldReading {
  readonly filter?: Filter
  readonly sort?: Sort
  readonly notices: readonly Notice[]
  /** The parts of the clause that are no plain words. */
  readonly taken: readonly QuestionPlace[]
}

/**
 * A value of a closed list that is misspelt is read as it was probably meant. What is no value becomes words, except
 * the field's name, even if that is misspelt, and figures.
 */
export function readFieldClause(clause: Clause, name: QueryPart): FieldReading {
  const field = readField(name.text)
  if (field === undefined) return readMisspelt(clause, name)
  const values = clause.values.filter(({ text }) => hasValue(text))
  if (values.length === 0) return readEmpty(clause, name, field)
  const read = values.map((value) => ({ value, ...readOrCorrect(field, value) }))
  const meant = read.flatMap((one) => one.meant ?? [])
  const filter = filterOf(clause, meant)
  const sort = meant.flatMap((one) => ('sort' in one ? [one.sort] : [])).at(-1)
  const words = read.flatMap(({ meant, value }) => (meant || isFigures(value.text) ? [] : [value]))
  return {
    ...(filter && { filter }),
    ...(sort && { sort }),
    notices: read.flatMap(({ notice }) => notice ?? []),
    taken: placesBeside(clause, words),
  }
}

/** A correction keeps the place of what was typed. */
function placedAt(meant: Meant, { text, start, end }: QueryPart): Meant {
  return 'sort' in meant ? meant : { ...meant, value: { ...meant.value, text, start, end } }
}

/** All values of a clause are of one field. */
function filterOf({ start, end, isExcluded }: Clause, meant: readonly Meant[]): Filter | undefined {
  const filters = meant.flatMap((one) => ('sort' in one ? [] : [one]))
  const [first] = filters
  if (first === undefined) return undefined
  return { start, end, isExcluded, field: first.field, anyOf: filters.map(({ value }) => value) }
}

/** What is no day of any month was meant for one, and for nothing that notes say. */
const isFigures = (text: string): boolean => !/\p{L}/u.test(text)

function hasValue(text: string): boolean {
  return /[^\s*\p{Cf}]/u.test(text)
}

interface ReadOrCorrected {
  readonly meant?: Meant
  readonly notice?: Notice
}

function readOrCorrect(field: QueryField, value: ClauseValue): ReadOrCorrected {
  const read = readValue(field, value)
  if (!('problem' in read)) return { meant: read }
  const { problem: message, suggestion } = read
  const { start, end } = value
  const notice: Notice = { kind: 'bad-value', start, end, message, ...(suggestion && { suggestion }) }
  if (suggestion === undefined) return { notice }
  const corrected = readValue(field, { ...value, text: suggestion })
  return 'problem' in corrected ? { notice } : { meant: placedAt(corrected, value), notice }
}

/** "Type: hints" has a word before its colon. */
function readEmpty(clause: Clause, name: QueryPart, field: QueryField): FieldReading {
  const { start, end } = name
  if (clause.values.length === 0 && !isOwnName(name.text)) return { notices: [], taken: [] }
  const message = `“${name.text}:” needs ${needs[field]} right after the colon.`
  return { notices: [{ kind: 'empty-field', start, end, message }], taken: [clause] }
}

/** A field is only believed to be meant if it takes the values that were typed: `port:8080` is no `sort:`. */
function readMisspelt({ values }: Clause, name: QueryPart): FieldReading {
  if (!values.some(({ text }) => hasValue(text))) return { notices: [], taken: [] }
  const takesAll = (field: QueryField) => values.every((value) => readOrCorrect(field, value).meant)
  const suggestion = nearestFields(name.text).find(takesAll)
  if (suggestion === undefined) return { notices: [], taken: [] }
  const { start, end } = name
  const message = `There is no “${name.text}:”; did you mean “${suggestion}:”?`
  return { notices: [{ kind: 'misspelt-field', start, end, message, suggestion }], taken: [{ start, end }] }
}

/** The places of a clause around those of its values that are words. */
function placesBeside({ start, end }: QuestionPlace, words: readonly QuestionPlace[]): QuestionPlace[] {
  const places: QuestionPlace[] = []
  let from = start
  for (const word of words) {
    places.push({ start: from, end: word.start })
    from = word.end
  }
  return [...places, { start: from, end }]
}

/** What a value of a field says, or what is wrong with it. */
type FieldValue = Meant | Unreadable
type Meant = { readonly field: FilterField; readonly value: FilterValue } | { readonly sort: Sort }
interface Unreadable {
  readonly problem: string
  readonly suggestion?: string
}

export function readValue(field: QueryField, typed: ClauseValue): FieldValue {
  const text = typed.text.trim()
  const start = typed.start + typed.text.indexOf(text)
  const part = { text, start, end: start + text.length }
  switch (field) {
    case 'year':
      return readYears(part)
    case 'date':
      return readDaysValue(part)
    case 'before':
    case 'after':
    case 'since':
    case 'until': {
      const year = readYear(text)
      if (year !== undefined) return years(part, yearBounds[field](year))
      const span = spanOf(text)
      return span ? days(part, dayBounds[field](span)) : noYear(field, text)
    }
    case 'kind':
      return readChoice(field, part, talkKinds, otherKinds)
    case 'has':
      return readChoice(field, part, partsOfTalks, {})
    case 'sort': {
      const read = nearestChoice(text, sorts, otherSorts)
      return read.isSame ? { sort: read.choice } : notAmong(field, text, sorts, read.choice)
    }
    default:
      return { field, value: readNameValue(part, typed.form === 'quoted') }
  }
}

/** `djan*`: what begins so. */
function readNameValue({ text, start, end }: QueryPart, isQuoted: boolean): FilterValue {
  const beginning = /^.*[\p{L}\p{N}](?=\*$)/su.exec(text)?.[0]
  if (beginning === undefined) return { text, start, end, form: isQuoted ? 'whole' : 'words' }
  return { text: beginning, start, end: start + beginning.length, form: 'beginning' }
}

const yearBounds = {
  before: (year: number) => ({ to: year - 1 }),
  after: (year: number) => ({ from: year + 1 }),
  since: (year: number) => ({ from: year }),
  until: (year: number) => ({ to: year }),
} as const

/** `2012`, `2012-2014` and `2012..2014`, `>=2012` and `2012+`. */
function readYears(part: QueryPart): FieldValue {
  const plain = visibleText(part.text)
  const single = readYear(plain.replace(/^=+/, ''))
  if (single !== undefined) return years(part, { from: single, to: single })
  const range = /^(\d{4})(?:\.{2,3}|[-–—−])(\d{4})$/.exec(plain)?.slice(1).map(Number)
  if (range) return years(part, { from: Math.min(...range), to: Math.max(...range) })
  const plus = /^(\d{4})\+$/.exec(plain)
  if (plus) return years(part, yearBounds.since(Number(plus[1])))
  const [, sign, year] = /^(>=|=>|≥|<=|=<|≤|>|<)(\d{4})$/.exec(plain) ?? []
  return sign ? years(part, yearBounds[boundOf(sign)](Number(year))) : noYear('year', part.text)
}

function years(part: QueryPart, range: { readonly from?: number; readonly to?: number }): FieldValue {
  return { field: 'year', value: { ...part, form: 'years', ...range } }
}

const dayBounds = {
  before: ({ first }: DayRange) => ({ to: addDays(first, -1) }),
  after: ({ last }: DayRange) => ({ from: addDays(last, 1) }),
  since: ({ first }: DayRange) => ({ from: first }),
  until: ({ last }: DayRange) => ({ to: last }),
} as const

/** `2026-12-01`, `2026-12`, `2026`; ranges of them (`2026-12-01..2026-12-03`), open at an end or not; `>=2026-12-01`. */
function readDaysValue(part: QueryPart): FieldValue {
  const plain = visibleText(part.text).replace(/\+$/, '..')
  const [, sign, bound = ''] = /^(>=|=>|≥|<=|=<|≤|>|<)(.+)$/.exec(plain) ?? []
  if (sign) {
    const span = spanOf(bound)
    return span ? days(part, dayBounds[boundOf(sign)](span)) : noDay(part.text)
  }
  const [from = '', to = from, ...others] = plain.replace(/^=/, '').split(/\.{2,3}/)
  const [begin, end] = [spanOf(from), spanOf(to)]
  const isRead = (from === '' || begin) && (to === '' || end) && (begin ?? end) && others.length === 0
  if (!isRead) return noDay(part.text)
  const isTurned = begin && end && begin.first > end.last
  const [first, last] = isTurned ? [end.first, begin.last] : [begin?.first, end?.last]
  return days(part, { ...(first && { from: first }), ...(last && { to: last }) })
}

function noDay(typed: string): Unreadable {
  const problem = `“${typed}” is no day: write it as in date:2026-12-01, date:2026-12-01..2026-12-03 or date:2026-12.`
  return { problem }
}

function days(part: QueryPart, range: { readonly from?: string; readonly to?: string }): FieldValue {
  return { field: 'date', value: { ...part, form: 'days', ...range } }
}

/** The days that one name stands for: a day, a month, a year. */
function spanOf(typed: string): DayRange | undefined {
  const plain = visibleText(typed)
  if (/^\d{4}$/.test(plain)) return { first: `${plain}-01-01`, last: `${plain}-12-31` }
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(plain)) return daysOfMonth(plain)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(plain) && !Number.isNaN(Date.parse(`${plain}T00:00:00Z`))
  return isDay ? { first: plain, last: plain } : undefined
}

function boundOf(sign: string): keyof typeof yearBounds {
  if (sign === '>') return 'after'
  if (sign === '<') return 'before'
  return /[>≥]/.test(sign) ? 'since' : 'until'
}

function readYear(typed: string): number | undefined {
  const plain = visibleText(typed)
  return /^\d{4}$/.test(plain) ? Number(plain) : undefined
}

function noYear(field: QueryField, typed: string): Unreadable {
  return { problem: `“${typed}” is no year: write four digits, as in ${field}:2012.` }
}

/** Without what is copied along and cannot be seen, such as a zero-width space. */
function visibleText(typed: string): string {
  return typed.replace(/\p{Cf}/gu, '')
}

function readChoice(
  field: 'kind' | 'has',
  part: QueryPart,
  choices: readonly (TalkKind | TalkPart)[],
  others: Readonly<Record<string, TalkKind | TalkPart>>,
): FieldValue {
  const { isSame, choice } = nearestChoice(part.text, choices, others)
  if (isSame) return { field, value: { ...part, form: 'choice', choice } }
  return notAmong(field, part.text, choices, choice)
}

function notAmong(
  field: QueryField,
  typed: string,
  choices: readonly string[],
  nearest: string | undefined,
): Unreadable {
  const problem = `“${typed}” means nothing to “${field}:”, which can be ${enumerate(choices, 'or')}`
  if (nearest === undefined) return { problem: `${problem}.` }
  return { problem: `${problem}; it is taken for “${nearest}”.`, suggestion: nearest }
}
