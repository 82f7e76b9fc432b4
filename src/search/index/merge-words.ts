import {
  type CompiledIndex,
  firstMark,
  type IndexedWords,
  letterSignature,
  wordKinds,
  wordMask,
} from './compiled-index.ts'
import { firstFrom, firstPlace } from './index-reader.ts'
import { type CountedUse, packForms, sortUses, type WordUse } from './word-uses.ts'

/** The words and terms of an index after its talks have changed, as if built from the talks that there are now. */
export interface MergedWords {
  readonly words: IndexedWords
  readonly terms: readonly string[]
  /** By word of the earlier index: its number now. Undefined if all have the one that they had. */
  readonly renumbered?: Uint32Array
  /** The number of a use that is there. */
  numberOf(use: WordUse): number
}

/**
 * Only what the changed talks use is looked at; all else is copied.
 * @param more how often each use is in the talks that came
 * @param less the documents that went
 */
export function mergeWords(
  index: CompiledIndex,
  more: ReadonlyMap<string, CountedUse>,
  less: readonly number[],
): MergedWords {
  const counts = index.wordCounts.slice()
  const fresh: CountedUse[] = []
  for (const { use, count } of more.values()) {
    const place = placeOf(index, use)
    if (isAt(index, place, use)) counts[place]! += count
    else fresh.push({ use, count })
  }
  let gone = 0
  for (const document of less) {
    const end = index.sequenceStarts[document + 1]!
    for (let at = index.sequenceStarts[document]!; at < end; at++) {
      const word = index.sequence[at]! & wordMask
      if (word < firstMark && --counts[word]! === 0) gone++
    }
  }
  if (gone === 0 && fresh.length === 0) {
    const { words, wordTerms, wordKinds, wordLetters, terms } = index
    const forms = packForms(wordTerms, counts, terms.length)
    const same = { words, wordTerms, wordKinds, wordLetters, wordCounts: counts, ...forms }
    return { words: same, terms, numberOf: (use) => placeOf({ ...same, terms }, use) }
  }
  return mergeAll(index, counts, sortUses(fresh))
}

function mergeAll(index: CompiledIndex, counts: Uint32Array, fresh: readonly CountedUse[]): MergedWords {
  const { terms, termOf, freshTerms } = mergeTerms(index, counts, fresh)
  const left = counts.reduce((total, count) => total + Number(count > 0), 0)
  const size = left + fresh.length
  const words: string[] = new Array(size)
  const columns = {
    wordTerms: new Uint32Array(size),
    wordCounts: new Uint32Array(size),
    wordKinds: new Uint8Array(size),
    wordLetters: new Uint32Array(size),
  }
  const renumbered = new Uint32Array(index.words.length)
  let number = 0
  let from = 0
  const copyTo = (end: number) => {
    for (; from < end; from++) {
      if (counts[from] === 0) continue
      renumbered[from] = number
      words[number] = index.words[from]!
      columns.wordTerms[number] = termOf[index.wordTerms[from]!]!
      columns.wordCounts[number] = counts[from]!
      columns.wordKinds[number] = index.wordKinds[from]!
      columns.wordLetters[number] = index.wordLetters[from]!
      number++
    }
  }
  for (const { use, count } of fresh) {
    copyTo(placeOf(index, use))
    words[number] = use.word
    columns.wordTerms[number] = freshTerms.get(use.term)!
    columns.wordCounts[number] = count
    columns.wordKinds[number] = wordKinds.indexOf(use.kind)
    columns.wordLetters[number] = letterSignature(use.word)
    number++
  }
  copyTo(index.words.length)
  const forms = packForms(columns.wordTerms, columns.wordCounts, terms.length)
  const merged = { words, ...columns, ...forms }
  return { words: merged, terms, renumbered, numberOf: (use) => placeOf({ ...merged, terms }, use) }
}

/** Terms that a word is left of, and those of words that are new; and the number that each has now. */
function mergeTerms(index: CompiledIndex, counts: Uint32Array, fresh: readonly CountedUse[]) {
  const isUsed = new Uint8Array(index.terms.length)
  counts.forEach((count, word) => {
    if (count > 0) isUsed[index.wordTerms[word]!] = 1
  })
  const added = new Set<string>()
  for (const { use } of fresh) {
    const place = firstFrom(index.terms, use.term)
    if (index.terms[place] === use.term) isUsed[place] = 1
    else added.add(use.term)
  }
  const terms: string[] = []
  const termOf = new Uint32Array(index.terms.length)
  let from = 0
  const copyTo = (end: number) => {
    for (; from < end; from++) if (isUsed[from]) termOf[from] = terms.push(index.terms[from]!) - 1
  }
  for (const term of [...added].sort()) {
    copyTo(firstFrom(index.terms, term))
    terms.push(term)
  }
  copyTo(index.terms.length)
  const freshTerms = new Map(fresh.map(({ use }) => [use.term, firstFrom(terms, use.term)]))
  return { terms, termOf, freshTerms }
}

type SortedWords = Pick<CompiledIndex, 'words' | 'wordTerms' | 'wordKinds' | 'terms'>

/** Where a use is among the words, or would be. They are in the order of their keys: by word, by term, by kind. */
function placeOf({ words, wordTerms, wordKinds: kinds, terms }: SortedWords, use: WordUse): number {
  const kind = wordKinds.indexOf(use.kind)
  return firstPlace(0, words.length, (at) => {
    const word = words[at]!
    if (word !== use.word) return word > use.word
    const term = terms[wordTerms[at]!]!
    return term !== use.term ? term > use.term : kinds[at]! >= kind
  })
}

function isAt(
  { words, wordTerms, wordKinds: kinds, terms }: SortedWords,
  at: number,
  { word, term, kind }: WordUse,
): boolean {
  return words[at] === word && terms[wordTerms[at]!] === term && wordKinds[kinds[at]!] === kind
}
