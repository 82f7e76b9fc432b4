import { type ClauseValue, endOfValues, listOfValues, matchAt, name, oneValue } from './clause-values.ts'
import type { Place, QueryPart } from './query.ts'
import { roleOf } from './question-words.ts'

/** A stretch of the question that may be more than plain words. Its end is before the punctuation of the sentence. */
export interface Clause extends Place {
  readonly isExcluded: boolean
  /** What stands before a colon, whether it is a field or not. */
  readonly name?: QueryPart
  /** Alternatives: one, but for lists (`tag:flask,django`) and for a name with nothing after its colon. */
  readonly values: readonly ClauseValue[]
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
  const moved = <Part extends Place>(part: Part) => ({
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
