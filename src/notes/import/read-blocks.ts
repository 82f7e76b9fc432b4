import type { ReadBlock } from './block.ts'
import type { Dialect } from './dialect.ts'
import { decodeEntities } from './flatten-inline.ts'
import {
  bullet, endOfFence, endOfIndented, endOfTable, fence, hashHeading, indentOf, isOverline, quote, ruler, thematicBreak,
} from './markup-signs.ts' // biome-ignore format: a list
import { isDefinition, type References, resolveReferences } from './reference-links.ts'
import { readDirective } from './rst-directive.ts'

export interface Reading {
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

interface OpenBlock extends Pick<ReadBlock, 'depth' | 'line' | 'number' | 'quoted'> {
  readonly form: 'paragraph' | 'bullet'
  readonly raw: string[]
  readonly words: string[]
  readonly indent: number
}

/** An item of a list that is not over yet: where its sign stands, and where its text. */
interface Item {
  readonly indent: number
  readonly content: number
}

const deepestItem = 8
const deepestNesting = 20
const longestParagraph = 200

/**
 * Takes lines apart into blocks, in one pass: whatever is not the sign of something is text of the block that is open.
 * Words are never dropped, but those of comments, addresses of pictures and names of directives.
 */
export function readBlocks(lines: readonly string[], reading: Reading): readonly ReadBlock[] {
  const { dialect, references, splitLines = false, nesting = 0 } = reading
  const inline = (text: string) => reading.inline(resolveReferences(text, references))
  const isMarkdown = dialect === 'markdown'
  const isRestructured = dialect === 'restructuredtext'
  const blocks: ReadBlock[] = []
  const underlines: string[] = []
  const lastCommentEnd = lines.findLastIndex((line) => line.includes('-->'))
  const lastPreEnd = lines.findLastIndex((line) => /<\/pre>/i.test(line))
  let open: OpenBlock | undefined
  let items: readonly Item[] = []

  const close = () => {
    if (!open) return
    const { form, depth, line, number, quoted, raw, words } = open
    open = undefined
    // A literal block is announced by `::`, which alone is no text.
    const read = inline(words.join(' '))
    const text = isMarkdown ? read : read.replace(/\s*::$/, ':')
    if (!text || (text === ':' && !isMarkdown)) return
    const more = { ...(number !== undefined && { number }), ...(quoted && { quoted }) }
    blocks.push({ form, text, depth, line, raw, ...more })
  }
  /** Of a block that begins in that column: the items before it that it does not stand in are over. */
  const depthAt = (indent: number) => {
    items = items.filter(({ indent: sign, content }) => indent >= Math.min(content, sign + 2))
    return items.length
  }
  const heading = (title: string, depth: number, from: number, to: number) => {
    close()
    items = []
    const text = inline(title)
    if (text) blocks.push({ form: 'heading', text, depth, line: from + 1, raw: lines.slice(from, to) })
  }
  const underlinedLevel = (style: string) => {
    if (isMarkdown) return style.endsWith('=') ? 1 : 2
    if (!underlines.includes(style)) underlines.push(style)
    return underlines.indexOf(style) + 1
  }
  /** Code, or what is kept as it was typed like code. */
  const verbatim = (range: {
    from: number
    to: number
    indent: number
    inner?: [number, number]
    info?: string
    isHtml?: boolean
  }) => {
    close()
    const { from, to, indent, inner = [from, to], info, isHtml } = range
    const depth = depthAt(indent)
    const typed = dedent(lines.slice(...inner)).join('\n')
    const text = (isHtml ? decodeEntities(typed.replace(/<\/?(pre|code)\b[^<>]*>/gi, '')) : typed).replace(/^(?:[ \t]*\n)+|\s+$/g, '') // biome-ignore format: one step
    if (text || info)
      blocks.push({
        form: 'code',
        text,
        depth,
        line: from + 1,
        raw: lines.slice(from, to),
        ...(info && { info }),
      })
  }
  /** Blocks of lines that were taken out of their frame, the first of them from line `from`. */
  const inner = (text: readonly string[], from: number, quoted: boolean) => {
    close()
    items = []
    for (const block of readBlocks(text, { ...reading, nesting: nesting + 1 }))
      blocks.push({
        ...block,
        ...(block.form === 'heading' && { form: 'paragraph', depth: 0 }),
        line: block.line + from,
        ...(quoted && { quoted }),
      })
  }
  const begin = (
    block: Pick<OpenBlock, 'form' | 'depth' | 'number' | 'quoted' | 'indent'>,
    words: string,
    at: number,
  ) => {
    close()
    open = { ...block, line: at + 1, raw: [lines[at] ?? ''], words: [words] }
  }

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const indent = indentOf(line)
    const fenced = fence.exec(line)
    const isUnderline = open?.form === 'paragraph' && open.words.length === 1 && ruler.test(line)
    const hash = dialect === 'plain' ? undefined : hashHeading(line)
    const codeIndent = 4 + (items.findLast(({ content }) => indent >= content)?.content ?? 0)
    const tableEnd = isRestructured || !open || line.includes('|') ? endOfTable(lines, i) : undefined
    const marked = bullet.exec(line)

    if (line.trim() === '') {
      const literal = !isMarkdown && open?.words.at(-1)?.endsWith('::') ? open.indent : undefined
      close()
      if (literal === undefined) continue
      const end = endOfIndented(lines, i + 1, literal + 1)
      if (end > i + 1) verbatim({ from: i + 1, to: end, indent: literal })
      i = Math.max(i, end - 1)
    } else if (isUnderline && underlinesTitle(line, open?.words[0] ?? '', dialect)) {
      const title = open?.words[0] ?? ''
      open = undefined
      heading(title, underlinedLevel(line.slice(0, 1)), i - 1, i + 1)
    } else if (isMarkdown && !open && indent >= codeIndent) {
      const end = endOfIndented(lines, i, codeIndent)
      verbatim({ from: i, to: end, indent })
      i = end - 1
    } else if (!isMarkdown && !open && isOverline(lines, i)) {
      heading(lines[i + 1] ?? '', underlinedLevel(`over${line[0]}`), i, i + 3)
      i += 2
    } else if (fenced) {
      const end = endOfFence(lines, i + 1, fenced[1] ?? '')
      verbatim({ from: i, to: end + 1, indent, inner: [i + 1, end], info: fenced[2]?.trim() })
      i = end
    } else if (hash && (isMarkdown || !open)) {
      heading(hash.text, hash.depth, i, i + 1)
    } else if (ruler.test(line) || thematicBreak.test(line)) {
      close()
      items = []
    } else if (tableEnd !== undefined) {
      verbatim({ from: i, to: tableEnd, indent })
      i = tableEnd - 1
    } else if (!isRestructured && /^\s*<!--/.test(line) && i <= lastCommentEnd) {
      close()
      while (!lines[i]?.includes('-->')) i++
      const after = lines[i]?.replace(/^.*?-->/, '').trim()
      if (after) begin({ form: 'paragraph', depth: depthAt(indent), indent }, after, i)
    } else if (!isRestructured && /^\s*<pre\b/i.test(line) && i <= lastPreEnd) {
      let end = i
      while (!/<\/pre>/i.test(lines[end] ?? '')) end++
      verbatim({ from: i, to: end + 1, indent, isHtml: true })
      i = end
    } else if (isMarkdown && !open && isDefinition(line, references)) {
    } else if (!isMarkdown && !open && /^\s*\.\.(\s|$)/.test(line) && nesting < deepestNesting) {
      const end = endOfIndented(lines, i + 1, indent + 1)
      const directive = readDirective(lines.slice(i, end), isRestructured)
      if (directive.form === 'code')
        verbatim({ from: i, to: end, indent, inner: [i + directive.skip, end], info: directive.info })
      else inner(directive.lines, i, directive.form === 'quotation')
      i = end - 1
    } else if (/^\s*>>> /.test(line)) {
      let end = i
      while (lines[end]?.trim()) end++
      verbatim({ from: i, to: end, indent })
      i = end - 1
    } else if (!isRestructured && quote.test(line) && nesting < deepestNesting) {
      let end = i + 1
      while (quote.test(lines[end] ?? '') || isText(lines[end] ?? '', lines[end - 1] ?? '')) end++
      inner(lines.slice(i, end).map((quoted) => quoted.replace(/^(\s{0,3}>)+ ?/, '')), i, true) // biome-ignore format: one step
      i = end - 1
    } else if (marked && !(open?.form === 'paragraph' && /^\s*(?!1[.)])\d/.test(line))) {
      close()
      const [, , sign = '', space = '', text = ''] = marked
      const depth = Math.min(depthAt(indent), deepestItem)
      items = [...items, { indent, content: indent + sign.length + Math.min(space.length, 4) }].slice(0, deepestItem + 1) // biome-ignore format: one step
      begin(
        { form: 'bullet', depth, indent, ...(/\d/.test(sign) && { number: Number.parseInt(sign, 10) }) },
        text,
        i,
      )
    } else {
      // A field in reStructuredText, a footnote in Markdown.
      const isField = (isRestructured ? /^:\w[\w ]{0,30}:(\s|$)/ : /^\[\^[^\]\s]+\]: /).test(line)
      const isSplit =
        open?.form === 'paragraph' && (splitLines || isField || open.words.length > longestParagraph)
      const words = isMarkdown ? line.trim().replace(/\\$/, '') : line.trim()
      if (open && !isSplit) {
        open.raw.push(line)
        open.words.push(words)
      } else {
        close()
        const depth = depthAt(indent)
        const quoted = isRestructured && depth === 0 && indent > 0 && { quoted: true as const }
        begin({ form: 'paragraph', depth, indent, ...quoted }, words, i)
      }
    }
  }
  close()
  return blocks
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

function dedent(lines: readonly string[]): readonly string[] {
  const margin = lines
    .filter((line) => line.trim())
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), 80)
  return lines.map((line) => line.slice(margin))
}
