import { fold } from '../../text/fold.ts'
import { madeOnce } from '../../text/remembering.ts'

/** A part of a text, and where it begins. */
interface Stretch {
  readonly text: string
  readonly start: number
  /** Whether it is written without spaces between words. */
  readonly isUnspaced: boolean
}

/**
 * The stretches of a text in turns: one in scripts that are written without spaces, one in others. Chinese and Japanese
 * texts have `C++` and `os.path` in them without any space around.
 */
export function stretchesOf(text: string): Stretch[] {
  if (!unspaced.test(text)) return [{ text, start: 0, isUnspaced: false }]
  return Array.from(text.matchAll(stretch), ({ 0: part, index, groups }) => ({
    text: part,
    start: index,
    isUnspaced: groups?.unspaced !== undefined,
  }))
}

/** The words of an unspaced stretch, with their places in it. */
export function segment(
  text: string,
): { readonly text: string; readonly start: number; readonly end: number }[] {
  return Array.from(segmenter().segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment: word, index }) => ({ text: fold(word), start: index, end: index + word.length }))
}

const segmenter = madeOnce(() => new Intl.Segmenter(undefined, { granularity: 'word' }))

const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{sc=${script}}`)
  .join('')
/** Below stand Latin, Greek, Cyrillic and most others: a text without it is one stretch, which one look tells. */
export const mayBeUnspaced = /[\u0e00-\uffff]/
const unspaced = new RegExp(`[${scripts}]`, 'u')
/** The marks that lengthen and voice kana belong to no script. */
const stretch = new RegExp(String.raw`(?<unspaced>[${scripts}][${scripts}\p{M}ー〆ｰﾞﾟ]*)|[^${scripts}]+`, 'gu')
