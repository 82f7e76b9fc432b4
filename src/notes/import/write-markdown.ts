import type { Block } from './block.ts'

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
  let before: Block['form'] | undefined
  let depth = 0
  for (const block of blocks) {
    const inList = block.form === 'bullet' && before === 'bullet'
    // An item can be only one deeper than the one before it.
    depth = block.form === 'bullet' && inList ? Math.min(block.depth, depth + 1) : 0
    const text = writeBlock(block, { width, topLevel, depth })
    markdown += markdown === '' ? text : `${inList ? '\n' : '\n\n'}${text}`
    before = block.form
  }
  return markdown
}

interface Layout {
  readonly width: number
  readonly topLevel: number
  readonly depth: number
}

function writeBlock({ form, text, depth: level }: Block, { width, topLevel, depth }: Layout): string {
  switch (form) {
    case 'code':
      return fenced(text)
    case 'heading':
      return `${'#'.repeat(Math.min(6, topLevel + level - 1))} ${escapeSigns(text).replace(/#+$/, (marks) => marks.replace(/#/g, '\\#'))}`
    case 'bullet':
      return `${'  '.repeat(depth)}- ${writeLines(text, width - 2 * depth - 2).join(`\n${'  '.repeat(depth + 1)}`)}`
    case 'paragraph':
      return writeLines(text, width).join('\n')
  }
}

const writeLines = (text: string, width: number): readonly string[] =>
  wrap(escapeSigns(text), width).map(escapeStart)

/** Signs that mean something anywhere in a line, outside `code spans`. */
function escapeSigns(text: string): string {
  return text
    .split(/(?<![`\\])(`[^`]+`)(?!`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeText(part)))
    .join('')
}

function escapeText(text: string): string {
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

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}\n${code}\n${marks}`
}
