import type { AnalyzedTalk } from './analyze-talks.ts'
import {
  type CompiledIndex,
  entryOf,
  expectRoom,
  firstMark,
  type IndexedWords,
  markOf,
  wordMask,
} from './compiled-index.ts'
import { formBits } from './word-uses.ts'

interface IndexParts {
  readonly terms: readonly string[]
  readonly words: IndexedWords
  readonly sequences: Sequences
  readonly weights: WeighedTerms
}

/** All that is looked up in an index, packed from what it is made of. */
export function packIndex({ terms, words, sequences, weights }: IndexParts): CompiledIndex {
  return {
    documentCount: sequences.sequenceStarts.length - 1,
    terms,
    ...packWeights(weights, sequences, words),
    ...sequences,
    isNameTerm: findNameTerms(sequences.sequence, words, terms.length),
    ...words,
  }
}

/** By document: its terms in order of number, and the weight of each in every field; 0 if that lacks it. */
export interface WeighedTerms {
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly all: Float64Array
  readonly title: Float64Array
  readonly transcript: Float64Array
}

/** The weights both ways: by term with those of title and transcript added, and by document without. */
function packWeights(
  { starts, terms, all, title, transcript }: WeighedTerms,
  sequences: Sequences,
  words: IndexedWords,
) {
  const weights = new Float32Array(terms.length)
  for (let at = 0; at < terms.length; at++) weights[at] = all[at]! + title[at]! + transcript[at]!
  const forms = formBitsIn({ starts, terms }, sequences, words)
  return {
    ...packPostings({ starts, terms, weights, forms }, words.formStarts.length - 1),
    vectorStarts: starts,
    vectorWeights: Float32Array.from(all),
  }
}

/** By document: its terms in order of number, what each weighs in all, and the bits of its forms. */
interface DocumentTerms extends Pick<WeighedTerms, 'starts' | 'terms'> {
  readonly weights: Float32Array
  readonly forms: Uint8Array
}

/** The same by term. */
export function packPostings({ starts, terms, weights, forms }: DocumentTerms, termCount: number) {
  // Each term's postings are counted two places on, then begin one place on, from where each moves the next one's place.
  const places = new Uint32Array(termCount + 2)
  for (let at = 0; at < terms.length; at++) places[terms[at]! + 2]! += 1
  for (let place = 2; place <= termCount; place++) places[place + 1]! += places[place]!
  const postingDocuments = new Uint32Array(terms.length)
  const postingWeights = new Float32Array(terms.length)
  const postingForms = new Uint8Array(terms.length)
  for (let document = 0; document + 1 < starts.length; document++) {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      const to = places[terms[at]! + 1]!++
      postingDocuments[to] = document
      postingWeights[to] = weights[at]!
      postingForms[to] = forms[at]!
    }
  }
  return { postingStarts: places.subarray(0, termCount + 1), postingDocuments, postingWeights, postingForms }
}

/** By document and term: the bits of the forms that it has. */
export function formBitsIn(
  { starts, terms }: Pick<WeighedTerms, 'starts' | 'terms'>,
  { sequence, sequenceStarts }: Sequences,
  words: IndexedWords,
  bits = formBits(words),
): Uint8Array {
  const { wordTerms, formStarts } = words
  const ofDocument = new Uint8Array(formStarts.length - 1)
  const forms = new Uint8Array(terms.length)
  for (let document = 0; document + 1 < starts.length; document++) {
    for (let at = sequenceStarts[document]!; at < sequenceStarts[document + 1]!; at++) {
      const word = sequence[at]! & wordMask
      if (word < firstMark) ofDocument[wordTerms[word]!]! |= bits[word]!
    }
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      forms[at] = ofDocument[terms[at]!]!
      ofDocument[terms[at]!] = 0
    }
  }
  return forms
}

export type Sequences = Pick<CompiledIndex, 'sequence' | 'sequenceStarts'>

/** @param wordOf the number of each use, by its key */
export function packSequences(
  documents: readonly AnalyzedTalk[],
  wordOf: ReadonlyMap<string, number>,
): Sequences {
  expectRoom(wordOf.size)
  const sequenceStarts = startsOf(documents.map(sequenceLength))
  const sequence = new Uint32Array(sequenceStarts.at(-1)!)
  let at = 0
  for (const talk of documents) at = writeSequence(talk, wordOf, { sequence, at })
  return { sequenceStarts, sequence }
}

/** How many entries a talk has. */
export function sequenceLength(talk: AnalyzedTalk): number {
  return talk.reduce((length, { uses }) => length + uses.length + 1, 0)
}

/** Writes a talk's entries from a place on. Returns the place behind them. */
export function writeSequence(
  talk: AnalyzedTalk,
  wordOf: ReadonlyMap<string, number>,
  { sequence, at }: { readonly sequence: Uint32Array; readonly at: number },
): number {
  let next = at
  for (const { field, uses, stopWords } of talk) {
    uses.forEach(({ key }, place) => {
      sequence[next++] = entryOf(wordOf.get(key)!, stopWords[place]!)
    })
    sequence[next++] = entryOf(markOf(field), stopWords.at(-1)!)
  }
  return next
}

/** Of the fields that name a talk. */
export const namingMarks: ReadonlySet<number> = new Set((['title', 'speakers', 'tags'] as const).map(markOf))

/** `CompiledIndex.isNameTerm` of a sequence. */
function findNameTerms(
  sequence: Uint32Array,
  { wordTerms }: Pick<IndexedWords, 'wordTerms'>,
  termCount: number,
): Uint8Array {
  const isNameTerm = new Uint8Array(termCount)
  let textStart = 0
  for (let at = 0; at < sequence.length; at++) {
    const number = sequence[at]! & wordMask
    if (number < firstMark) continue
    if (namingMarks.has(number)) {
      for (let place = textStart; place < at; place++) isNameTerm[wordTerms[sequence[place]! & wordMask]!] = 1
    }
    textStart = at + 1
  }
  return isNameTerm
}

export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, place) => {
    starts[place + 1] = starts[place]! + length
  })
  return starts
}
