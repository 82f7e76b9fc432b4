import type { Block } from '../../../markup/block.ts'

/** How many words a text has, but for signs, figures and single letters. */
export const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

/** How many words and figures blocks have. */
export const countInBlocks = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0)
