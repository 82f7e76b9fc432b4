/** What begins an emoji, as a pattern for words: a picture or a flag; not signs of text such as ™ and ↔. */
export const emojiPattern = String.raw`\p{RI}\p{RI}|(?![©®™‼⁉ℹ↔-↪])\p{Extended_Pictographic}`

const emoji = new RegExp(`^(?:${emojiPattern})+$`, 'u')

/** Whether a word is nothing but emoji. */
export function isEmoji(word: string): boolean {
  return emoji.test(word)
}
