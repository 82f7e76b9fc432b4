import type { BlockBuilder } from './block-builder.ts'
import type { Dialect } from './dialect.ts'
import {
  bullet, endOfFence, endOfHtmlTable, endOfIndented, endOfTable, fence, hashHeading, indentOf, isOverline, quote, ruler, thematicBreak,
} from './markup-signs.ts' // biome-ignore format: a list
import { isDefinition, type References } from './reference-links.ts'
import { readDirective } from './rst-directive.ts'
import { alignedHtmlTable, alignedTable } from './table-cells.ts'

/** Lines that are being taken apart. */
export interface LinesRead {
  readonly lines: readonly string[]
  readonly dialect: Dialect
  readonly references: References
  readonly build: BlockBuilder
  /** Whether each line of a paragraph is one of its own. */
  readonly splitLines: boolean
  /** Whether they stand in so many frames that no further one is looked into. */
  readonly isDeep: boolean
  /** Reads what stands in a frame, which begins at line `from`. */
  readonly readFramed: (lines: readonly string[], from: number, isQuotation: boolean) => void
  /** Which depth headings have that are underlined in that style. */
  readonly depthOfStyle: (style: string) => number
  /** The last lines that end a comment, and what is in `<pre>`; -1 if none does. */
  readonly lastEnds: { readonly comment: number; readonly pre: number }
}

/** A line at which a block may begin. Lines are indices. */
interface LineRead {
  readonly at: number
  readonly line: string
  readonly indent: number
  /** The block above it, if it is not over. */
  readonly open: BlockBuilder['open']
}

/** Reads what begins at a line, and gives the line after it; undefined if nothing of this form begins there. */
type ReadForm = (here: LineRead, text: LinesRead) => number | undefined

/** Reads the block that begins at a line, or the line as one more of the block above. Gives the line after it. */
export function readForm(at: number, text: LinesRead): number {
  const line = text.lines[at] ?? ''
  const here: LineRead = { at, line, indent: indentOf(line), open: text.build.open }
  for (const read of forms) {
    const next = read(here, text)
    if (next !== undefined) return next
  }
  return readText(here, text)
}

/** In plain text and in reStructuredText, `::` at the end of a paragraph announces what is kept as it is typed. */
const blankLine: ReadForm = ({ at, line, open }, { lines, dialect, build }) => {
  if (line.trim() !== '') return undefined
  const announcing = dialect !== 'markdown' && open?.words.at(-1)?.endsWith('::') ? open : undefined
  build.close()
  if (announcing === undefined) return at + 1
  const { indent } = announcing
  const end = endOfIndented(lines, at + 1, indent + 1)
  if (end > at + 1) build.verbatim({ from: at + 1, to: end, indent })
  return end
}

const underline: ReadForm = ({ at, line, open }, { dialect, build, depthOfStyle }) => {
  if (open?.form !== 'paragraph' || open.words.length > 1 || !ruler.test(line)) return undefined
  // Markdown underlines with any number of `=` or `-`; others with more signs, at least as many as the title has.
  const isLongEnough = dialect !== 'markdown' && line.trim().length >= (open.words[0] ?? '').length
  if (!/^[=-]/.test(line) && !isLongEnough) return undefined
  build.headingOfOpen(depthOfStyle(line.slice(0, 1)), at)
  return at + 1
}

const indentedCode: ReadForm = ({ at, indent, open }, { lines, dialect, build }) => {
  const codeIndent = 4 + build.contentAt(indent)
  if (dialect !== 'markdown' || open || indent < codeIndent) return undefined
  const end = endOfIndented(lines, at, codeIndent)
  build.verbatim({ from: at, to: end, indent })
  return end
}

const overlinedTitle: ReadForm = ({ at, line, open }, { lines, dialect, build, depthOfStyle }) => {
  if (dialect === 'markdown' || open || !isOverline(lines, at)) return undefined
  build.heading(lines[at + 1] ?? '', depthOfStyle(`over${line[0]}`), at, at + 3)
  return at + 3
}

const fencedCode: ReadForm = ({ at, line, indent }, { lines, build }) => {
  const [, marks = '', info = ''] = fence.exec(line) ?? []
  if (marks === '') return undefined
  const end = endOfFence(lines, at + 1, marks)
  build.verbatim({ from: at, to: end + 1, indent, inner: [at + 1, end], info: info.trim() })
  return end + 1
}

const hashedHeading: ReadForm = ({ at, line, open }, { dialect, build }) => {
  const hash = dialect === 'plain' || (dialect !== 'markdown' && open) ? undefined : hashHeading(line)
  if (hash === undefined) return undefined
  build.heading(hash.text, hash.depth, at, at + 1)
  return at + 1
}

const rule: ReadForm = ({ at, line }, { build }) => {
  if (!ruler.test(line) && !thematicBreak.test(line)) return undefined
  build.endLists()
  return at + 1
}

const table: ReadForm = ({ at, line, indent, open }, { lines, dialect, build }) => {
  const mayBegin = dialect === 'restructuredtext' || !open || line.includes('|')
  const end = mayBegin ? endOfTable(lines, at) : undefined
  if (end !== undefined)
    build.verbatim({ from: at, to: end, indent, text: alignedTable(lines.slice(at, end)) })
  return end
}

const htmlTable: ReadForm = ({ at, indent }, { lines, dialect, build }) => {
  const end = dialect === 'markdown' ? endOfHtmlTable(lines, at) : undefined
  const text = end === undefined ? undefined : alignedHtmlTable(lines.slice(at, end).join('\n'))
  if (end === undefined || text === undefined) return undefined
  build.verbatim({ from: at, to: end, indent, text })
  return end
}

/** What stands behind it on its last line is text. */
const comment: ReadForm = ({ at, line, indent }, { lines, dialect, build, lastEnds }) => {
  const begins = dialect !== 'restructuredtext' && /^\s*<!--/.test(line) && at <= lastEnds.comment
  if (!begins) return undefined
  build.close()
  const last = endWhere(lines, at, (other) => other.includes('-->'))
  const after = lines[last]?.replace(/^.*?-->/, '').trim()
  if (after) build.paragraph(after, last, indent)
  return last + 1
}

const preElement: ReadForm = ({ at, line, indent }, { lines, dialect, build, lastEnds }) => {
  const begins = dialect !== 'restructuredtext' && /^\s*<pre\b/i.test(line) && at <= lastEnds.pre
  if (!begins) return undefined
  const end = endWhere(lines, at, (other) => /<\/pre>/i.test(other)) + 1
  build.verbatim({ from: at, to: end, indent, isHtml: true })
  return end
}

/** `[docs]: https://docs.example`, which links elsewhere refer to, is no text. */
const definition: ReadForm = ({ at, line, open }, { dialect, references }) =>
  dialect === 'markdown' && !open && isDefinition(line, references) ? at + 1 : undefined

const directive: ReadForm = ({ at, line, indent, open }, { lines, dialect, build, isDeep, readFramed }) => {
  if (dialect === 'markdown' || open || isDeep || !/^\s*\.\.(\s|$)/.test(line)) return undefined
  const end = endOfIndented(lines, at + 1, indent + 1)
  const read = readDirective(lines.slice(at, end), dialect === 'restructuredtext')
  if (read.form === 'code')
    build.verbatim({ from: at, to: end, indent, inner: [at + read.skip, end], info: read.info })
  else readFramed(read.lines, at, read.form === 'quotation')
  return end
}

/** A session with Python's prompt, up to the next blank line. */
const promptedCode: ReadForm = ({ at, line, indent }, { lines, build }) => {
  if (!/^\s*>>> /.test(line)) return undefined
  const end = endWhere(lines, at, (other) => other.trim() === '')
  build.verbatim({ from: at, to: end, indent })
  return end
}

const quotation: ReadForm = ({ at, line }, { lines, dialect, isDeep, readFramed }) => {
  if (dialect === 'restructuredtext' || isDeep || !quote.test(line)) return undefined
  let end = at + 1
  while (quote.test(lines[end] ?? '') || isText(lines[end] ?? '', lines[end - 1] ?? '')) end++
  const quoted = lines.slice(at, end).map((one) => one.replace(/^(\s{0,3}>)+ ?/, ''))
  readFramed(quoted, at, true)
  return end
}

/** Whether a line goes on with the text of a quotation without its sign. */
const isText = (line: string, before: string) =>
  line.trim() !== '' &&
  /^[\s>]*[^\s>]/.test(before) &&
  !(
    bullet.test(line) ||
    fence.test(line) ||
    ruler.test(line) ||
    thematicBreak.test(line) ||
    hashHeading(line)
  ) &&
  !/^\s*([|+<]|\.\. )/.test(line)

const item: ReadForm = ({ at, line, indent, open }, { build }) => {
  const [, , sign = '', space = '', text = ''] = bullet.exec(line) ?? []
  // Within a paragraph, a number may be of its text, unless it is the first.
  const mayBeText = open?.form === 'paragraph' && /^\s*(?!1[.)])\d/.test(line)
  if (sign === '' || mayBeText) return undefined
  build.bullet(text, at, { sign, indent, content: indent + sign.length + Math.min(space.length, 4) })
  return at + 1
}

/** The first that reads something is right. */
const forms: readonly ReadForm[] = [
  blankLine,
  underline,
  indentedCode,
  overlinedTitle,
  fencedCode,
  hashedHeading,
  rule,
  table,
  htmlTable,
  comment,
  preElement,
  definition,
  directive,
  promptedCode,
  quotation,
  item,
]

/** Of a paragraph or an item: what is looked for among the lines of one takes the square of their number. */
const maxBlockLines = 200

/** What is the sign of nothing is text of the block that is open. */
function readText({ at, line, indent, open }: LineRead, { dialect, build, splitLines }: LinesRead): number {
  const isRestructured = dialect === 'restructuredtext'
  // A field in reStructuredText, a footnote in Markdown.
  const isField = (isRestructured ? /^:\w[\w ]{0,30}:(\s|$)/ : /^\[\^[^\]\s]+\]: /).test(line)
  const isToDo = /^\s*(?:TODO|To[- ]?do):\s/.test(line)
  const isLong = open !== undefined && open.words.length > maxBlockLines
  const isSplit = isLong || (open?.form === 'paragraph' && (splitLines || isField || isToDo))
  const words = dialect === 'markdown' ? line.trim().replace(/\\$/, '') : line.trim()
  if (open && !isSplit) build.goOn(words, at)
  else build.paragraph(words, at, indent, isRestructured && indent > 0)
  return at + 1
}

/** The first line from there on of which something holds; the end, if it holds of none. */
function endWhere(lines: readonly string[], from: number, isEnd: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && !isEnd(lines[end] ?? '')) end++
  return end
}
