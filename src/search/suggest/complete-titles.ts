import type { Talk } from '../../notes/talk.ts'
import { isDocumentStopWord } from '../analysis/stop-words.ts'
import { keyOf } from '../filter/doc-values.ts'
import { firstMark } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { rangeOf } from '../index/sorted-strings.ts'
import { type Completion, depthIn, isBegun } from './completion.ts'

/**
 * The titles of talks that complete the words typed, those that have most of the words first. Of several words, a title
 * needs more than the last.
 */
export function completeTitles(
  words: readonly string[],
  { reader, talks }: { readonly reader: IndexReader; readonly talks: readonly Talk[] },
) {
  return titlesInIndex(words, reader)
    .filter(({ depth }) => depth > 0 || words.length === 1)
    .map(({ document, depth }): Completion => {
      return { text: talks[document]!.title, value: document, talks: 1, depth, isFirst: false }
    })
    .filter(({ text, depth }) => {
      // The index has stems: another form of a word is in it too.
      const key = keyOf(text)
      return isBegun(key, words) && depthIn(key, words) >= depth
    })
}

/** A talk whose title has a term of a word that begins as the last word typed. */
interface TitleMatch {
  readonly document: number
  /** As `Completion.depth`, by terms. */
  readonly depth: number
}

/** Read in the index, so that only the talks that match are touched. */
function* titlesInIndex(
  words: readonly string[],
  { index, termsWithPrefix }: IndexReader,
): Generator<TitleMatch> {
  const { documentCount, sequenceStarts, sequence, terms } = index
  const begun = new Uint8Array(terms.length)
  for (const term of termsWithPrefix(words.at(-1) ?? '')) begun[term] = 1
  // By number of words back from the last; stop words are not indexed, and so are in any title.
  const before = words
    .slice(0, -1)
    .reverse()
    .map((word) => (isDocumentStopWord(word) ? undefined : termsOfWord(word, index)))
  const byDepth: number[][] = words.map(() => [])
  for (let document = 0; document < documentCount; document++) {
    const start = sequenceStarts[document]!
    let end = start
    let isBegun = false
    for (; sequence[end]! < firstMark; end++) isBegun ||= begun[sequence[end]!] === 1
    if (!isBegun || sequence[end] !== firstMark) continue
    const title = sequence.subarray(start, end)
    const missing = before.findIndex((wanted) => wanted && !wanted.some((term) => title.includes(term)))
    byDepth[missing < 0 ? before.length : missing]!.push(document)
  }
  for (let depth = byDepth.length - 1; depth >= 0; depth--) {
    for (const document of byDepth[depth]!) yield { document, depth }
  }
}

/** A word has a term of its own in each language. */
function termsOfWord(word: string, { words, wordTerms }: IndexReader['index']): number[] {
  return [...wordTerms.subarray(...rangeOf(words, word))]
}
