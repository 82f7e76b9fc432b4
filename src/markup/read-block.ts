import type { Block } from './block.ts'

/** A block with the lines that it was read from, as they were typed. */
export interface ReadBlock extends Block {
  readonly raw: readonly string[]
}
