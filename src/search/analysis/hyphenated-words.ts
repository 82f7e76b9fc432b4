import { isDocumentStopWord, isNameInCapitals } from './stop-words.ts'
import type { Word } from './word.ts'

/**
 * Puts words together that are written with a hyphen as often as without, and of which the telling half alone says
 * something else: `e-mail`, `plug-in`, `add-ons`, `no-op`. The word is `email` then, and `mail` its part. All other
 * hyphens divide words: an in-house tool is a tool in the house.
 * @param words of the text, in order
 */
export function joinHyphenated(words: readonly Word[], text: string): readonly Word[] {
  if (!hyphens.some((hyphen) => text.includes(hyphen))) return words
  const joined: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    const both = next && areHyphenated(word, next, text) ? join(word, next, text) : undefined
    joined.push(both ?? word)
    if (both) at++
  }
  return joined
}

const hyphens: readonly string[] = ['-', '‐', '‑']

function isHyphen(text: string, at: number): boolean {
  return hyphens.includes(text.charAt(at))
}

/** Two, not more: nobody writes `state-of-the-art` together. */
function areHyphenated(left: Word, right: Word, text: string): boolean {
  return (
    right.start === left.end + 1 &&
    isHyphen(text, left.end) &&
    !isHyphen(text, left.start - 1) &&
    !isHyphen(text, right.end) &&
    [left, right].every((word) => word.parts.length === 0 && /^[\p{L}\p{M}]+$/u.test(word.text))
  )
}

function join(left: Word, right: Word, text: string): Word | undefined {
  const isSmallLeft = isSmall(left, text, smallBefore)
  const telling = isSmallLeft ? right.text : left.text
  const isOne = isSmallLeft !== isSmall(right, text, smallAfter) && !isDocumentStopWord(telling)
  const joined = left.text + right.text
  // Whoever writes "no-one" means "nobody".
  if (!isOne || joined === 'noone') return undefined
  return { text: joined, start: left.start, end: right.end, parts: [telling] }
}

const letter = String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]`
/** Before a word, most stop words stay what they are; but a to-do is no doing, and NoSQL is no SQL. */
const smallBefore = new RegExp(`^(?:${letter}|no|to)$`, 'u')
const smallAfter = new RegExp(`^(?:${letter}|(?:in|on|to|by)s?)$`, 'u')

/** A letter or a stop word; but not a name like IT. */
function isSmall({ text: word, start, end }: Word, text: string, small: RegExp): boolean {
  return small.test(word) && !isNameInCapitals(text.slice(start, end), text)
}
