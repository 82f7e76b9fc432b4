import type { QueryPart, QuestionPlace } from './query.ts'
import { roleOf } from './word-roles.ts'

/** A stretch of the question that may be more than plain words. Its end is before the punctuation of the sentence. */
export interface Clause extends QuestionPlace {
  readonly isExcluded: boolean
  /** What stands before a colon, whether it is a field or not. */
  readonly name?: QueryPart
  /** Alternatives: one, except in lists (`tag:flask,django`) and after a name with nothing behind its colon. */
  readonly values: readonly ClauseValue[]
}

/** What a clause asks for, without quotes, sign and field. */
export interface ClauseValue extends QueryPart {
  /** `together`: in brackets, or in quotes that were never closed. */
  readonly form: 'bare' | 'quoted' | 'together'
}

/**
 * All clauses of a text, in order, never overlapping. A clause begins the text or follows a blank, a bracket or a comma:
 * `[marks][-][name:]value[,value …]`, a phrase in quotes, or `-(…)`, whose clauses are all excluded. Phones type curly
 * quotes and dashes, Japanese keyboards wide colons, and Slack copies code and bold text with its marks.
 */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = []
  let at = 0
  while (at < text.length) {
    const read = clausesAt(text, at)
    clauses.push(...read.clauses)
    at = read.end
  }
  return clauses
}

/** What every clause except a plain word has: a colon, a quotation mark, an asterisk, or a sign that excludes. Most questions have none. */
export const signOfClauses = /[:："“”„‟＂*–—−-]|NOT/

const quotes = '"“”„‟＂'
/** A name's colon is followed by its value: `10:30`, `http://x.y` and `std::vector` have none. */
const name = String.raw`\p{L}[\p{L}_-]*(?=[:：](?![:：/]))`

const quoted = new RegExp(`[${quotes}](?<value>[^${quotes}]*)[${quotes}]`, 'uy')
const bare = new RegExp(String.raw`[^\s(,${quotes}][^\s,${quotes}]*`, 'uy')
/** Only after a name's colon: elsewhere these are apostrophes, brackets and inches. */
const unclosed = new RegExp(`[${quotes}](?<value>[^${quotes}]*)$`, 'uy')
const singleQuoted = /['‘’](?<value>(?:[^'‘’]|['‘’](?=\p{L}))*)['‘’]/uy
const bracketed = /\((?<value>[^()]*)(?:\)|$)/uy
/** Another value, and no clause of its own. */
const comma = new RegExp(String.raw`,(?=[^\s,])(?!(?:[-–—−]|${name}))`, 'uy')

const invisible = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff`

const boundary = new RegExp(String.raw`(?<![^\s(\[{,${invisible}])(?![\s(\[{,${invisible}])`, 'uy')
const head = new RegExp(
  [
    `(?<mark>[*_~\`]{1,3}(?=[-–—−]?${name}))?`,
    String.raw`(?<sign>(?:NOT\s+)?[-–—−](?=\S)|NOT\s+(?=\S))?`,
    `(?:(?<name>${name})[:：])?`,
  ].join(''),
  'uy',
)
const group = /\((?<inside>[^()]*)(?:\)|$)/uy

/** The clauses that begin at a place, none or one but for a group, and where to go on. */
function clausesAt(text: string, start: number): { clauses: readonly Clause[]; end: number } {
  const nothing = { clauses: [], end: start + 1 }
  if (matchAt(boundary, text, start) === undefined) return nothing
  const { 0: all = '', groups = {} } = matchAt(head, text, start) ?? {}
  const { mark = '', sign = '' } = groups
  const isExcluded = sign !== ''
  const from = start + all.length
  if (sign.startsWith('NOT') && isEmphasis(text, from)) return nothing
  if (isExcluded && groups.name === undefined) {
    const inside = matchAt(group, text, from)?.groups?.inside
    if (inside !== undefined) return excludedGroup(inside, from + 1)
  }
  const values = groups.name === undefined ? oneValue(text, from) : listOfValues(text, from, mark)
  if (groups.name === undefined && values.length === 0) return nothing
  const nameStart = start + mark.length + sign.length
  const named = groups.name && { text: groups.name, start: nameStart, end: nameStart + groups.name.length }
  const end = Math.max(start + 1, endOfValues(text, values, from, mark))
  return { clauses: [{ start, end, isExcluded, ...(named && { name: named }), values }], end }
}

const word = /[\p{L}\p{N}]+/uy

/** In "why you should NOT use it" and in a question that is all in capitals, it is no operator. */
function isEmphasis(text: string, next: number): boolean {
  const role = roleOf(matchAt(word, text, next)?.[0].toLowerCase() ?? '')
  return role === 'grammar' || role === 'request' || !/\p{Ll}/u.test(text)
}

function excludedGroup(inside: string, offset: number) {
  const moved = <Part extends QuestionPlace>(part: Part) => ({
    ...part,
    start: part.start + offset,
    end: part.end + offset,
  })
  const clauses = readClauses(inside).map((clause): Clause => {
    const values = clause.values.map(moved)
    return { ...moved(clause), isExcluded: true, values, ...(clause.name && { name: moved(clause.name) }) }
  })
  return { clauses, end: offset + inside.length }
}

/** Outside of fields: `"a phrase"` or a word. */
function oneValue(text: string, at: number): ClauseValue[] {
  const inQuotes = enclosed(quoted, text, at, 'quoted')
  if (inQuotes) return [inQuotes]
  const typed = matchAt(bare, text, at)?.[0]
  return typed === undefined ? [] : [bareValue(typed, at, '')]
}

/**
 * What follows a name's colon, with commas between.
 * @param mark what began the clause, and so may end it
 */
function listOfValues(text: string, start: number, mark: string): ClauseValue[] {
  const values: ClauseValue[] = []
  let at: number | undefined = start
  while (at !== undefined) {
    const value: ClauseValue | undefined =
      enclosed(quoted, text, at, 'quoted') ??
      enclosed(singleQuoted, text, at, 'quoted') ??
      enclosed(bracketed, text, at, 'together') ??
      enclosed(unclosed, text, at, 'together')
    const typed: string | undefined = value ? undefined : matchAt(bare, text, at)?.[0]
    const read = value ?? (typed === undefined ? undefined : bareValue(typed, at, mark))
    if (read === undefined) break
    values.push(read)
    const end: number = typed === undefined ? outerEnd(text, read) : at + typed.length
    at = matchAt(comma, text, end) === undefined ? undefined : end + 1
  }
  return values
}

function enclosed(
  pattern: RegExp,
  text: string,
  at: number,
  form: ClauseValue['form'],
): ClauseValue | undefined {
  const value = matchAt(pattern, text, at)?.groups?.value
  return value === undefined ? undefined : { text: value, start: at + 1, end: at + 1 + value.length, form }
}

/** Without the punctuation of the sentence around and the mark that began the clause: `*speaker:cramer*?`. */
function bareValue(typed: string, start: number, mark: string): ClauseValue {
  let text = typed.replace(/[?!.,;:)\]}`]+$/u, '')
  if (mark !== '' && text.endsWith(mark)) text = text.slice(0, -mark.length).replace(/[?!.,;:)\]}`]+$/u, '')
  return { text, start, end: start + text.length, form: 'bare' }
}

/** Where a clause ends whose values begin at a place. */
function endOfValues(text: string, values: readonly ClauseValue[], from: number, mark: string): number {
  const last = values.at(-1)
  const end = last === undefined ? from : last.form === 'bare' ? last.end : outerEnd(text, last)
  return mark !== '' && text.startsWith(mark, end) ? end + mark.length : end
}

/** Behind the sign that closes a value, if there is one. */
function outerEnd(text: string, { end }: QuestionPlace): number {
  return Math.min(end + 1, text.length)
}

/** @param pattern sticky */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
