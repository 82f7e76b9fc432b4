import lunr from 'lunr'
import type { Talk } from '../../notes/talk.ts'
import { analyze } from '../analysis/analyzer.ts'
import { letterSignature } from './letter-signature.ts'
import { type Field, fields, textsOf } from './talk-texts.ts'

/**
 * lunr's inverted index, with lunr's own weights, packed into typed arrays: a query then reads numbers in a row and
 * allocates next to nothing. A pure value: it can be written to disk, moved between threads and read again.
 *
 * Documents and terms are numbers. A run of array `x` for number `n` is `[xStarts[n], xStarts[n + 1])`.
 */
export interface CompiledIndex {
  readonly documentCount: number
  /** Each term's text, by its number: sorted by UTF-16 units, so that the same talks always give the same numbers. */
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
  /** By term: 1 if it is of some talk's title, speakers or tags. */
  readonly isNameTerm: Uint8Array
  /**
   * The folded words that the terms were made from, sorted, each with its term and how often it is that: what spelling
   * is checked against. A word that has other stems in other languages comes once for each, sorted by term.
   */
  readonly words: readonly string[]
  readonly wordTerms: Uint32Array
  readonly wordCounts: Uint32Array
  /** By word: which letters it has, see `letterSignature`. */
  readonly wordLetters: Uint32Array
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

/**
 * Builds an index of talks with lunr. Document numbers are places in `talks`.
 * @param onProgress hears how many talks are in, now and then
 * @param boost of the title. Default `titleBoost`.
 */
export function compileIndex(
  talks: readonly Talk[],
  onProgress: (done: number) => void = () => {},
  boost = titleBoost,
): CompiledIndex {
  const documents = analyzeTalks(talks)
  const lunrIndex = lunrIndexOf(documents, boost, onProgress)
  const { invertedIndex, fieldVectors } = lunrIndex.toJSON() as SerializedIndex
  const terms = invertedIndex.map(([term]) => term).sort()
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const numberOf = new Uint32Array(terms.length)
  for (const [term, posting] of invertedIndex) numberOf[posting._index] = numbers.get(term)!
  const vectors = {
    all: fillWith<Vector>(documents.length, []),
    title: fillWith<Vector>(documents.length, []),
  }
  for (const [reference, elements] of fieldVectors) {
    const [field, document] = reference.split('/') as ['all' | 'title', string]
    vectors[field][Number(document)] = elements
  }
  const sequences = packSequences(documents, numbers)
  return {
    documentCount: documents.length,
    terms,
    ...packWeights(readVectors(vectors.all, vectors.title, numberOf), terms.length),
    ...sequences,
    isNameTerm: findNameTerms(sequences.sequence, terms.length),
    ...packWords(documents, numbers),
  }
}

/**
 * What a term in the title counts besides: lunr's boost of its second field, the first being everything. Measured: it is worth
 * .0015 MRR@10. More fields lose, as lunr weighs each by itself.
 */
export const titleBoost = 0.5

/** Numbers of a sequence from here on are no terms but marks: `fields[number - firstMark]`. */
export const firstMark = 0xffff_ff00

interface AnalyzedText {
  readonly field: Field
  readonly terms: readonly string[]
  readonly words: readonly string[]
}
export type AnalyzedTalk = readonly AnalyzedText[]

/** Term numbers and weights by turns, as lunr keeps them. */
type Vector = readonly number[]

/** The part of `lunr.Index.toJSON()` that is read here. */
interface SerializedIndex {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[]
  readonly fieldVectors: readonly (readonly [reference: string, elements: Vector])[]
}

/** The texts of talks as the index takes them. Each term and word is kept once, which halves the time for many talks. */
export function analyzeTalks(talks: readonly Talk[]): AnalyzedTalk[] {
  const strings = new Map<string, string>()
  const once = (text: string) => {
    const known = strings.get(text)
    if (known === undefined) strings.set(text, text)
    return known ?? text
  }
  return talks.map((talk) =>
    textsOf(talk).map(({ field, text }) => {
      const tokens = analyze(text, talk.language)
      return {
        field,
        terms: tokens.map(({ term }) => once(term)),
        words: tokens.map(({ word }) => once(word)),
      }
    }),
  )
}

/** The index as lunr itself would search it. The texts are analysed already, so lunr's tokenizer only wraps terms. */
function lunrIndexOf(
  documents: readonly AnalyzedTalk[],
  boost: number,
  onProgress: (done: number) => void,
): lunr.Index {
  const builder = new lunr.Builder()
  const wrap = (terms: readonly string[]) => terms.map((term) => new lunr.Token(term, {}))
  builder.tokenizer = wrap as unknown as typeof lunr.tokenizer
  builder.ref('number')
  builder.field('all')
  builder.field('title', { boost })
  documents.forEach((texts, number) => {
    const all = texts.flatMap((text) => text.terms)
    const title = texts.filter((text) => text.field === 'title').flatMap((text) => text.terms)
    builder.add({ number: String(number), all, title })
    if (number % 1000 === 999) onProgress(number + 1)
  })
  return builder.build()
}

/** By document: its terms in order of number, and the weight of each in either field; 0 if the title lacks it. */
export interface WeighedTerms {
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly all: Float64Array
  readonly title: Float64Array
}

function readVectors(all: readonly Vector[], title: readonly Vector[], numberOf: Uint32Array): WeighedTerms {
  const starts = startsOf(all.map((vector) => vector.length / 2))
  const size = starts.at(-1)!
  const weighed = {
    starts,
    terms: new Uint32Array(size),
    all: new Float64Array(size),
    title: new Float64Array(size),
  }
  const weights = { all: new Float64Array(numberOf.length), title: new Float64Array(numberOf.length) }
  all.forEach((vector, document) => {
    const terms = weighed.terms.subarray(starts[document], starts[document + 1])
    let count = 0
    eachEntry(vector, (term, weight) => {
      terms[count++] = numberOf[term]!
      weights.all[numberOf[term]!] = weight
    })
    terms.sort()
    eachEntry(title[document]!, (term, weight) => {
      weights.title[numberOf[term]!] = weight
    })
    terms.forEach((term, place) => {
      weighed.all[starts[document]! + place] = weights.all[term]!
      weighed.title[starts[document]! + place] = weights.title[term]!
      weights.title[term] = 0
    })
  })
  return weighed
}

/** The weights both ways: by term with the title's added, and by document without. */
export function packWeights({ starts, terms, all, title }: WeighedTerms, termCount: number) {
  const postingStarts = new Uint32Array(termCount + 1)
  for (const term of terms) postingStarts[term + 1]! += 1
  for (let term = 0; term < termCount; term++) postingStarts[term + 1]! += postingStarts[term]!
  const postingDocuments = new Uint32Array(terms.length)
  const postingWeights = new Float32Array(terms.length)
  const next = postingStarts.slice()
  for (let document = 0; document + 1 < starts.length; document++) {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) {
      const to = next[terms[at]!]!++
      postingDocuments[to] = document
      postingWeights[to] = all[at]! + title[at]!
    }
  }
  return {
    postingStarts,
    postingDocuments,
    postingWeights,
    vectorStarts: starts,
    vectorTerms: terms,
    vectorWeights: Float32Array.from(all),
  }
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

const namingMarks: ReadonlySet<number> = new Set(
  (['title', 'speakers', 'tags'] as const).map((field) => firstMark + fields.indexOf(field)),
)

/** `CompiledIndex.isNameTerm` of a sequence. */
export function findNameTerms(sequence: Uint32Array, termCount: number): Uint8Array {
  const isNameTerm = new Uint8Array(termCount)
  let textStart = 0
  for (let at = 0; at < sequence.length; at++) {
    if (sequence[at]! < firstMark) continue
    if (namingMarks.has(sequence[at]!))
      for (let place = textStart; place < at; place++) isNameTerm[sequence[place]!] = 1
    textStart = at + 1
  }
  return isNameTerm
}

function packWords(documents: readonly AnalyzedTalk[], numbers: ReadonlyMap<string, number>) {
  const counts = new Map<string, number>()
  for (const { words, terms } of documents.flat()) {
    words.forEach((word, place) => {
      const use = useOf(word, terms[place]!)
      counts.set(use, (counts.get(use) ?? 0) + 1)
    })
  }
  const uses = [...counts.keys()].sort()
  const words = uses.map((use) => use.slice(0, use.indexOf('\n')))
  return {
    words,
    wordLetters: Uint32Array.from(words, letterSignature),
    wordTerms: Uint32Array.from(uses, (use) => numbers.get(use.slice(use.indexOf('\n') + 1))!),
    wordCounts: Uint32Array.from(uses, (use) => counts.get(use)!),
  }
}

/** A word as one term. The line break sorts before everything that is in words. */
export const useOf = (word: string, term: string): string => `${word}\n${term}`

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
