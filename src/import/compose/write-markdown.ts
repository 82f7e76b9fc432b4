import type { Block } from '../../markup/block.ts'
import { withTypedBox } from '../../notes/to-dos.ts'

/**
 * Blocks as CommonMark in which every sign of the text means itself: what a hostile description says can make no
 * heading, link, image or HTML. Lines are wrapped at `width` characters, by default not at all; a heading of level 1
 * becomes one of `topLevel`, by default 2.
 */
export function writeMarkdown(
  blocks: readonly Block[],
  { width = Number.POSITIVE_INFINITY, topLevel = 2 } = {},
): string {
  let markdown = ''
  let before: Block | undefined
  /** Columns at which the text of the items begins that are open, the outermost first. */
  let items: readonly number[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.quoted) {
      let end = at + 1
      while (blocks[end]?.quoted) end++
      const inner = blocks.slice(at, end).map(({ quoted: _, ...rest }) => rest)
      items = []
      markdown += `${markdown && '\n\n'}${prefixLines(writeMarkdown(inner, { width: width - 2, topLevel }), '> ')}`
      before = undefined
      at = end - 1
      continue
    }
    const isBullet = block.form === 'bullet'
    // A block can be only one item deeper than the one before it.
    items = block.form === 'heading' ? [] : items.slice(0, block.depth)
    const indent = items.at(-1) ?? 0
    const sign = !isBullet ? '' : block.number === undefined ? '- ' : `${block.number}. `
    const text = writeBlock(block, { width: width - indent - sign.length, topLevel })
    if (markdown) markdown += isBullet && goesOn(items.length, block, before) ? '\n' : '\n\n'
    markdown += `${' '.repeat(indent)}${sign}${indentBelow(text, indent + sign.length)}`
    if (isBullet) items = [...items, indent + sign.length]
    before = { ...block, depth: isBullet ? items.length - 1 : items.length }
  }
  return markdown
}

/** Whether an item needs no empty line above it: below another, or below what stands in one that is over. */
function goesOn(depth: number, { number = 1 }: Block, before: Block | undefined): boolean {
  if (before?.form !== 'bullet') return before !== undefined && before.depth > depth
  // Only a list that begins with 1 can begin below a line of text.
  return before.depth >= depth || number === 1
}

function writeBlock(
  { form, text, depth, info }: Block,
  { width, topLevel }: { readonly width: number; readonly topLevel: number },
): string {
  switch (form) {
    case 'code':
      return fenced(text, info)
    case 'heading':
      return `${'#'.repeat(Math.min(6, topLevel + depth - 1))} ${escapeSigns(text).replace(/#+$/, (marks) => marks.replace(/#/g, '\\#'))}`
    case 'bullet':
      return withTypedBox(writeLines(text, width).join('\n'))
    case 'paragraph':
      return writeLines(text, width).join('\n')
  }
}

const indentBelow = (text: string, indent: number) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`)
const prefixLines = (text: string, prefix: string) =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n')

const writeLines = (text: string, width: number): readonly string[] =>
  wrap(escapeSigns(text), width).map(escapeStart)

/** Signs that mean something anywhere in a line, outside `code spans`. */
function escapeSigns(text: string): string {
  return text
    .split(/(?<![`\\])(`[^`]+`)(?!`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('')
}

function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*`]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Before whatever can begin a tag, an address or what stands before the @ of one.
      .replace(/<(?=[\w.!#$%&'*+/=?^`{|}~\\-])/g, '\\<')
      .replace(/\](?=[([:])/g, '\\]')
      .replace(/&(?=#?\w+;)/g, '\\&')
  )
}

/** Signs that mean something at the start of a line only. */
function escapeStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|[=-]+\s*$|-(?=\s*-))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function wrap(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text]
  const lines: string[] = []
  let line = ''
  // A `code span` is one word: a sign at the start of a line could not be escaped in it.
  for (const word of text.match(/(?:`[^`]*`|[^\s`]|`)+/g) ?? []) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

function fenced(code: string, info = ''): string {
  const maxTicks = [...code.matchAll(/`+/g)].reduce((max, [ticks]) => Math.max(max, ticks.length), 2)
  const marks = '`'.repeat(maxTicks + 1)
  return `${marks}${info.replace(/[`\\&]/g, ' ').trim()}\n${code}\n${marks}`
}
