import { isFindable } from '../analysis/stop-words.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { hasStopWords, markOf, wordMask } from '../index/sequence-entry.ts'
import { wordKinds } from '../index/word-uses.ts'
import type { Query } from '../query/query.ts'

/**
 * The documents whose title is the question, word for word, whatever the words are ("Who is who") and whatever stands
 * between them ("Plone -the CMS"): who types a title asks for its talk.
 */
export function titledTalks({ text, words }: Query, reader: IndexReader): number[] {
  if (words.length === 0) return []
  const title: TitleWord[] = []
  let stopWords: string[] = []
  for (const { folded, start, end } of words) {
    if (!isFindable({ text: folded, start, end }, text)) {
      stopWords.push(folded)
      continue
    }
    const uses = reader.usesOf(folded)
    if (uses[0] === uses[1]) return []
    title.push({ uses, stopWords })
    stopWords = []
  }
  return candidatesFor(title, reader).filter((document) => isTitle(title, stopWords, document, reader))
}

interface TitleWord {
  /** Its numbers in the index, as a half-open range. */
  readonly uses: readonly [from: number, to: number]
  /** Those before it. */
  readonly stopWords: readonly string[]
}

/** The documents that have the rarest of the words; all if a title is nothing but stop words, as few are. */
function candidatesFor(title: readonly TitleWord[], { index }: IndexReader): readonly number[] {
  const { postingStarts, postingDocuments, wordTerms, documentCount } = index
  const documents = ({ uses }: TitleWord) =>
    new Set(wordTerms.subarray(...uses))
      .values()
      .map((term) => postingDocuments.subarray(postingStarts[term], postingStarts[term + 1]))
      .toArray()
  const sizeOf = (lists: readonly Uint32Array[]) => lists.reduce((sum, { length }) => sum + length, 0)
  if (title.length === 0) return Array.from({ length: documentCount }, (_, document) => document)
  const rarest = title.map(documents).reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a))
  return rarest.length === 1 ? Array.from(rarest[0]!) : [...new Set(rarest.flatMap((list) => [...list]))]
}

/** The title is the first text of a document. */
function isTitle(
  title: readonly TitleWord[],
  rest: readonly string[],
  document: number,
  { index }: IndexReader,
): boolean {
  const { sequence, sequenceStarts, wordKinds: kinds } = index
  let at = sequenceStarts[document]!
  const isPart = () => wordKinds[kinds[sequence[at]! & wordMask]!] === 'part'
  for (const { uses, stopWords } of title) {
    const word = sequence[at]! & wordMask
    if (word < uses[0] || word >= uses[1] || !hasStopWords(sequence[at]!, stopWords)) return false
    at++
    while (isPart()) at++
  }
  return (sequence[at]! & wordMask) === markOf('title') && hasStopWords(sequence[at]!, rest)
}
