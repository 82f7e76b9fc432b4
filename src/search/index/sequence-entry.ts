import { documentStopWords } from '../analysis/analyzer.ts'
import { type Field, fields } from './talk-texts.ts'

/**
 * One place of a document's sequence, as 32 bits: below, the number of a word (`CompiledIndex.words`), or a mark that ends a
 * text and says its field; above, the stop words that stand before it. Those are no places of their own, since no text is
 * found by them, but phrases have them.
 */
export type SequenceEntry = number

const wordBits = 21
/** The bits of a sequence's entry that are a word's number or a mark. */
export const wordMask = 2 ** wordBits - 1
/** Numbers from here on are no words but marks: `fields[number - firstMark]`. */
export const firstMark = wordMask - 0xff

/** @throws RangeError if there are more words than an entry can tell apart: notes a hundred times as large as any we know. */
export function entryOf(number: number, stopWords: readonly string[]): SequenceEntry {
  return ((codeOf(stopWords) << wordBits) | number) >>> 0
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

/** The stop words before a place; undefined if there are so many that only `hasStopWords` tells. */
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
  return entry >>> wordBits === codeOf(stopWords)
}

const base = documentStopWords.length
/** None, one, each pair. */
const firstHash = 1 + base + base * base
const hashes = 2 ** (32 - wordBits) - firstHash

function codeOf(stopWords: readonly string[]): number {
  if (stopWords.length === 0) return 0
  const [first = 0, second] = stopWords.map((word) => documentStopWords.indexOf(word))
  if (second === undefined) return 1 + first
  if (stopWords.length === 2) return 1 + base + first * base + second
  let hash = 0
  for (const word of stopWords) hash = (Math.imul(hash, 37) + documentStopWords.indexOf(word) + 1) >>> 0
  return firstHash + (hash % hashes)
}
