import lunr from 'lunr'
import type { Talk } from '../../notes/talk.ts'
import { type Token, tokenize } from '../analysis/analyzer.ts'
import {
  type CompiledIndex,
  entryOf,
  expectRoom,
  firstMark,
  type IndexedWords,
  markOf,
  type WordKind,
  wordMask,
} from './compiled-index.ts'
import { type Field, textsOf } from './talk-texts.ts'
import {
  type CountedUse,
  formBits,
  packWords,
  sortUses,
  useOf,
  type WordUse,
  wordKindOf,
} from './word-uses.ts'

/**
 * Builds an index of talks with lunr. Document numbers are places in `talks`.
 * @param onProgress hears how many talks are in, now and then
 */
export function compileIndex(
  talks: readonly Talk[],
  parameters: IndexParameters,
  onProgress: (done: number) => void = () => {},
): CompiledIndex {
  const documents = analyzeTalks(talks)
  const lunrIndex = lunrIndexOf(documents, parameters, onProgress)
  const { invertedIndex, fieldVectors } = lunrIndex.toJSON() as SerializedIndex
  const terms = invertedIndex.map(([term]) => term).sort()
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const numberOf = new Uint32Array(terms.length)
  for (const [term, posting] of invertedIndex) numberOf[posting._index] = numbers.get(term)!
  const vectors = {
    all: fillWith<Vector>(documents.length, []),
    title: fillWith<Vector>(documents.length, []),
    transcript: fillWith<Vector>(documents.length, []),
  }
  for (const [reference, elements] of fieldVectors) {
    const [field, document] = reference.split('/') as [keyof typeof vectors, string]
    vectors[field][Number(document)] = elements
  }
  const uses = sortUses(countUses(documents).values())
  const words = packWords(uses, { of: (term) => numbers.get(term)!, count: terms.length })
  const sequences = packSequences(documents, new Map(uses.map(({ use }, word) => [use.key, word])))
  return {
    documentCount: documents.length,
    terms,
    ...packWeights(readWeights(vectors, numberOf), sequences, words),
    ...sequences,
    isNameTerm: findNameTerms(sequences.sequence, words, terms.length),
    ...words,
  }
}

/** What the index is built with: see `RankingParameters.index`. */
export interface IndexParameters {
  readonly k1: number
  readonly b: number
  readonly titleBoost: number
  readonly transcriptBoost: number
}

interface AnalyzedText {
  readonly field: Field
  readonly uses: readonly WordUse[]
  /** By use, and one after the last: the stop words before it. */
  readonly stopWords: readonly (readonly string[])[]
}
export type AnalyzedTalk = readonly AnalyzedText[]

/** Term numbers and weights by turns, as lunr keeps them. */
type Vector = readonly number[]

/** The part of `lunr.Index.toJSON()` that is read here. */
interface SerializedIndex {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[]
  readonly fieldVectors: readonly (readonly [reference: string, elements: Vector])[]
}

/**
 * The texts of talks as the index takes them. Each use of a word is kept once, which halves the time for many talks.
 * @param onProgress hears how many talks are done, now and then
 */
export function analyzeTalks(
  talks: readonly Talk[],
  onProgress: (done: number) => void = () => {},
): AnalyzedTalk[] {
  const known = new Map<string, WordUse[]>()
  const once = ({ word, term }: Token, kind: WordKind) => {
    const ofWord = known.get(word) ?? []
    if (ofWord.length === 0) known.set(word, ofWord)
    const first = ofWord.find((use) => use.term === term && use.kind === kind)
    if (first) return first
    const use = useOf({ word, term }, kind)
    ofWord.push(use)
    return use
  }
  return talks.map((talk, number) => {
    if (number % 1000 === 999) onProgress(number + 1)
    return textsOf(talk).map(({ field, text }) => {
      const { tokens, rest } = tokenize(text, talk.language)
      const kindOf = wordKindOf(field, text)
      return {
        field,
        uses: tokens.map((token) => once(token, kindOf(token))),
        stopWords: [...tokens.map(({ stopWords }) => stopWords), rest],
      }
    })
  })
}

/** How often each word is used. */
export function countUses(talks: readonly AnalyzedTalk[]): Map<string, CountedUse> {
  const counts = new Map<string, { use: WordUse; count: number }>()
  for (const { uses } of talks.flat()) {
    for (const use of uses) {
      const counted = counts.get(use.key)
      if (counted) counted.count++
      else counts.set(use.key, { use, count: 1 })
    }
  }
  return counts
}

/** The index as lunr itself would search it. The texts are analysed already, so lunr's tokenizer only wraps terms. */
function lunrIndexOf(
  documents: readonly AnalyzedTalk[],
  { k1, b, titleBoost, transcriptBoost }: IndexParameters,
  onProgress: (done: number) => void,
): lunr.Index {
  const builder = new lunr.Builder()
  builder.k1(k1)
  builder.b(b)
  const wrap = (terms: readonly string[]) => terms.map((term) => new lunr.Token(term, {}))
  builder.tokenizer = wrap as unknown as typeof lunr.tokenizer
  builder.ref('number')
  builder.field('all')
  builder.field('title', { boost: titleBoost })
  builder.field('transcript', { boost: transcriptBoost })
  documents.forEach((texts, number) => {
    const termsOf = (some: AnalyzedTalk) => some.flatMap(({ uses }) => uses.map(({ term }) => term))
    const all = termsOf(texts.filter(({ field }) => field !== 'transcript'))
    const transcript = termsOf(texts.filter(({ field }) => field === 'transcript'))
    const title = termsOf(texts.filter(({ field }) => field === 'title'))
    builder.add({ number: String(number), all, title, transcript })
    if (number % 1000 === 999) onProgress(number + 1)
  })
  return builder.build()
}

/** By document: its terms in order of number, and the weight of each in every field; 0 if that lacks it. */
export interface WeighedTerms {
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly all: Float64Array
  readonly title: Float64Array
  readonly transcript: Float64Array
}

const weighedFields = ['all', 'title', 'transcript'] as const
type ByField<Of> = Readonly<Record<(typeof weighedFields)[number], Of>>

function readWeights(vectors: ByField<readonly Vector[]>, numberOf: Uint32Array): WeighedTerms {
  // A title's terms are among all; a transcript has others.
  const termsOf = vectors.all.map((vector, document) => {
    const terms = new Set<number>()
    for (const one of [vector, vectors.transcript[document]!])
      eachEntry(one, (term) => terms.add(numberOf[term]!))
    return Uint32Array.from(terms).sort()
  })
  const starts = startsOf(termsOf.map(({ length }) => length))
  const size = starts.at(-1)!
  const terms = new Uint32Array(size)
  const weights = () => new Float64Array(size)
  const weighed = { all: weights(), title: weights(), transcript: weights() }
  const ofDocument = new Float64Array(numberOf.length)
  termsOf.forEach((own, document) => {
    terms.set(own, starts[document])
    for (const field of weighedFields) {
      eachEntry(vectors[field][document]!, (term, weight) => {
        ofDocument[numberOf[term]!] = weight
      })
      own.forEach((term, place) => {
        weighed[field][starts[document]! + place] = ofDocument[term]!
        ofDocument[term] = 0
      })
    }
  })
  return { starts, terms, ...weighed }
}

/** The weights both ways: by term with those of title and transcript added, and by document without. */
export function packWeights(
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
export interface DocumentTerms extends Pick<WeighedTerms, 'starts' | 'terms'> {
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
function packSequences(documents: readonly AnalyzedTalk[], wordOf: ReadonlyMap<string, number>): Sequences {
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
export function findNameTerms(
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

function eachEntry(vector: Vector, visit: (term: number, weight: number) => void): void {
  for (let at = 0; at < vector.length; at += 2) visit(vector[at]!, vector[at + 1]!)
}

function fillWith<Item>(length: number, item: Item): Item[] {
  return Array.from({ length }, () => item)
}
