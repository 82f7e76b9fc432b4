import { type TalkKind, talkKinds } from '../../notes/talk.ts'
import { fold } from '../../text/fold.ts'
import { nearestName } from '../../text/nearest-names.ts'
import type { ClauseValue } from './clause-values.ts'
import {
  type FilterField,
  type FilterValue,
  partsOfTalks,
  type QueryPart,
  type Sort,
  sorts,
  type TalkPart,
} from './query.ts'
import type { QueryField } from './query-fields.ts'

/** What a value of a field says, or what is wrong with it. */
export type FieldValue = Meant | Unreadable
export type Meant = { readonly field: FilterField; readonly value: FilterValue } | { readonly sort: Sort }
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
    case 'before':
    case 'after':
    case 'since':
    case 'until': {
      const year = readYear(text)
      return year === undefined ? noYear(field, text) : years(part, bounds[field](year))
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
      return { field, value: readName(part, typed.form === 'quoted') }
  }
}

/** `djan*`: what begins so. */
function readName({ text, start, end }: QueryPart, isQuoted: boolean): FilterValue {
  const beginning = /^.*[\p{L}\p{N}](?=\*$)/su.exec(text)?.[0]
  if (beginning === undefined) return { text, start, end, form: isQuoted ? 'whole' : 'words' }
  return { text: beginning, start, end: start + beginning.length, form: 'beginning' }
}

const bounds = {
  before: (year: number) => ({ to: year - 1 }),
  after: (year: number) => ({ from: year + 1 }),
  since: (year: number) => ({ from: year }),
  until: (year: number) => ({ to: year }),
} as const

/** `2012`, `2012-2014` and `2012..2014`, `>=2012` and `2012+`. */
function readYears(part: QueryPart): FieldValue {
  const plain = visible(part.text)
  const single = readYear(plain.replace(/^=+/, ''))
  if (single !== undefined) return years(part, { from: single, to: single })
  const range = /^(\d{4})(?:\.{2,3}|[-–—−])(\d{4})$/.exec(plain)?.slice(1).map(Number)
  if (range) return years(part, { from: Math.min(...range), to: Math.max(...range) })
  const plus = /^(\d{4})\+$/.exec(plain)
  if (plus) return years(part, bounds.since(Number(plus[1])))
  const [, sign, year] = /^(>=|=>|≥|<=|=<|≤|>|<)(\d{4})$/.exec(plain) ?? []
  return sign ? years(part, bounds[boundOf(sign)](Number(year))) : noYear('year', part.text)
}

function years(part: QueryPart, range: { readonly from?: number; readonly to?: number }): FieldValue {
  return { field: 'year', value: { ...part, form: 'years', ...range } }
}

function boundOf(sign: string): keyof typeof bounds {
  if (sign === '>') return 'after'
  if (sign === '<') return 'before'
  return /[>≥]/.test(sign) ? 'since' : 'until'
}

function readYear(typed: string): number | undefined {
  const plain = visible(typed)
  return /^\d{4}$/.test(plain) ? Number(plain) : undefined
}

function noYear(field: QueryField, typed: string): Unreadable {
  return { problem: `“${typed}” is no year: write four digits, as in ${field}:2012.` }
}

/** Without what is copied along and cannot be seen, such as a zero-width space. */
function visible(typed: string): string {
  return typed.replace(/\p{Cf}/gu, '')
}

const otherKinds = { lightningtalk: 'lightning' } as const
const otherSorts = {
  new: 'newest',
  latest: 'newest',
  recent: 'newest',
  date: 'newest',
  old: 'oldest',
  earliest: 'oldest',
} as const

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
  const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
  const problem = `“${typed}” means nothing to “${field}:”, which can be ${list}`
  if (nearest === undefined) return { problem: `${problem}.` }
  return { problem: `${problem}; it is taken for “${nearest}”.`, suggestion: nearest }
}

type Nearest<Choice> =
  | { readonly isSame: true; readonly choice: Choice }
  | { readonly isSame: false; readonly choice: Choice | undefined }

/** `follow-ups`, `Videos` and `keynotes` are the same as what they mean. */
function nearestChoice<Choice extends string>(
  typed: string,
  choices: readonly Choice[],
  others: Readonly<Record<string, Choice>>,
): Nearest<Choice> {
  const plain = fold(typed).replace(/[^\p{L}]/gu, '')
  const meanings = new Map([
    ...choices.map((choice) => [choice, choice] as const),
    ...Object.entries(others),
  ] as const)
  const same = [...meanings].find(([name]) => plain === name || plain === `${name}s` || `${plain}s` === name)
  if (same) return { isSame: true, choice: same[1] }
  const near = nearestName(plain, [...meanings.keys()])
  return { isSame: false, choice: near === undefined ? undefined : meanings.get(near) }
}
