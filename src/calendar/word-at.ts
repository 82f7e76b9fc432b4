/** The words of a text; a comma is a word. */
export const splitWords = (text: string): readonly string[] =>
  text.replaceAll(',', ' , ').split(/\s+/u).filter(Boolean)

/** As they are written. */
export const joinWords = (words: readonly string[]) => words.join(' ').replaceAll(' ,', ',')

/** The word at a place in lower case, empty behind the last; `tomorrow's` is `tomorrow`. */
export const word = (words: readonly string[], at: number) =>
  (words[at] ?? '').toLowerCase().replace(/['’]s$/, '')

/** The place after the word at this one, if it is such a word; else this one. */
export const skip = (words: readonly string[], at: number, which: RegExp) =>
  which.test(word(words, at)) ? at + 1 : at
