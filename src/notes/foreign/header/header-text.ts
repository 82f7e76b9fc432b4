import type { Block } from '../../../markup/block.ts'
import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { detailsTitle } from '../../section.ts'

/** A line without the sign of an item. */
export const withoutSign = (line: string) => flattenLine(line.trim().replace(/^[-*+•]\s+/, ''))

/** What stands below the head. */
export const below = (blocks: readonly ReadBlock[], splitsLines = false): readonly Block[] =>
  splitsLines ? blocks.flatMap((block) => bulletsOf(block, block.raw)) : blocks

/** Those lines of a block that are text. */
export const linesOfText = (
  block: ReadBlock,
  lines: readonly string[],
  splitsLines: boolean,
): readonly Block[] => {
  if (splitsLines) return bulletsOf(block, lines)
  const text = flattenLine(
    lines
      .map((line) => line.trim())
      .join(' ')
      .replace(/^[-*+•]\s+/, ''),
  )
  return text ? [{ ...block, text }] : []
}

/** Lines below each other, in text that was not wrapped, are a list that nobody marked as one. */
function bulletsOf(block: ReadBlock, lines: readonly string[]): readonly Block[] {
  if (block.form !== 'paragraph' || block.quoted) return [block]
  const texts = lines.map(flattenLine).filter(Boolean)
  return texts.map((text, index) => ({
    ...block,
    text,
    ...(texts.length > 1 && { form: 'bullet', line: block.line + index }),
  }))
}

/**
 * What is kept of the head comes at the end of what is above the first heading: that is the better beginning. Where nothing is above it,
 * who spoke, when and where is not what the talk is about.
 */
export const withLater = (body: readonly Block[], later: readonly Block[]): readonly Block[] => {
  if (later.length === 0) return body
  const isHeadingFirst = body[0]?.form === 'heading'
  if (isHeadingFirst && body.some(({ form }) => form !== 'heading')) return withDetails(body, later)
  const end = body.findIndex(({ form }) => form === 'heading')
  const at = end < 0 ? body.length : end
  return [...body.slice(0, at), ...later, ...body.slice(at)]
}

/**
 * The text with a section below it of what is no part of it, such as where a speaker works. Where no text is, nothing would tell that
 * from one.
 */
export function withDetails(body: readonly Block[], details: readonly Block[]): readonly Block[] {
  const [first] = details
  if (first === undefined || body.every(({ form }) => form === 'heading')) return body
  const isOpen = body.findLast(({ form }) => form === 'heading')?.text === detailsTitle
  const heading: Block = { form: 'heading', text: detailsTitle, depth: topDepth(body), line: first.line }
  return [...body, ...(isOpen ? [] : [heading]), ...details]
}

/** That of the highest headings of a text. */
export const topDepth = (body: readonly Block[]): number => {
  const depths = body.flatMap(({ form, depth }) => (form === 'heading' ? [depth] : []))
  return depths.length === 0 ? 1 : Math.min(...depths)
}
