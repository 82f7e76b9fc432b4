import { isJsonObject } from '../../../text/is-json-object.ts'
import { parseJson } from '../../../text/parse-json.ts'
import { dayIn } from '../dates/written-dates.ts'
import { keyMeaningOf } from './known-keys.ts'
import { readFieldByField } from './read-field-by-field.ts'
import { type FieldsOfFrontMatter, readToml, readYaml } from './read-yaml-or-toml.ts'

export interface ForeignFrontMatter extends FieldsOfFrontMatter {
  /** The text below, with the lines of the front matter empty: so its lines are the file's. */
  readonly body: readonly string[]
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
    // A line with a colon above one of dashes is a title, unless one stands below.
    const isOfFields =
      end > first + 1 ||
      keyMeaningOf(/^[^:=]*/.exec(opening)?.[0].trim() ?? '') !== undefined ||
      lines.slice(end + 1).some((line) => /^# +\S/.test(line))
    if (
      end > first &&
      first >= 0 &&
      isOfFields &&
      lines.slice(first, end).every(isLine) &&
      begins.test(opening)
    )
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
  return isJsonObject(value) && Object.keys(value).some((key) => keyMeaningOf(key))
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
  if (isRule || isSection(inner)) return { fields: [], body: lines }
  return taken(lines, from, end + 1, read(inner.join('\n'), from + 2))
}

/** Whether what stands between two rules is text: with code, or with a heading above sentences of which one may have a colon. */
function isSection(lines: readonly string[]): boolean {
  if (lines.some((line) => /^(?:```|~~~)/.test(line))) return true
  const fields = lines.filter((line) => isField.test(line)).length
  const others = lines.filter((line) => line.trim() !== '' && !isYamlLine(line)).length
  return others > fields && lines.some((line) => /^#{1,6}\s+\S/.test(line))
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
