import type { ClauseValue } from './clause-values.ts'
import type { Clause } from './clauses.ts'
import { type Meant, readValue } from './field-values.ts'
import type { Filter, Notice, Place, QueryPart, Sort } from './query.ts'
import { isOwnName, nearestFields, type QueryField, readField } from './query-fields.ts'

/** What a clause with a colon is: a filter, an order or words, with what is to be said about it. */
export interface FieldReading {
  readonly filter?: Filter
  readonly sort?: Sort
  readonly notices: readonly Notice[]
  /** What of the clause is no plain words. */
  readonly taken: readonly Place[]
}

/**
 * A value of a closed list that is misspelt is read as it was probably meant. What is no value becomes words, but the
 * field's name does not, and neither does a name that is misspelt.
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
  const words = read.flatMap((one) => (one.meant ? [] : [one.value]))
  return {
    ...(filter && { filter }),
    ...(sort && { sort }),
    notices: read.flatMap(({ notice }) => notice ?? []),
    taken: without(clause, words),
  }
}

/** What a correction means stands where it was typed. */
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

const needs: Readonly<Record<QueryField, string>> = {
  speaker: 'a name',
  tag: 'a tag',
  event: 'a name',
  kind: 'a kind',
  year: 'a year',
  before: 'a year',
  after: 'a year',
  since: 'a year',
  until: 'a year',
  has: 'a word such as video',
  lang: 'a language',
  sort: 'an order such as newest',
}

/** A field is only believed to be meant where it takes the values that were typed: `port:8080` is no `sort:`. */
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
function without({ start, end }: Place, words: readonly Place[]): Place[] {
  const places: Place[] = []
  let from = start
  for (const word of words) {
    places.push({ start: from, end: word.start })
    from = word.end
  }
  return [...places, { start: from, end }]
}
