import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { meaningOf } from './known-keys.ts'

/** One field of front matter as it was written. */
export interface Field {
  readonly key: string
  readonly value: unknown
  /** 1-based line of its key; of the first line of front matter if that cannot be told. */
  readonly line: number
}

export interface FrontMatter {
  readonly fields: readonly Field[]
  /** The text below, with the lines of the front matter empty: so its lines are the file's. */
  readonly body: readonly string[]
  /** What is wrong with it, if it could be read by its lines alone. */
  readonly problem?: string
}

/**
 * Takes front matter off a text, in any of the forms that tools and people write: YAML between `---`, TOML between `+++`,
 * YAML that only ends, and `key: value` lines without any fence.
 */
export function takeFrontMatter(lines: readonly string[]): FrontMatter {
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[first]?.trim() ?? ''
  if (opening === '+++') return fenced(lines, first, /^\+\+\+\s*$/, readToml)
  if (/^---$/.test(opening)) return fenced(lines, first, /^(---|\.\.\.)\s*$/, readYaml)
  const end = lines.slice(0, maxHalfLines).findIndex((line) => /^---\s*$/.test(line))
  if (end > first && first >= 0 && lines.slice(first, end).every(isYamlLine) && isField.test(opening))
    return taken(lines, first, end + 1, readYaml(lines.slice(first, end).join('\n'), first + 1))
  const bare = first < 0 ? 0 : bareFields(lines, first)
  if (bare > 0)
    return taken(lines, first, first + bare, {
      fields: fieldsByLine(lines.slice(first, first + bare).join('\n'), first + 1),
    })
  return { fields: [], body: lines }
}

/** How many lines at the start are fields without any fence: two at least, a title among them, or most of them known. */
function bareFields(lines: readonly string[], first: number): number {
  let end = first
  let known = 0
  while (end - first < maxHalfLines && isField.test(lines[end] ?? '')) {
    if (meaningOf(/^[^:]*/.exec(lines[end] ?? '')?.[0] ?? '') !== undefined) known++
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

interface Read {
  readonly fields: readonly Field[]
  readonly problem?: string
}

function fenced(
  lines: readonly string[],
  from: number,
  closing: RegExp,
  read: (text: string, line: number) => Read,
): FrontMatter {
  const end = lines.findIndex((line, index) => index > from && closing.test(line))
  // A rule at the start of a text that goes on without another is a rule.
  if (end < 0) return { fields: [], body: lines }
  const inner = lines.slice(from + 1, end)
  const isRule =
    inner.some((line) => line.trim() !== '') &&
    !inner.some((line) => /^\s*["']?[\w$][^:=]{0,60}[:=]/.test(line))
  if (isRule) return { fields: [], body: lines }
  return taken(lines, from, end + 1, read(inner.join('\n'), from + 2))
}

const taken = (lines: readonly string[], from: number, to: number, read: Read): FrontMatter => ({
  ...read,
  body: lines.map((line, index) => (index >= from && index < to ? '' : line)),
})

function readYaml(text: string, line: number): Read {
  try {
    const value: unknown = parseYaml(text, {
      uniqueKeys: false,
      logLevel: 'error',
      maxAliasCount: 20,
      customTags: [],
    })
    if (value === null || value === undefined) return { fields: [] }
    if (typeof value === 'object' && !Array.isArray(value)) return { fields: fieldsOf(value, text, line) }
  } catch {
    // Its lines tell most of it.
  }
  return {
    fields: fieldsByLine(text, line),
    problem: 'the front matter is no YAML, so it is read line by line',
  }
}

function readToml(text: string, line: number): Read {
  try {
    return { fields: fieldsOf(parseToml(text), text, line) }
  } catch {
    const fields = fieldsByLine(text.replace(/^([\w-]+)\s*=\s*/gm, '$1: '), line)
    return { fields, problem: 'the front matter is no TOML, so it is read line by line' }
  }
}

/** The fields, those of Hugo's `[params]` and the like among them. */
function fieldsOf(value: object, text: string, line: number): readonly Field[] {
  const lines = text.split('\n')
  return Object.entries(value).flatMap(([key, one]): readonly Field[] => {
    const at = lines.findIndex((typed) => typed.trimStart().replace(/^["']/, '').startsWith(key))
    const field = { key, value: dateAsText(one), line: line + Math.max(0, at) }
    const isNested =
      meaningOf(key) === undefined && typeof one === 'object' && one !== null && !Array.isArray(one)
    return isNested && !(one instanceof Date)
      ? fieldsOf(one, text, line).map((inner) => ({ ...inner, line: field.line }))
      : [field]
  })
}

/** TOML's dates are objects of a kind of their own. */
const dateAsText = (value: unknown): unknown => (value instanceof Date ? String(value.toJSON()) : value)

/** Fields of what is no YAML or TOML: text behind the first colon, and lists below a key. */
function fieldsByLine(text: string, from: number): readonly Field[] {
  const fields: { key: string; value: string | string[]; line: number }[] = []
  for (const [index, typed] of text.split('\n').entries()) {
    const [, key, value = ''] = /^([\w][\w \-.]{0,39}?)\s{0,40}:\s*(?=\S|$)(.*\S)?\s*$/.exec(typed) ?? []
    const last = fields.at(-1)
    if (key !== undefined) fields.push({ key, value: unquoted(value), line: from + index })
    else if (last && /^\s*-\s+\S/.test(typed)) {
      const item = unquoted(typed.replace(/^\s*-\s+/, '').trim())
      last.value = [...(Array.isArray(last.value) ? last.value : last.value === '' ? [] : [last.value]), item]
    } else if (last && typeof last.value === 'string' && typed.trim())
      last.value = `${last.value} ${typed.trim()}`.trim()
  }
  return fields
}

const unquoted = (value: string) => value.replace(/^(["'])(.*)\1$/, '$2')

const propertyLine =
  /^\s{0,3}(?:[-*+]\s+)?(?:\*\*|__|\*)?:?(\p{L}[\p{L}\p{N} _()/-]{0,28}?)(?:\*\*|__|\*)?\s*(::?|:(?:\*\*|__|\*))(?:\s+(.*\S))?\s*$/u

const maxPropertyLength = 600

/** A `Key: value` line of a text, as Notion, Dataview and people write them; undefined if it is none. */
export function propertyIn(
  line: string,
): { readonly key: string; readonly value: string; readonly isSure: boolean } | undefined {
  if (line.length > maxPropertyLength) return undefined
  const [, key = '', sign = '', value = ''] = propertyLine.exec(line) ?? []
  if (key === '' || /^(https?|note|warning|todo|tip|example|q|a)$/i.test(key)) return undefined
  return { key: key.replace(/\(s\)$/, 's'), value, isSure: sign === '::' }
}
