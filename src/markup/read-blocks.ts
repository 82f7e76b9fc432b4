import { BlockBuilder } from './block-builder.ts'
import type { Dialect } from './dialect.ts'
import {
  bullet, endOfFence, endOfIndented, endOfTable, fence, hashHeading, indentOf, isOverline, quote, ruler, thematicBreak,
} from './markup-signs.ts' // biome-ignore format: a list
import type { ReadBlock } from './read-block.ts'
import { isDefinition, type References, resolveReferences } from './reference-links.ts'
import { readDirective } from './rst-directive.ts'

export interface MarkupRules {
  readonly dialect: Dialect
  /** Makes one line of markup plain. */
  readonly inline: (text: string) => string
  /** The addresses of links that are written elsewhere in the text. */
  readonly references: References
  /** Whether each line of a paragraph is one of its own. */
  readonly splitLines?: boolean
  /** How many quotations and directives the lines stand in. */
  readonly nesting?: number
}

const maxNesting = 20
const maxParagraphLength = 200

/**
 * Takes lines apart into blocks, in one pass: whatever is not the sign of something is text of the block that is open.
 * Words are never dropped, but those of comments, addresses of pictures and names of directives.
 */
export function readBlocks(lines: readonly string[], rules: MarkupRules): readonly ReadBlock[] {
  const { dialect, inline, references, splitLines = false, nesting = 0 } = rules
  const isMarkdown = dialect === 'markdown'
  const isRestructured = dialect === 'restructuredtext'
  const build = new BlockBuilder(lines, (words) => {
    const text = inline(resolveReferences(words, references))
    // A literal block is announced by `::`, which alone is no text.
    return isMarkdown ? text : text.replace(/\s*::$/, ':').replace(/^:$/, '')
  })
  const framed = (text: readonly string[], from: number, isQuotation: boolean) =>
    build.framed(readBlocks(text, { ...rules, nesting: nesting + 1 }), from, isQuotation)
  const underlines: string[] = []
  const underlinedLevel = (style: string) => {
    if (isMarkdown) return style.endsWith('=') ? 1 : 2
    if (!underlines.includes(style)) underlines.push(style)
    return underlines.indexOf(style) + 1
  }
  const lastCommentEnd = lines.findLastIndex((line) => line.includes('-->'))
  const lastPreEnd = lines.findLastIndex((line) => /<\/pre>/i.test(line))

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const indent = indentOf(line)
    const open = build.open
    const fenced = fence.exec(line)
    const isUnderline = open?.form === 'paragraph' && open.words.length === 1 && ruler.test(line)
    const hash = dialect === 'plain' ? undefined : hashHeading(line)
    const codeIndent = 4 + build.contentAt(indent)
    const tableEnd = isRestructured || !open || line.includes('|') ? endOfTable(lines, i) : undefined
    const marked = bullet.exec(line)

    if (line.trim() === '') {
      const literal = !isMarkdown && open?.words.at(-1)?.endsWith('::') ? open.indent : undefined
      build.close()
      if (literal === undefined) continue
      const end = endOfIndented(lines, i + 1, literal + 1)
      if (end > i + 1) build.verbatim({ from: i + 1, to: end, indent: literal })
      i = Math.max(i, end - 1)
    } else if (isUnderline && underlinesTitle(line, open?.words[0] ?? '', dialect)) {
      build.headingOfOpen(underlinedLevel(line.slice(0, 1)), i)
    } else if (isMarkdown && !open && indent >= codeIndent) {
      const end = endOfIndented(lines, i, codeIndent)
      build.verbatim({ from: i, to: end, indent })
      i = end - 1
    } else if (!isMarkdown && !open && isOverline(lines, i)) {
      build.heading(lines[i + 1] ?? '', underlinedLevel(`over${line[0]}`), i, i + 3)
      i += 2
    } else if (fenced) {
      const end = endOfFence(lines, i + 1, fenced[1] ?? '')
      build.verbatim({ from: i, to: end + 1, indent, inner: [i + 1, end], info: fenced[2]?.trim() })
      i = end
    } else if (hash && (isMarkdown || !open)) {
      build.heading(hash.text, hash.depth, i, i + 1)
    } else if (ruler.test(line) || thematicBreak.test(line)) {
      build.endLists()
    } else if (tableEnd !== undefined) {
      build.verbatim({ from: i, to: tableEnd, indent })
      i = tableEnd - 1
    } else if (!isRestructured && /^\s*<!--/.test(line) && i <= lastCommentEnd) {
      build.close()
      while (!lines[i]?.includes('-->')) i++
      const after = lines[i]?.replace(/^.*?-->/, '').trim()
      if (after) build.paragraph(after, i, indent)
    } else if (!isRestructured && /^\s*<pre\b/i.test(line) && i <= lastPreEnd) {
      let end = i
      while (!/<\/pre>/i.test(lines[end] ?? '')) end++
      build.verbatim({ from: i, to: end + 1, indent, isHtml: true })
      i = end
    } else if (isMarkdown && !open && isDefinition(line, references)) {
    } else if (!isMarkdown && !open && /^\s*\.\.(\s|$)/.test(line) && nesting < maxNesting) {
      const end = endOfIndented(lines, i + 1, indent + 1)
      const directive = readDirective(lines.slice(i, end), isRestructured)
      if (directive.form === 'code')
        build.verbatim({ from: i, to: end, indent, inner: [i + directive.skip, end], info: directive.info })
      else framed(directive.lines, i, directive.form === 'quotation')
      i = end - 1
    } else if (/^\s*>>> /.test(line)) {
      let end = i
      while (lines[end]?.trim()) end++
      build.verbatim({ from: i, to: end, indent })
      i = end - 1
    } else if (!isRestructured && quote.test(line) && nesting < maxNesting) {
      let end = i + 1
      while (quote.test(lines[end] ?? '') || isText(lines[end] ?? '', lines[end - 1] ?? '')) end++
      framed(lines.slice(i, end).map((quoted) => quoted.replace(/^(\s{0,3}>)+ ?/, '')), i, true) // biome-ignore format: one step
      i = end - 1
    } else if (marked && !(open?.form === 'paragraph' && /^\s*(?!1[.)])\d/.test(line))) {
      const [, , sign = '', space = '', text = ''] = marked
      build.bullet(text, i, { sign, indent, content: indent + sign.length + Math.min(space.length, 4) })
    } else {
      // A field in reStructuredText, a footnote in Markdown.
      const isField = (isRestructured ? /^:\w[\w ]{0,30}:(\s|$)/ : /^\[\^[^\]\s]+\]: /).test(line)
      const isSplit =
        open?.form === 'paragraph' && (splitLines || isField || open.words.length > maxParagraphLength)
      const words = isMarkdown ? line.trim().replace(/\\$/, '') : line.trim()
      if (open && !isSplit) build.goOn(words, i)
      else build.paragraph(words, i, indent, isRestructured && indent > 0)
    }
  }
  build.close()
  return build.blocks
}

/** Markdown underlines with any number of `=` or `-`; reStructuredText with other signs too, at least as long as the title. */
const underlinesTitle = (line: string, title: string, dialect: Dialect) =>
  /^[=-]/.test(line) || (dialect !== 'markdown' && line.trim().length >= title.length)

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
