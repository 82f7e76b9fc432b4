import { fold } from '../../text/fold.ts'
import { isDocumentStopWord, isNameInCapitals } from './stop-words.ts'
import type { Word } from './word.ts'

/**
 * The words that a word is made of, folded; empty for a plain word. Nobody asks for what is left out: numbers (the 2 and
 * the 7 of `2.7`), the end of a host's name, stop words.
 * @param written as it stands in the text
 * @example partsOf('os.path.join') // => ['os', 'path', 'join']
 * @example partsOf('getUserMedia') // => ['get', 'user', 'media']
 * @example partsOf("l'apprentissage") // => ['apprentissage']
 */
export function partsOf(written: string): string[] {
  if (!isCompound.test(written)) return []
  const version = /^[vV](\p{N}+(?:\.[\p{L}\p{N}]+)+)$/u.exec(written)?.[1]
  if (version !== undefined) return [fold(version)]
  const parts = written
    .split(/['’]/)
    .flatMap((piece, place) => [...(place > 0 && isElided(piece) ? [piece] : []), ...namesIn(piece)])
  return parts.map(fold).filter((part) => !isDocumentStopWord(part) && !/^\p{N}*$/u.test(part))
}

const isCompound = /[._'’]|\p{Ll}\p{Lu}/u

/** After an article or a name's beginning (`l'équipe`, `O'Reilly`); shorter ones are endings: `don't`, `we'll`. */
function isElided(piece: string): boolean {
  return (piece.match(/\p{sc=Latin}/gu)?.length ?? 0) >= 3
}

/** `.bashrc` has one name, `self.assertEqual` two, of which the second has two words. */
function namesIn(piece: string): string[] {
  const names = piece.replace(topLevelDomains, '').split(/[._]+/)
  return /[._]/.test(piece) ? names.flatMap((name) => [name, ...humps(name)]) : humps(piece)
}

/** Ends of hosts' names that mean nothing: `.NET` is not launchpad.net, and not the net that one fishes with. */
const topLevelDomains =
  /(?:\.(?:com|org|net|io|dev|edu|gov|info|eu|ac|co|au|br|ca|ch|cz|de|es|fr|it|jp|nl|pl|ru|se|uk|us))+$/iu

/**
 * The words of camel case. A name of two words that begins with a capital (GitHub, JavaScript) is one word to everybody; one
 * of three or more (`NoBrokersAvailable`) nobody types as it is. Single letters are no words, and beside them two letters are
 * none either: nothing is in `BSkyB`, `dLNs` and `iOS`, but a phone in `iPhone`.
 */
function humps(name: string): string[] {
  const words = name.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
  const lengths = words.map((word) => word.match(/\p{L}/gu)?.length ?? 0)
  const hasLetter = lengths.includes(1)
  if (/^\p{Ll}/u.test(name) ? words.length < 2 : words.length < 3 || hasLetter) return []
  return words.filter((_, place) => lengths[place]! >= (hasLetter ? 3 : 2))
}

/**
 * Puts words together that are written with a hyphen as often as without, and of which the main half alone means
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
  const main = isSmallLeft ? right.text : left.text
  const isOne = isSmallLeft !== isSmall(right, text, smallAfter) && !isDocumentStopWord(main)
  const joined = left.text + right.text
  // Whoever writes "no-one" means "nobody".
  if (!isOne || joined === 'noone') return undefined
  return { text: joined, start: left.start, end: right.end, parts: [main] }
}

const letter = String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]`
/** Before a word, most stop words stay what they are; but a to-do is no doing, and NoSQL is no SQL. */
const smallBefore = new RegExp(`^(?:${letter}|no|to)$`, 'u')
const smallAfter = new RegExp(`^(?:${letter}|(?:in|on|to|by)s?)$`, 'u')

/** A letter or a stop word; but not a name like IT. */
function isSmall({ text: word, start, end }: Word, text: string, small: RegExp): boolean {
  return small.test(word) && !isNameInCapitals(text.slice(start, end), text)
}
