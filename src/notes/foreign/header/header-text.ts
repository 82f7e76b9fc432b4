import type { Block } from '../../../markup/block.ts'
import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'

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

/** What is kept of the head comes at the end of what is above the first heading: that is the better beginning. */
export const withLater = (body: readonly Block[], later: readonly Block[]): readonly Block[] => {
  if (later.length === 0) return body
  const end = body.findIndex(({ form }) => form === 'heading')
  const at = end < 0 ? body.length : end
  return [...body.slice(0, at), ...later, ...body.slice(at)]
}

/**
 * The text with what sums up nothing, such as where a speaker works: at the end of what is above its sections, or below them, where
 * nothing is.
 */
export function withDetails(body: readonly Block[], details: readonly Block[]): readonly Block[] {
  const [first] = details
  if (first === undefined) return body
  const end = body.findIndex(({ form }) => form === 'heading')
  if (end !== 0) return withLater(body, details)
  const last = body.findLast(({ form }) => form === 'heading')
  const heading: Block = { form: 'heading', text: 'Details', depth: 1, line: first.line }
  return [...body, ...(last?.text === heading.text ? [] : [heading]), ...details]
}
