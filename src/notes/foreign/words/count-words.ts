/** How many words a text has, but for signs, figures and single letters. */
export const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0
