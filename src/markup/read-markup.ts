import { type Dialect, dialectOf } from './dialect.ts'
import { flattenAroundCode, flattenHtml, flattenTags, holdsHtml } from './flatten-html.ts'
import { flattenInline } from './flatten-inline.ts'
import type { ReadBlock } from './read-block.ts'
import { type MarkupRules, readBlocks } from './read-blocks.ts'
import { referencesIn } from './reference-links.ts'
import { usesTightHeadings, withoutToolSyntax } from './tool-syntax.ts'

// In text that was wrapped no line is longer; in text that was not, a line break is meant.
const maxWrappedLength = 120

/**
 * Reads text in HTML, Markdown, reStructuredText or no markup at all into blocks. It keeps every word and gives up
 * what a note has no use for (emphasis, images, raw HTML); it never fails, because any text is some plain text. With
 * `splitLines`, each line of a paragraph is one of its own if the text was not wrapped.
 */
export function readMarkup(text: string, { splitLines = false } = {}): readonly ReadBlock[] {
  const visible = readableText(text)
  const isHtml = holdsHtml(visible)
  const lines = (isHtml ? flattenAroundCode(visible) : visible).split('\n')
  return readBlocks(lines, {
    ...rulesOf(lines, isHtml),
    splitLines: splitLines && isUnwrapped(lines),
  })
}

/**
 * Reads a whole document, whose lines mean what they mean in its dialect: what HTML there is among its text loses its
 * tags and nothing else. Only a document that is HTML as a whole is read as such. Its dialect is found out unless given.
 */
export function readDocument(
  text: string,
  given?: Dialect,
): {
  readonly dialect: Dialect
  readonly blocks: readonly ReadBlock[]
} {
  const visible = readableText(text)
  const isHtml = /^\s*<(!doctype html|html|head|body)\b/i.test(visible)
  const typed = withoutFrontMatter((isHtml ? flattenHtml(visible) : visible).split('\n'))
  const dialect = given ?? dialectOf(withSpacedHeadings(typed))
  const lines = dialect === 'markdown' && !isHtml ? withoutToolSyntax(typed) : typed
  return { dialect, blocks: readBlocks(lines, rulesOf(lines, isHtml, dialect)) }
}

function rulesOf(lines: readonly string[], isHtml: boolean, given?: Dialect): MarkupRules {
  const dialect = given ?? dialectOf(lines)
  return {
    dialect,
    inline: isHtml ? flattenInline : flattenLine,
    references: dialect === 'markdown' ? referencesIn(lines) : new Map(),
  }
}

/** `##Title` is as good a sign of Markdown as `## Title`, and with it `#Title`. */
function withSpacedHeadings(lines: readonly string[]): readonly string[] {
  const isTight = lines.some((line) => tightHeading.test(line)) && usesTightHeadings(lines)
  return lines.map((line) =>
    tightHeading.test(line) || (isTight && /^#[^#\s!]/.test(line)) ? line.replace(/^#+/, '$& ') : line,
  )
}

const tightHeading = /^#{2,6}[^#\s!]/

/** One line of markup as plain text. */
export const flattenLine = (text: string): string => flattenInline(flattenTags(text))

/** Whether some line is so long that the others end where somebody meant them to; an address is long anyway. */
export const isUnwrapped = (lines: readonly string[]): boolean =>
  lines.some(
    (line) => line.length > maxWrappedLength && line.replace(/\S{40,}/g, '').length > maxWrappedLength,
  )

/** The text with lines ended by `\n`, and without what nobody sees. */
export const readableText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwanted, '')

// Control characters, zero-width ones, and those that turn the direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g

/** The lines, those of a front matter at the start blank. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== '---') return lines
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line))
  const isFrontMatter = end > 1 && lines.slice(1, end).every((line) => /^([\w-]+:|\s|- |#|$)/.test(line))
  return isFrontMatter ? lines.map((line, index) => (index <= end ? '' : line)) : lines
}
