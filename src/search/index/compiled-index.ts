import { documentStopWords } from '../analysis/analyzer.ts'
import { type Field, fields } from './talk-texts.ts'

/**
 * lunr's inverted index, with lunr's own weights, packed into typed arrays: a query then reads numbers in a row and
 * allocates next to nothing. A pure value: it can be written to disk, moved between threads and read again.
 *
 * Documents and terms are numbers. A run of array `x` for number `n` is `[xStarts[n], xStarts[n + 1])`.
 */
export interface CompiledIndex extends IndexedWords {
  readonly documentCount: number
  /** Each term's text, by its number: sorted by UTF-16 units, so that the same talks always give the same numbers. */
  readonly terms: readonly string[]
  /** By term: the documents that have it, and lunr's BM25 weight of it there, title included. */
  readonly postingStarts: Uint32Array
  readonly postingDocuments: Uint32Array
  readonly postingWeights: Float32Array
  /** By posting: which forms of the term the document has, see `formBits`. */
  readonly postingForms: Uint8Array
  /** By document: lunr's weight of each of its terms in the field of everything, in the order of their numbers. */
  readonly vectorStarts: Uint32Array
  readonly vectorWeights: Float32Array
  /**
   * By document: its words in reading order, as sequence entries; after each text stands a mark that says its field. See
   * `textRunsOf`.
   */
  readonly sequenceStarts: Uint32Array
  readonly sequence: Uint32Array
  /** By term: 1 if it is of some talk's title, speakers or tags. */
  readonly isNameTerm: Uint8Array
}

/** All uses of words, numbered in the order of their keys: the surface of the index, below which its terms lie. */
export interface IndexedWords {
  /** The folded words that the terms were made from, sorted: what spelling is checked against. */
  readonly words: readonly string[]
  readonly wordTerms: Uint32Array
  readonly wordCounts: Uint32Array
  /** By word: `wordKinds[number]`. */
  readonly wordKinds: Uint8Array
  /** By word: which letters it has, see `letterSignature`. */
  readonly wordLetters: Uint32Array
  /** By term: the words that it was made from, the most frequent first: `[formStarts[n], formStarts[n + 1])` of `forms`. */
  readonly formStarts: Uint32Array
  readonly forms: Uint32Array
}

/**
 * How a word is written where it stands: `plain`; as a `name` whose last letter is a capital (`iOS`, `PyPI`), so that this
 * letter is no ending; as a `speaker`'s name; or only as a `part` of a longer word (`phone` in `iPhone`).
 */
export const wordKinds = ['plain', 'name', 'speaker', 'part'] as const
export type WordKind = (typeof wordKinds)[number]

/**
 * One place of a document's sequence, as 32 bits: below, the number of a word (`CompiledIndex.words`), or a mark that ends a
 * text and says its field; above, the stop words that stand before it. Those are no places of their own, since no text is
 * found by them, but phrases have them.
 */
type SequenceEntry = number

const wordBits = 21
/** The bits of a sequence's entry that are a word's number or a mark. */
export const wordMask = 2 ** wordBits - 1
/** Numbers from here on are no words but marks: `fields[number - firstMark]`. */
export const firstMark = wordMask - 0xff

/** @throws RangeError if there are more words than an entry can tell apart: notes a hundred times as large as any we know. */
export function entryOf(number: number, stopWords: readonly string[]): SequenceEntry {
  return ((stopWordCode(stopWords) << wordBits) | number) >>> 0
}

/** The entry of another word or mark, with the same stop words before it. */
export function withNumber(entry: SequenceEntry, number: number): SequenceEntry {
  return ((entry & ~wordMask) | number) >>> 0
}

export function markOf(field: Field): number {
  return firstMark + fields.indexOf(field)
}

export function expectRoom(wordCount: number): void {
  if (wordCount > firstMark)
    throw new RangeError(`The notes have ${wordCount} words; ${firstMark} is the most.`)
}

/** The stop words before a place; undefined if there are more than an entry can spell, when only `hasStopWords` tells. */
export function stopWordsBefore(entry: SequenceEntry): readonly string[] | undefined {
  const code = entry >>> wordBits
  if (code === 0) return []
  if (code <= base) return [documentStopWords[code - 1]!]
  if (code >= firstHash) return undefined
  const pair = code - 1 - base
  return [documentStopWords[Math.floor(pair / base)]!, documentStopWords[pair % base]!]
}

/** Whether these are all the stop words before a place; of three and more, by a hash that one in nine hundred others has. */
export function hasStopWords(entry: SequenceEntry, stopWords: readonly string[]): boolean {
  return entry >>> wordBits === stopWordCode(stopWords)
}

const base = documentStopWords.length
/** None, one, each pair. */
const firstHash = 1 + base + base * base
const hashes = 2 ** (32 - wordBits) - firstHash

function stopWordCode(stopWords: readonly string[]): number {
  if (stopWords.length === 0) return 0
  const [first = 0, second] = stopWords.map((word) => documentStopWords.indexOf(word))
  if (second === undefined) return 1 + first
  if (stopWords.length === 2) return 1 + base + first * base + second
  let hash = 0
  for (const word of stopWords) hash = (Math.imul(hash, 37) + documentStopWords.indexOf(word) + 1) >>> 0
  return firstHash + (hash % hashes)
}

/**
 * Which letters a word has, as 32 bits; letters whose code units differ by a multiple of 32 share one. Two words that are
 * `n` edits apart differ in at most `2 * n` bits, so most words can be told apart without being compared.
 */
export function letterSignature(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set >>> 0
}

/** In how many letters two sets differ. */
export function lettersApart(a: number, b: number): number {
  // Counts the bits of pairs, of fours, of bytes, and adds the bytes up.
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
