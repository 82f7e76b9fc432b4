import type { Talk } from '../../notes/talk.ts'
import { isDocumentStopWord } from '../analysis/analyzer.ts'
import { nameKeyOf } from '../filter/doc-values.ts'
import { firstMark, markOf, wordMask } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { type Completion, depthIn, isBegun } from './completion.ts'

/**
 * The titles of talks that complete the words typed, those that have most of the words first. If several words are typed, a title
 * needs more than the last.
 */
export function completeTitles(
  words: readonly string[],
  { reader, talks }: { readonly reader: IndexReader; readonly talks: readonly Pick<Talk, 'title'>[] },
) {
  return titlesInIndex(words, reader)
    .filter(({ depth }) => depth > 0 || words.length === 1)
    .map(({ document, depth }): Completion => {
      return { text: talks[document]!.title, value: document, talks: 1, depth, isFirst: false }
    })
    .filter(({ text, depth }) => {
      // The index has parts of words too.
      const key = nameKeyOf(text)
      return isBegun(key, words) && depthIn(key, words) >= depth
    })
}

/** A talk whose title has a word that begins as the last word typed. */
interface TitleMatch {
  readonly document: number
  /** As `Completion.depth`, with parts of words. */
  readonly depth: number
}

/** Read in the index, so that only the talks that match are touched. */
function* titlesInIndex(
  words: readonly string[],
  { index, wordsWithPrefix, usesOf }: IndexReader,
): Generator<TitleMatch> {
  const { documentCount, sequenceStarts, sequence } = index
  const isIn = (word: number, [from, to]: readonly [from: number, to: number]) => word >= from && word < to
  const begun = wordsWithPrefix(words.at(-1) ?? '')
  // By number of words back from the last; stop words are not indexed, and so are in any title.
  const before = words
    .slice(0, -1)
    .reverse()
    .map((word) => (isDocumentStopWord(word) ? undefined : usesOf(word)))
  const byDepth: number[][] = words.map(() => [])
  const wordAt = (at: number) => sequence[at]! & wordMask
  for (let document = 0; document < documentCount; document++) {
    const start = sequenceStarts[document]!
    let end = start
    let isBegun = false
    for (; wordAt(end) < firstMark; end++) isBegun ||= isIn(wordAt(end), begun)
    if (!isBegun || wordAt(end) !== markOf('title')) continue
    const title = sequence.subarray(start, end)
    const has = (wanted: readonly [from: number, to: number]) =>
      title.some((entry) => isIn(entry & wordMask, wanted))
    const missing = before.findIndex((wanted) => wanted && !has(wanted))
    byDepth[missing < 0 ? before.length : missing]!.push(document)
  }
  for (let depth = byDepth.length - 1; depth >= 0; depth--) {
    for (const document of byDepth[depth]!) yield { document, depth }
  }
}
