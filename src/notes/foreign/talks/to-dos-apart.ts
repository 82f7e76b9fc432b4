import type { Block } from '../../../markup/block.ts'
import { toDosAmong, toDosTitle, withShownBox } from '../../to-dos.ts'
import { isTakeawaysTitle } from './body-of-blocks.ts'

/**
 * The blocks of a talk with the boxes of their items, and what is to be done below a heading of its own, behind the takeaways among
 * which it stands.
 *
 * @param lines of the file, which have the boxes
 */
export const withToDosApart = (blocks: readonly Block[], lines: readonly string[]): readonly Block[] =>
  apartFromTakeaways(
    blocks.map((block) =>
      block.form === 'bullet'
        ? { ...block, text: withShownBox(block.text, lines[block.line - 1] ?? '') }
        : block,
    ),
  )

function apartFromTakeaways(blocks: readonly Block[]): readonly Block[] {
  const heading = blocks.findIndex(({ form, text }) => form === 'heading' && isTakeawaysTitle(text))
  if (heading < 0) return blocks
  const length = blocks.slice(heading + 1).findIndex(({ form }) => form === 'heading')
  const end = length < 0 ? blocks.length : heading + 1 + length
  const below = blocks.slice(heading + 1, end)
  const toDos = toDosAmong(below)
  const [first] = toDos
  if (first === undefined) return blocks
  const { depth = 1 } = blocks[heading] ?? {}
  return [
    ...blocks.slice(0, heading + 1),
    ...below.filter((block) => !toDos.has(block)),
    { form: 'heading', text: toDosTitle, depth, line: first.line },
    ...toDos,
    ...blocks.slice(end),
  ]
}
