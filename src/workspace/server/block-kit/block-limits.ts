export type BlockSurface = 'message' | 'modal' | 'home'

/** Characters of text in all blocks of a message; undocumented, about 13,200 were refused. */
export const maxMessageCharacters = 13_200
/** Characters in all `markdown` blocks of a message together. */
export const maxMarkdownCharacters = 12_000
export const maxBlocks: Readonly<Record<BlockSurface, number>> = { message: 50, modal: 100, home: 100 }
/** Bytes of a view as JSON. */
export const maxViewBytes = 250_000
/** Characters of a message's `text` when posted, and when updated. */
export const maxTextCharacters = { post: 40_000, update: 4_000 } as const
