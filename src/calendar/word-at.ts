import { remembering } from '../text/remembering.ts'
import { spellingsOfDays } from './spelling-list.ts'

/** The words of a text; a comma is a word. */
export const splitAtBlanks = (text: string): readonly string[] =>
  text.replaceAll(',', ' , ').split(/\s+/u).filter(Boolean)

/** As they are written. */
export const joinAtBlanks = (words: readonly string[]) => words.join(' ').replaceAll(' ,', ',')

/** The word at a place in lower case and as it is spelled, empty behind the last; `tomorrow's` and `tmrw` are `tomorrow`. */
export function plainWordAt(words: readonly string[], at: number): string {
  const typed = words[at]
  return typed === undefined ? '' : spelledPlainly(typed)
}

/** Each word is looked at by many readers. */
const spelledPlainly = remembering((typed) => {
  const bare = typed.toLowerCase().replace(/['’]s$/, '')
  return spellingsOfDays.get(bare) ?? bare
})

/** The place after the word at this one, if it is such a word; else this one. */
export const skip = (words: readonly string[], at: number, which: RegExp) =>
  which.test(plainWordAt(words, at)) ? at + 1 : at
