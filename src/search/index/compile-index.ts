import lunr from 'lunr'
import type { Talk } from '../../notes/talk.ts'
import { type AnalyzedTalk, analyzeTalks, countUses, type IndexingOptions } from './analyze-talks.ts'
import type { CompiledIndex } from './compiled-index.ts'
import { packIndex, packSequences, startsOf, type WeighedTerms } from './pack-index.ts'
import { packWords, sortUses } from './word-uses.ts'

/** Builds an index of talks with lunr. Document numbers are places in `talks`. */
export function compileIndex(
  talks: readonly Talk[],
  parameters: IndexParameters,
  { onProgress = () => {}, analyze }: IndexingOptions = {},
): CompiledIndex {
  const documents = analyzeTalks(talks, { analyze })
  const lunrIndex = lunrIndexOf(documents, parameters, onProgress)
  const { invertedIndex, fieldVectors } = lunrIndex.toJSON() as SerializedIndex
  const terms = invertedIndex.map(([term]) => term).sort()
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const numberOf = new Uint32Array(terms.length)
  for (const [term, posting] of invertedIndex) numberOf[posting._index] = numbers.get(term)!
  const vectors = {
    all: new Array<Vector>(documents.length).fill([]),
    title: new Array<Vector>(documents.length).fill([]),
    transcript: new Array<Vector>(documents.length).fill([]),
  }
  for (const [reference, elements] of fieldVectors) {
    const [field, document] = reference.split('/') as [keyof typeof vectors, string]
    vectors[field][Number(document)] = elements
  }
  const uses = sortUses(countUses(documents).values())
  const words = packWords(uses, { of: (term) => numbers.get(term)!, count: terms.length })
  const sequences = packSequences(documents, new Map(uses.map(({ use }, word) => [use.key, word])))
  return packIndex({ terms, words, sequences, weights: readWeights(vectors, numberOf) })
}

/** What the index is built with: see `RankingParameters.index`. */
export interface IndexParameters {
  readonly k1: number
  readonly b: number
  readonly titleBoost: number
  readonly transcriptBoost: number
}

/** Term numbers and weights by turns, as lunr keeps them. */
type Vector = readonly number[]

/** The part of `lunr.Index.toJSON()` that is read here. */
interface SerializedIndex {
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[]
  readonly fieldVectors: readonly (readonly [reference: string, elements: Vector])[]
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

function eachEntry(vector: Vector, visit: (term: number, weight: number) => void): void {
  for (let at = 0; at < vector.length; at += 2) visit(vector[at]!, vector[at + 1]!)
}
