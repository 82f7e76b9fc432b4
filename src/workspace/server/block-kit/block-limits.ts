/** Characters of text in all blocks of a message; undocumented, about 13,200 were refused. */
export const maxMessageCharacters = 13_200
export const maxBlocks = { message: 50, modal: 100 } as const
/** Bytes of a view as JSON. */
export const maxViewBytes = 250_000
/** Characters of a message's `text`. */
export const maxTextCharacters = 40_000
