import lunr from 'lunr'
import type { Talk } from '../notes/talk.ts'
import { analyze } from './analyzer.ts'
import { type Field, fields, textsOf } from './talk-texts.ts'

/**
 * lunr's inverted index, with lunr's own weights, packed into typed arrays: a query then reads numbers in a row and
 * allocates next to nothing. A pure value: it can be written to disk, moved between threads and read again.
 *
 * Documents and terms are numbers. A run of array `x` for number `n` is `[xStarts[n], xStarts[n + 1])`.
 */
export interface CompiledIndex {
  readonly documentCount: number
  /** Each term's text, by its number. */
  readonly terms: readonly string[]
  /** By term: the documents that have it, and lunr's BM25 weight of it there, title included. */
  readonly postingStarts: Uint32Array
  readonly postingDocuments: Uint32Array
  readonly postingWeights: Float32Array
  /** By document: its terms, and lunr's weight of each in the field of everything. */
  readonly vectorStarts: Uint32Array
  readonly vectorTerms: Uint32Array
  readonly vectorWeights: Float32Array
  /** By document: its terms in reading order; after each text stands a mark that says its field. See `runsOf`. */
  readonly sequenceStarts: Uint32Array
  readonly sequence: Uint32Array
  /** The folded words that the terms were made from, each with its term: what spelling is checked against. */
  readonly words: readonly string[]
  readonly wordTerms: Uint32Array
}

/** One text of a document, as terms in reading order. The runs of a talk's document are those of `textsOf(talk)`. */
export interface Run {
  readonly field: Field
  readonly terms: Uint32Array
  /** Where the run starts in the index's whole sequence. */
  readonly start: number
}

/** The texts of one document, one after another. */
export function* runsOf({ sequence, sequenceStarts }: CompiledIndex, document: number): Generator<Run> {
  let start = sequenceStarts[document]!
  const end = sequenceStarts[document + 1]!
  for (let at = start; at < end; at++) {
    const entry = sequence[at]!
    if (entry < firstMark) continue
    yield { field: fields[entry - firstMark]!, terms: sequence.subarray(start, at), start }
    start = at + 1
  }
}

/** Builds an index of talks with lunr. Document numbers are places in `talks`. */
export function compileIndex(talks: readonly Talk[]): CompiledIndex {
  const documents = talks.map(analyzeTalk)
  const { invertedIndex, fieldVectors } = buildWithLunr(documents)
  const terms: string[] = []
  for (const [term, posting] of invertedIndex) terms[posting._index] = term
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const vectors = {
    all: fillWith<Vector>(documents.length, []),
    title: fillWith<Vector>(documents.length, []),
  }
  for (const [reference, elements] of fieldVectors) {
    const [field, document] = reference.split('/') as ['all' | 'title', string]
    vectors[field][Number(document)] = elements
  }
  return {
    documentCount: documents.length,
    terms,
    ...packPostings(vectors.all, vectors.title, terms.length),
    ...packVectors(vectors.all),
    ...packSequences(documents, numbers),
    ...packWords(documents, numbers),
  }
}

/** Field weights: one field of everything, and the title lightly again. More fields lose, as lunr weighs each by itself. */
export const titleBoost = 0.5

/** Numbers from here on are no terms but marks. */
const firstMark = 0xffff_ff00

interface AnalyzedText {
  readonly field: Field
  readonly terms: readonly string[]
  readonly words: readonly string[]
}
type AnalyzedTalk = readonly AnalyzedText[]

/** Term numbers and weights by turns, as lunr keeps them. */
type Vector = readonly number[]

/** The part of `lunr.Index.toJSON()` that is read here. */
interface SerializedIndex {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[]
  readonly fieldVectors: readonly (readonly [reference: string, elements: Vector])[]
}

function analyzeTalk(talk: Talk): AnalyzedTalk {
  return textsOf(talk).map(({ field, text }) => {
    const tokens = analyze(text)
    return { field, terms: tokens.map((token) => token.term), words: tokens.map((token) => token.word) }
  })
}

function buildWithLunr(documents: readonly AnalyzedTalk[]): SerializedIndex {
  return lunrIndexOf(documents).toJSON() as SerializedIndex
}

/** The index as lunr itself would search it. The texts are analysed already, so lunr's tokenizer only wraps terms. */
function lunrIndexOf(documents: readonly AnalyzedTalk[]): lunr.Index {
  const builder = new lunr.Builder()
  const wrap = (terms: readonly string[]) => terms.map((term) => new lunr.Token(term, {}))
  builder.tokenizer = wrap as unknown as typeof lunr.tokenizer
  builder.ref('number')
  builder.field('all')
  builder.field('title', { boost: titleBoost })
  documents.forEach((texts, number) => {
    const all = texts.flatMap((text) => text.terms)
    const title = texts.filter((text) => text.field === 'title').flatMap((text) => text.terms)
    builder.add({ number: String(number), all, title })
  })
  return builder.build()
}

function packPostings(all: readonly Vector[], title: readonly Vector[], termCount: number) {
  const postingStarts = new Uint32Array(termCount + 1)
  for (const vector of all) {
    for (let at = 0; at < vector.length; at += 2) postingStarts[vector[at]! + 1]! += 1
  }
  for (let term = 0; term < termCount; term++) postingStarts[term + 1]! += postingStarts[term]!
  const postingDocuments = new Uint32Array(postingStarts[termCount]!)
  const postingWeights = new Float32Array(postingStarts[termCount]!)
  const next = postingStarts.slice()
  all.forEach((vector, document) => {
    const titleWeights = new Map<number, number>()
    eachEntry(title[document]!, (term, weight) => titleWeights.set(term, weight))
    eachEntry(vector, (term, weight) => {
      const at = next[term]!++
      postingDocuments[at] = document
      postingWeights[at] = weight + (titleWeights.get(term) ?? 0)
    })
  })
  return { postingStarts, postingDocuments, postingWeights }
}

function packVectors(vectors: readonly Vector[]) {
  const vectorStarts = startsOf(vectors.map((vector) => vector.length / 2))
  const vectorTerms = new Uint32Array(vectorStarts.at(-1)!)
  const vectorWeights = new Float32Array(vectorStarts.at(-1)!)
  let at = 0
  for (const vector of vectors) {
    eachEntry(vector, (term, weight) => {
      vectorTerms[at] = term
      vectorWeights[at++] = weight
    })
  }
  return { vectorStarts, vectorTerms, vectorWeights }
}

function packSequences(documents: readonly AnalyzedTalk[], numbers: ReadonlyMap<string, number>) {
  const lengthOf = (texts: AnalyzedTalk) => texts.reduce((length, text) => length + text.terms.length + 1, 0)
  const sequenceStarts = startsOf(documents.map(lengthOf))
  const sequence = new Uint32Array(sequenceStarts.at(-1)!)
  let at = 0
  for (const { field, terms } of documents.flat()) {
    for (const term of terms) sequence[at++] = numbers.get(term)!
    sequence[at++] = firstMark + fields.indexOf(field)
  }
  return { sequenceStarts, sequence }
}

function packWords(documents: readonly AnalyzedTalk[], numbers: ReadonlyMap<string, number>) {
  const termOf = new Map<string, number>()
  for (const { words, terms } of documents.flat()) {
    words.forEach((word, place) => {
      if (!termOf.has(word)) termOf.set(word, numbers.get(terms[place]!)!)
    })
  }
  const words = [...termOf.keys()].sort()
  return { words, wordTerms: Uint32Array.from(words, (word) => termOf.get(word)!) }
}

function startsOf(lengths: readonly number[]): Uint32Array {
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
