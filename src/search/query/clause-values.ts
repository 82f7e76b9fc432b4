import type { Place, QueryPart } from './query.ts'

/** What a clause asks for, without quotes, sign and field. */
export interface ClauseValue extends QueryPart {
  /** `together`: in brackets, or in quotes that were never closed. */
  readonly form: 'bare' | 'quoted' | 'together'
}

const quotes = '"“”„‟＂'
/** A name's colon is followed by its value: `10:30`, `http://x.y` and `std::vector` have none. */
export const name = String.raw`\p{L}[\p{L}_-]*(?=[:：](?![:：/]))`

const quoted = new RegExp(`[${quotes}](?<value>[^${quotes}]*)[${quotes}]`, 'uy')
const bare = new RegExp(String.raw`[^\s(,${quotes}][^\s,${quotes}]*`, 'uy')
/** Only after a name's colon: elsewhere these are apostrophes, brackets and inches. */
const unclosed = new RegExp(`[${quotes}](?<value>[^${quotes}]*)$`, 'uy')
const singleQuoted = /['‘’](?<value>(?:[^'‘’]|['‘’](?=\p{L}))*)['‘’]/uy
const bracketed = /\((?<value>[^()]*)(?:\)|$)/uy
/** Another value, and no clause of its own. */
const comma = new RegExp(String.raw`,(?=[^\s,])(?!(?:[-–—−]|${name}))`, 'uy')

/** Outside of fields: `"a phrase"` or a word. */
export function oneValue(text: string, at: number): ClauseValue[] {
  const inQuotes = enclosed(quoted, text, at, 'quoted')
  if (inQuotes) return [inQuotes]
  const typed = matchAt(bare, text, at)?.[0]
  return typed === undefined ? [] : [bareValue(typed, at, '')]
}

/**
 * What follows a name's colon, with commas between.
 * @param mark what began the clause, and so may end it
 */
export function listOfValues(text: string, start: number, mark: string): ClauseValue[] {
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
export function endOfValues(
  text: string,
  values: readonly ClauseValue[],
  from: number,
  mark: string,
): number {
  const last = values.at(-1)
  const end = last === undefined ? from : last.form === 'bare' ? last.end : outerEnd(text, last)
  return mark !== '' && text.startsWith(mark, end) ? end + mark.length : end
}

/** Behind the sign that closes a value, if there is one. */
function outerEnd(text: string, { end }: Place): number {
  return Math.min(end + 1, text.length)
}

/** @param pattern sticky */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
