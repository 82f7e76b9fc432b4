import type { Block } from './block.ts'
import { flattenHtml, looksLikeHtml } from './flatten-html.ts'
import { flattenInline } from './flatten-inline.ts'

// In text that was wrapped no line is longer; in text that was not, a line break is meant.
const longestWrapped = 120

/**
 * Reads text in HTML, Markdown, reStructuredText or no markup at all into blocks. It keeps every word and gives up
 * what a note has no use for (emphasis, images, raw HTML); it never fails, because any text is some plain text. With
 * `splitLines`, each line of a paragraph is one of its own where the text was not wrapped.
 */
export function readMarkup(text: string, { splitLines = false } = {}): readonly Block[] {
  const plain = readableText(text)
  const lines = (looksLikeHtml(plain) ? flattenHtml(plain) : plain).split('\n')
  return readBlocks(lines, splitLines && isUnwrapped(lines))
}

export const isUnwrapped = (lines: readonly string[]): boolean =>
  lines.some((line) => line.length > longestWrapped)

/** The text with lines ended by `\n`, and without what nobody sees. */
export const readableText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwanted, '')

// Control characters, zero-width ones, and those that turn the direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g

const fence = /^ {0,3}(`{3,}|~{3,})/
const numberedHeading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/
const bullet = /^(\s*)(?:[-*+•‣◦–]|\d{1,3}[.)])\s+(\S.*)$/
const ruler = /^([=\-~^"*+#`:._])\1{2,}\s*$/
const tableRow = /^\s*(\+[-=+]{2,}\+|\|.*\|)\s*$/
const directive = /^\s*\.\.\s+(?:([\w-]+)::\s*(.*)|[_|].*)$/

interface OpenBlock {
  readonly form: 'paragraph' | 'bullet'
  readonly lines: string[]
  readonly depth: number
  readonly line: number
  readonly indent: number
}

function readBlocks(lines: readonly string[], splitLines = false): readonly Block[] {
  const blocks: Block[] = []
  const underlines: string[] = []
  const marksLevels = lines.some((line) => numberedHeading.test(line))
  let open: OpenBlock | undefined
  let indents: number[] = []

  const close = () => {
    if (!open) return
    // A literal block is announced by `::`, which alone is no text.
    const text = flattenInline(open.lines.join(' ')).replace(/::$/, ':')
    if (text && text !== ':') blocks.push({ form: open.form, text, depth: open.depth, line: open.line })
    open = undefined
  }
  const heading = (text: string, depth: number, line: number) => {
    const title = flattenInline(text)
    if (title) blocks.push({ form: 'heading', text: title, depth, line })
  }
  const underlinedLevel = (style: string) => {
    if (marksLevels) return style.endsWith('=') ? 1 : 2
    if (!underlines.includes(style)) underlines.push(style)
    return underlines.indexOf(style) + 1
  }
  const code = (from: number, to: number) => {
    const text = dedent(lines.slice(from, to))
      .join('\n')
      .replace(/^\n+|\s+$/g, '')
    if (text) blocks.push({ form: 'code', text, depth: 0, line: from + 1 })
  }

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const indent = indentOf(line)
    const next = lines[i + 1] ?? ''
    const fenced = fence.exec(line)?.[1]
    if (line.trim() === '') {
      const literal = open?.lines.at(-1)?.endsWith('::') ? open.indent : undefined
      close()
      if (literal === undefined) continue
      const end = endOfIndented(lines, i + 1, literal)
      code(i + 1, end)
      i = Math.max(i, end - 1)
    } else if (fenced) {
      close()
      const end = endOfFence(lines, i + 1, fenced)
      code(i + 1, end)
      i = end
    } else if (numberedHeading.test(line) && !open) {
      const [, marks = '', text = ''] = numberedHeading.exec(line) ?? []
      heading(text, marks.length, i + 1)
    } else if (!open && ruler.test(line) && next.trim() && lines[i + 2]?.trim() === line.trim()) {
      heading(next, underlinedLevel(`over${line[0]}`), i + 2)
      i += 2
    } else if (
      ruler.test(line) &&
      open?.form === 'paragraph' &&
      open.lines.length === 1 &&
      underlinesAll(line, open.lines[0] ?? '')
    ) {
      const [text = ''] = open.lines
      const at = open.line
      open = undefined
      heading(text, underlinedLevel(line.slice(0, 1)), at)
    } else if (ruler.test(line)) {
      close()
    } else if (tableRow.test(line)) {
      close()
      let end = i + 1
      while (tableRow.test(lines[end] ?? '')) end++
      code(i, end)
      i = end - 1
    } else if (directive.test(line) && !open) {
      const [, name, argument = ''] = directive.exec(line) ?? []
      const end = endOfIndented(lines, i + 1, indent)
      if (name && /^(code|code-block|sourcecode|parsed-literal)$/.test(name)) code(i + 1, end)
      else if (name && /^(note|warning|tip|hint|important|epigraph|topic|pull-quote)$/.test(name)) {
        const inner = [argument, ...dedent(lines.slice(i + 1, end))]
        blocks.push(...readBlocks(inner).map((block) => ({ ...block, line: block.line + i })))
      }
      i = Math.max(i, end - 1)
    } else if (bullet.test(line) && !(open?.form === 'paragraph' && /^\s*(?!1[.)])\d/.test(line))) {
      close()
      const [, , text = ''] = bullet.exec(line) ?? []
      indents = blocks.at(-1)?.form === 'bullet' ? indents.filter((other) => other < indent) : []
      open = { form: 'bullet', lines: [text], depth: Math.min(indents.length, 4), line: i + 1, indent }
      indents = [...indents, indent]
    } else if (open && !(open.form === 'paragraph' && (splitLines || open.lines.length > 200))) {
      open.lines.push(line.replace(/^\s*>\s?/, '').trim())
    } else {
      close()
      open = {
        form: 'paragraph',
        lines: [line.replace(/^\s*>\s?/, '').trim()],
        depth: 0,
        line: i + 1,
        indent,
      }
    }
  }
  close()
  return blocks
}

const indentOf = (line: string) => line.length - line.trimStart().length

/** Markdown underlines with any number of `=` or `-`; reStructuredText with other signs too, at least as long as the title. */
const underlinesAll = (ruler: string, title: string) =>
  /^[=-]/.test(ruler) || ruler.trim().length >= title.length

/** The first line after `from` that is neither blank nor indented more than `indent`; blank lines before it stay out. */
function endOfIndented(lines: readonly string[], from: number, indent: number): number {
  let end = from
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    if (indentOf(line) <= indent) break
    end = i + 1
  }
  return end
}

/** The line that closes a fence, or the end of the text. */
function endOfFence(lines: readonly string[], from: number, marks: string): number {
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim()
    if (line.startsWith(marks) && /^(`+|~+)$/.test(line)) return i
  }
  return lines.length
}

function dedent(lines: readonly string[]): readonly string[] {
  const margin = lines
    .filter((line) => line.trim())
    .reduce((least, line) => Math.min(least, indentOf(line)), 80)
  return lines.map((line) => line.slice(margin))
}
