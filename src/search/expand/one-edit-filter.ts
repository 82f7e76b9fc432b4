import { hashOfLetters } from './bloom-filter.ts'

/** Tells most words apart from all words that are one edit away, without looking at any of these. */
interface OneEditFilter {
  /** Whether some word may be one edit away, a swap of neighbours counting as one. If not, none is. */
  mayHaveNear(word: string): boolean
}

/**
 * One edit leaves the first letters of a word as they are, or the last ones. So the filter keeps, by a hash of the first and of the
 * last letters of each word, a bit for each length that a word one edit away can have.
 */
export function createOneEditFilter(words: readonly string[]): OneEditFilter {
  const shift = Math.clz32(Math.max(1, words.length)) - 2
  const lengths = new Uint32Array(2 ** Math.max(0, 32 - shift))
  for (const word of words) {
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      const kept = lettersKept(length)
      lengths[hash(word, 0, kept) >>> shift]! |= bitOf(length)
      lengths[hash(word, word.length - kept, word.length) >>> shift]! |= bitOf(length)
    }
  }
  return {
    mayHaveNear(word) {
      const { length } = word
      const kept = lettersKept(length)
      const found =
        lengths[hash(word, 0, kept) >>> shift]! | lengths[hash(word, length - kept, length) >>> shift]!
      return (found & bitOf(length)) !== 0
    },
  }
}

/** How many letters of a word's start or of its end one edit leaves: where it swaps two of them, it touches no third. */
function lettersKept(length: number): number {
  return Math.max(0, Math.min(maxKept, (length - 2) >> 1))
}

/** More would hardly tell more words apart. */
const maxKept = 6

/** All lengths from 31 on have one bit. */
const bitOf = (length: number): number => 1 << Math.min(31, Math.max(0, length))

/** Of so many letters, told apart from fewer or more. */
const hash = (text: string, from: number, to: number): number => hashOfLetters(text, from, to, to - from)
