import type { RankingParameters } from '../../search/rank/parameters.ts'
import type {
  EncodedTalks,
  SemanticSimilarity,
  SimilarityToTalk,
} from '../../search/rank/semantic-similarity.ts'
import { createDotProducts } from './dot-products.ts'
import { noPassage, type PassageVectors, quantize, viewsOf } from './passage-vectors.ts'

export interface SimilarityFinder {
  readonly toQuestion: (question: Float32Array) => Omit<SemanticSimilarity, 'chance'>
  /** To single documents; see `AskedMeaning.similarityOf`. */
  readonly toSome: (
    question: Float32Array,
  ) => (documents: readonly number[]) => Omit<SemanticSimilarity, 'chance'>
  /** As a whole, to other talks as wholes; undefined as long as it is not encoded. */
  readonly toTalk: (document: number) => SimilarityToTalk | undefined
  readonly vectorsOf: EncodedTalks['vectorsOf']
}

/** How many talks tell the mean and the deviation of all, if not all are compared. */
const sampleSize = 4000

/** Compares a vector with all that are encoded so far, one by one: nothing is left out. */
export function createSimilarityFinder(
  passages: PassageVectors,
  { shares }: Pick<RankingParameters['meaning'], 'shares'>,
): SimilarityFinder {
  const { memory, dimensions, starts, passageNumbers } = passages
  const { query, vectors, products, scales } = viewsOf(passages)
  const multiply = createDotProducts(memory)
  const documentCount = starts.length - 1

  /** Of these vectors, by default of all. */
  const compare = (first = 0, end = passageNumbers.length) =>
    multiply({
      query: query.byteOffset,
      vectors: vectors.byteOffset + first * dimensions,
      products: products.byteOffset + 4 * first,
      count: end - first,
      dimensions,
    })

  /** @param documents by their place; all if undefined. What is looked for has been compared with them. */
  function readSimilarity(scale: number, documents?: readonly number[]): Omit<SemanticSimilarity, 'chance'> {
    const count = documents?.length ?? documentCount
    const cosineOf = (passage: number) => products[passage]! * scales[passage]! * scale
    const cosines = new Float32Array(count).fill(Number.NaN)
    const ofPassages = new Float32Array(count)
    const nearest = new Uint32Array(count).fill(noPassage)
    for (let place = 0; place < count; place++) {
      const document = documents ? documents[place]! : place
      const [first, end] = [starts[document], starts[document + 1]]
      // The talk as a whole is encoded with its passages, or it is not counted yet.
      if (first === undefined || end === undefined || first === end || scales[first] === 0) continue
      let best = first
      let highest = Number.NEGATIVE_INFINITY
      let next = Number.NEGATIVE_INFINITY
      for (let passage = first + 1; passage < end; passage++) {
        if (scales[passage] === 0) continue
        const cosine = cosineOf(passage)
        if (cosine > highest) [best, highest, next] = [passage, cosine, highest]
        else if (cosine > next) next = cosine
      }
      const whole = cosineOf(first)
      if (best === first) highest = whole
      if (next === Number.NEGATIVE_INFINITY) next = highest
      nearest[place] = passageNumbers[best]!
      ofPassages[place] = highest
      cosines[place] = shares.whole * whole + shares.nearest * highest + shares.next * next
    }
    return {
      ...spreadOf(cosines),
      nearestPassage(place) {
        const passage = nearest[place]!
        return passage === noPassage ? undefined : { passage, cosine: ofPassages[place]! }
      },
    }
  }

  function toQuestion(question: Float32Array): Omit<SemanticSimilarity, 'chance'> {
    const scale = quantize(question, query)
    compare()
    return readSimilarity(scale)
  }

  function toSome(question: Float32Array): ReturnType<SimilarityFinder['toSome']> {
    const quantized = new Int8Array(dimensions)
    const scale = quantize(question, quantized)
    const read = (documents: readonly number[]) => {
      // Others may have looked for something else meanwhile.
      query.set(quantized)
      for (const document of documents) compare(starts[document] ?? 0, starts[document + 1] ?? 0)
      return readSimilarity(scale, documents)
    }
    let spread: SimilarityToTalk | undefined
    return (documents) => {
      spread ??= read(evenSample(documentCount, sampleSize))
      return { ...read(documents), mean: spread.mean, deviation: spread.deviation }
    }
  }

  function toTalk(document: number): SimilarityToTalk | undefined {
    const first = starts[document]!
    if (first === starts[document + 1] || scales[first] === 0) return undefined
    query.set(vectors.subarray(first * dimensions, (first + 1) * dimensions))
    compare()
    const cosines = new Float32Array(documentCount).fill(Number.NaN)
    for (let other = 0; other < documentCount; other++) {
      const whole = starts[other]!
      if (whole === starts[other + 1] || scales[whole] === 0) continue
      cosines[other] = products[whole]! * scales[whole]! * scales[first]!
    }
    return spreadOf(cosines)
  }

  return {
    toQuestion,
    toSome,
    toTalk,
    vectorsOf(document) {
      const [first, end] = [starts[document]!, starts[document + 1]!]
      const encoded = Array.from({ length: end - first }, (_, at) => first + at).filter(
        (at) => scales[at] !== 0,
      )
      if (encoded[0] !== first) return []
      return encoded.map((at) =>
        Float32Array.from(
          vectors.subarray(at * dimensions, (at + 1) * dimensions),
          (number) => number * scales[at]!,
        ),
      )
    },
  }
}

/** So many numbers below `count`, or all, evenly spread. */
function evenSample(count: number, size: number): number[] {
  const step = Math.max(1, count / size)
  return Array.from({ length: Math.min(count, size) }, (_, place) => Math.floor(place * step))
}

/** With mean and standard deviation of those that are known. */
function spreadOf(cosines: Float32Array): SimilarityToTalk {
  let [count, sum, squares] = [0, 0, 0]
  for (const cosine of cosines) {
    if (Number.isNaN(cosine)) continue
    count++
    sum += cosine
    squares += cosine * cosine
  }
  const mean = sum / Math.max(1, count)
  return { cosines, mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) }
}
