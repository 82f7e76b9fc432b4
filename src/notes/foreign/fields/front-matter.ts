import { parse as parseToml } from 'smol-toml'
import { parseJson } from '../../../text/parse-json.ts'
import { dayIn } from '../dates/written-dates.ts'
import { describeYamlFault } from './describe-yaml-fault.ts'
import { keyMeaningOf } from './known-keys.ts'
import {
  isForTalk,
  type MisreadField,
  parseAnyYaml,
  type ReadField,
  readFieldByField,
  repeatedKeys,
} from './read-field-by-field.ts'

export interface ForeignFrontMatter {
  readonly fields: readonly ReadField[]
  /** The text below, with the lines of the front matter empty: so its lines are the file's. */
  readonly body: readonly string[]
  /** Fields that are broken, which are left out, and keys that come twice. */
  readonly broken?: readonly MisreadField[]
  /** What is wrong with it, if it could be read field by field alone. */
  readonly problem?: FrontMatterProblem
}

export interface FrontMatterProblem {
  /** 1-based line of the file. */
  readonly line: number
  readonly message: string
  /** What to do, as half a sentence. */
  readonly advice: string
}

/**
 * Takes front matter off a text, in any of the forms that tools and people write: YAML between `---`, TOML between `+++`,
 * either of which may only end, and `key: value` lines without any fence.
 */
export function takeFrontMatter(lines: readonly string[]): ForeignFrontMatter {
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[first]?.trim() ?? ''
  if (opening === '+++') return fenced(lines, first, /^\+\+\+\s*$/, readToml)
  if (/^---$/.test(opening)) return fenced(lines, first, /^(---|\.\.\.)\s*$/, readYaml)
  const json = opening.startsWith('{') ? jsonBlock(lines, first) : undefined
  if (json) return json
  const block = titleBlock(lines, first)
  if (block) return block
  // Some generators fence with more dashes, as rules are drawn too.
  if (/^-{4,}$/.test(opening)) {
    const to = lines.indexOf(opening, first + 1)
    const inner = lines.slice(first + 1, Math.max(to, first + 1))
    if (inner.every(isYamlLine) && inner.some((line) => isField.test(line)))
      return taken(lines, first, to + 1, readYaml(inner.join('\n'), first + 2))
  }
  for (const { closing, isLine, begins, read } of halves) {
    const end = lines.slice(0, maxHalfLines).findIndex((line) => closing.test(line))
    if (end > first && first >= 0 && lines.slice(first, end).every(isLine) && begins.test(opening))
      return taken(lines, first, end + 1, read(lines.slice(first, end).join('\n'), first + 1))
  }
  const bare = first < 0 ? 0 : bareFields(lines, first)
  if (bare > 0)
    return taken(
      lines,
      first,
      first + bare,
      readFieldByField(lines.slice(first, first + bare).join('\n'), first + 1, 'lines'),
    )
  return { fields: [], body: lines }
}

/** Hugo's: a mapping in JSON, which is YAML too. */
function jsonBlock(lines: readonly string[], first: number): ForeignFrontMatter | undefined {
  const end = lines
    .slice(0, first + maxHalfLines)
    .findIndex((line, at) => at >= first && /\}\s*$/.test(line) && isJsonBlock(lines.slice(first, at + 1)))
  // On one line above a title it is an example of what is spoken on.
  const isExample = end === first && lines.some((line) => /^# +\S/.test(line))
  return end < 0 || isExample
    ? undefined
    : taken(lines, first, end + 1, readYaml(lines.slice(first, end + 1).join('\n'), first + 1))
}

function isJsonBlock(lines: readonly string[]): boolean {
  const value = parseJson(lines.join('\n'))
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => keyMeaningOf(key))
}

/** Pandoc's: a title, authors and a date, each behind a `%`. */
function titleBlock(lines: readonly string[], first: number): ForeignFrontMatter | undefined {
  const said = lines.slice(first, first + 3).map((line) => /^%(?:[ \t]+(\S.*))?$/.exec(line))
  const end = said.indexOf(null)
  const [title, authors, date] = said.map((line) => line?.[1]?.trim() ?? '')
  if (first < 0 || end === 0 || !title || (end === 1 && lines[first + 1]?.trim() !== '')) return undefined
  const length = end < 0 ? said.length : end
  const people = length > 1 ? (authors ?? '').replace(/\(?<[^<>]*>+\)?|\([^()]*[@<][^()]*\)/g, '').trim() : ''
  const day = length > 2 ? dayIn(date ?? '') : undefined
  const fields = [
    { key: 'title', value: title, line: first + 1 },
    ...(people === '' ? [] : [{ key: 'author', value: people.split(/\s*;\s*/), line: first + 2 }]),
    ...(day === undefined ? [] : [{ key: 'date', value: day, line: first + 3 }]),
  ]
  return taken(lines, first, first + length, { fields })
}

/** How many lines at the start are fields without any fence: two at least, a title among them, or most of them known. */
function bareFields(lines: readonly string[], first: number): number {
  let end = first
  let known = 0
  while (end - first < maxHalfLines && isField.test(lines[end] ?? '')) {
    if (keyMeaningOf(/^[^:]*/.exec(lines[end] ?? '')?.[0] ?? '') !== undefined) known++
    end++
  }
  const count = end - first
  const isTitle = /^title:\s+\S/i.test(lines[first] ?? '')
  return (count >= 2 || isTitle) && known * 2 > count && (lines[end] ?? '').trim() === '' ? count : 0
}

/** Front matter without an opening line is short; a rule further down is one between sections. */
const maxHalfLines = 40
const isField = /^[\w][\w \-.]{0,39}:(\s|$)/
const isYamlLine = (line: string) => /^([\w][\w \-.]{0,39}:(\s|$)|\s+\S|- |#|$)/.test(line)

const isTomlLine = (line: string) => /^(?:[\w."'-]+\s*=\s*\S|\s*\[|\s+\S|["\]}#]|\s*$)/.test(line)

/** Front matter that only ends, by the line that ends it. */
const halves = [
  { closing: /^---\s*$/, isLine: isYamlLine, begins: isField, read: readYaml },
  { closing: /^\+\+\+\s*$/, isLine: isTomlLine, begins: /^[\w-]+\s*=\s*\S/, read: readToml },
] as const

type FieldsOfFrontMatter = Pick<ForeignFrontMatter, 'fields' | 'broken' | 'problem'>

function fenced(
  lines: readonly string[],
  from: number,
  closing: RegExp,
  read: (text: string, line: number) => FieldsOfFrontMatter,
): ForeignFrontMatter {
  const end = lines.findIndex((line, index) => index > from && closing.test(line))
  // A rule at the start of a text that goes on without another is a rule.
  if (end < 0) return unclosed(lines, from)
  const inner = lines.slice(from + 1, end)
  const isRule =
    inner.some((line) => line.trim() !== '') &&
    !inner.some((line) => /^\s*["']?[\w$][^:=]{0,60}[:=]/.test(line))
  if (isRule) return { fields: [], body: lines }
  return taken(lines, from, end + 1, read(inner.join('\n'), from + 2))
}

const taken = (
  lines: readonly string[],
  from: number,
  to: number,
  read: FieldsOfFrontMatter,
): ForeignFrontMatter => ({
  ...read,
  body: lines.map((line, index) => (index >= from && index < to ? '' : line)),
})

/** Fields below a fence that nothing closes: they end with the first line that is none. */
function unclosed(lines: readonly string[], from: number): ForeignFrontMatter {
  const isToml = lines[from]?.trim() === '+++'
  const isOwn = isToml ? /^[\w-]{1,40}\s*=|^\s+\S/ : /^[\w][\w \-.]{0,39}:(?:\s|$)|^\s+\S|^- /
  let end = from + 1
  while (end - from < maxHalfLines && isOwn.test(lines[end] ?? '')) end++
  if (end === from + 1 || !/^\S/.test(lines[from + 1] ?? '')) return { fields: [], body: lines }
  const text = lines.slice(from + 1, end).join('\n')
  const fence = isToml ? '+++' : '---'
  return taken(lines, from, end, {
    ...readFieldByField(text, from + 2, isToml ? 'toml' : 'yaml'),
    problem: {
      line: from + 1,
      message: 'the front matter has no end',
      advice: `put a line \`${fence}\` below its last key`,
    },
  })
}

function readYaml(text: string, line: number): FieldsOfFrontMatter {
  let fault: unknown
  try {
    const value: unknown = parseAnyYaml(text)
    if (isDeeperThan(maxDepth, value)) throw new RangeError('it nests too deeply, or holds itself')
    if (value === null || value === undefined) return { fields: [] }
    if (typeof value === 'object' && !Array.isArray(value))
      return {
        fields: fieldsOf(withMarksAsText(value, text), text, line),
        broken: repeatedKeys(text, line, 'yaml'),
      }
  } catch (error) {
    fault = error
  }
  const { at, message } = parserFault(fault)
  return {
    ...readBroken(text, line, 'yaml'),
    problem: {
      line: line + at - 1,
      message: `bad YAML${message}`,
      advice: 'close every quote and bracket, and put values with special characters in quotes',
    },
  }
}

/** Nobody nests more in front matter; what holds itself, by an anchor in its own value, has no end. */
const maxDepth = 50

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(levels - 1, one))
}

function readToml(text: string, line: number): FieldsOfFrontMatter {
  try {
    const typed = text.split('\n')
    const fields = fieldsOf(parseToml(text), text, line).map((field) => ({
      ...field,
      value: dayAsWritten(field.value, typed[field.line - line] ?? ''),
    }))
    return { fields }
  } catch (error) {
    const { at, message } = parserFault(error)
    return {
      ...readBroken(text, line, 'toml'),
      problem: {
        line: line + at - 1,
        message: `bad TOML${message}`,
        advice: 'put text in quotes, and close every quote and bracket',
      },
    }
  }
}

function readBroken(text: string, line: number, form: 'yaml' | 'toml'): FieldsOfFrontMatter {
  const { fields, broken } = readFieldByField(text, line, form)
  return { fields, broken: [...broken, ...repeatedKeys(text, line, form)] }
}

/** The first fault that a parser tells, and its line in what it was given. */
function parserFault(error: unknown): { readonly at: number; readonly message: string } {
  const { line, linePos, message } = (error ?? {}) as {
    readonly line?: unknown
    readonly linePos?: readonly { readonly line?: unknown }[]
    readonly message?: unknown
  }
  const at = Number(line ?? linePos?.[0]?.line ?? 1)
  const said = describeYamlFault(String(message ?? '').replace(/^Invalid TOML document: /, ''))
  return {
    at: Number.isInteger(at) && at > 0 ? at : 1,
    message: said === '' ? '' : `: ${said}`,
  }
}

/** Marks that YAML reads as tags and anchors stand in notes for themselves: somebody forgot to put the value in quotes. */
function withMarksAsText(value: object, text: string): object {
  if (!/^[^\s:][^:\n]{0,40}:[ \t]+[!&]/m.test(text) || /:[ \t]+\*\w/.test(text)) return value
  const written = new Map(
    Array.from(
      text.matchAll(/^([^\s:][^:\n]{0,40}):[ \t]+([!&](?!!)\S*[ \t]+\S.*)$/gm),
      ([, key = '', said = '']) => [key.trim(), said.trim()],
    ),
  )
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' ? (written.get(key) ?? one) : one,
    ]),
  )
}

/** A day that there is not is another one to TOML's parser: it stays what was written, so that it is told. */
function dayAsWritten(value: unknown, typed: string): unknown {
  const [day] = /\d{4}-\d{2}-\d{2}/.exec(typed) ?? []
  const isOther = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !/["']/.test(typed)
  return isOther && day !== undefined && !value.startsWith(day) ? day : value
}

/** The fields, those of Hugo's `[params]` and the like among them. */
function fieldsOf(value: object, text: string, line: number): readonly ReadField[] {
  const places = placesOfKeys(text)
  return fieldsAt(value, (key) => line + (places.get(key) ?? 0))
}

/** @param lineOf where a key stands */
function fieldsAt(value: object, lineOf: (key: string) => number, depth = 0): readonly ReadField[] {
  return Object.entries(value).flatMap(([key, one]): readonly ReadField[] => {
    const line = lineOf(key)
    const field = { key, value: dateAsText(one), line }
    // What a speaker's mapping says of the talk: `speaker: { name: …, talkTitle: … }`.
    if (keyMeaningOf(key)?.of === 'speakers' && typeof one === 'object' && one !== null)
      return [field, ...fieldsAt(one, lineOf).filter(isForTalk)]
    // Of a picture it says whose that is; what sites keep besides may have one.
    const isNested =
      depth < maxTables &&
      (keyMeaningOf(key)?.of ?? 'title') === 'title' &&
      typeof one === 'object' &&
      one !== null &&
      !Array.isArray(one) &&
      (/^(?:extra|params|meta|metadata|custom)$/i.test(key) ||
        !Object.keys(one).some((inner) => /^(?:img|image|src|photo|credit)s?$/i.test(inner)))
    return isNested && !(one instanceof Date) ? fieldsAt(one, () => line, depth + 1) : [field]
  })
}

/** What lies deeper, as in `[extra.section.speakers]`, is of a part of the page. */
const maxTables = 2

/** By what a line begins with before its `:` or `=`: the first such line, from 0. */
function placesOfKeys(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, typed] of text.split('\n').entries()) {
    const key = /^\s*["']?([^:=]*)/.exec(typed)?.[1]?.trimEnd().replace(/["']$/, '') ?? ''
    if (!places.has(key)) places.set(key, place)
  }
  return places
}

/** TOML's dates are objects of a kind of their own. */
const dateAsText = (value: unknown): unknown => (value instanceof Date ? String(value.toJSON()) : value)
