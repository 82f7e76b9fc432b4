import type { ReadBlock } from '../../markup/read-block.ts'

/** A heading with what stands between it and the first heading below it, and those headings. */
export interface OutlineNode {
  readonly heading: ReadBlock
  readonly own: readonly ReadBlock[]
  readonly children: readonly OutlineNode[]
}

export interface Outline {
  /** What stands above the first heading. */
  readonly preface: readonly ReadBlock[]
  readonly roots: readonly OutlineNode[]
}

/** Blocks by the headings that they stand below. */
export function outlineOf(blocks: readonly ReadBlock[]): Outline {
  const preface: ReadBlock[] = []
  const roots: OpenNode[] = []
  let path: readonly OpenNode[] = []
  for (const block of blocks) {
    if (block.form === 'heading') {
      path = path.filter(({ heading }) => heading.depth < block.depth)
      const node: OpenNode = { heading: block, own: [], children: [] }
      const siblings = path.at(-1)?.children ?? roots
      siblings.push(node)
      path = [...path, node]
    } else (path.at(-1)?.own ?? preface).push(block)
  }
  return { preface, roots }
}

interface OpenNode extends OutlineNode {
  readonly own: ReadBlock[]
  readonly children: OpenNode[]
}

/** All blocks of a node in their order, its heading first. */
export const blocksOf = ({ heading, own, children }: OutlineNode): readonly ReadBlock[] => [
  heading,
  ...own,
  ...children.flatMap(blocksOf),
]

/** Whether nothing but headings is in it. */
export const isEmpty = ({ own, children }: OutlineNode): boolean =>
  own.length === 0 && children.every(isEmpty)
