import type { RankingParameters } from '../../search/rank/parameters.ts'
import type {
  EncodedTalks,
  SemanticSimilarity,
  SimilarityToTalk,
} from '../../search/rank/semantic-similarity.ts'
import { createDotProducts } from './dot-products.ts'
import { noPassage, type PassageVectors, quantize, type VectorViews, viewsOf } from './passage-vectors.ts'

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
  const vectors = openComparison(passages)
  const { query, starts } = vectors
  const documentCount = starts.length - 1
  const everyDocument = Uint32Array.from({ length: documentCount }, (_, document) => document)
  return {
    toQuestion(question) {
      const scale = quantize(question, query)
      vectors.compare(0, vectors.count)
      return readSimilarity(vectors, everyDocument, { scale, shares })
    },
    toSome(question) {
      const quantized = new Int8Array(vectors.dimensions)
      const scale = quantize(question, quantized)
      const read = (documents: readonly number[]) => {
        // Others may have looked for something else meanwhile.
        query.set(quantized)
        for (const document of documents) vectors.compare(starts[document] ?? 0, starts[document + 1] ?? 0)
        return readSimilarity(vectors, documents, { scale, shares })
      }
      let spread: SimilarityToTalk | undefined
      return (documents) => {
        spread ??= read(evenSample(documentCount, sampleSize))
        return { ...read(documents), mean: spread.mean, deviation: spread.deviation }
      }
    },
    toTalk: (document) => compareWithTalk(vectors, document),
    vectorsOf: (document) => vectorsOfTalk(vectors, document),
  }
}

/** The vectors, and their products with the one that they were last compared with. */
interface ComparedVectors
  extends VectorViews,
    Pick<PassageVectors, 'dimensions' | 'starts' | 'passageNumbers'> {
  /** How many there are. */
  readonly count: number
  /** Compares those from the first to the end with `query`. */
  readonly compare: (first: number, end: number) => void
}

function openComparison(passages: PassageVectors): ComparedVectors {
  const { memory, dimensions, passageNumbers } = passages
  const views = viewsOf(passages)
  const { query, vectors, products } = views
  const multiply = createDotProducts(memory)
  return {
    ...passages,
    ...views,
    count: passageNumbers.length,
    compare: (first, end) =>
      multiply({
        query: query.byteOffset,
        vectors: vectors.byteOffset + first * dimensions,
        products: products.byteOffset + 4 * first,
        count: end - first,
        dimensions,
      }),
  }
}

interface Weighing {
  /** What the numbers of the vector that is looked for are to be multiplied by. */
  readonly scale: number
  readonly shares: RankingParameters['meaning']['shares']
}

/** How near these documents are to what their vectors have been compared with. */
function readSimilarity(
  vectors: ComparedVectors,
  documents: ArrayLike<number>,
  { scale, shares }: Weighing,
): Omit<SemanticSimilarity, 'chance'> {
  const { length } = documents
  const cosines = new Float32Array(length).fill(Number.NaN)
  const ofPassages = new Float32Array(length)
  const nearest = new Uint32Array(length).fill(noPassage)
  for (let place = 0; place < length; place++) {
    const near = readNearness(vectors, documents[place]!, scale)
    if (near === undefined) continue
    nearest[place] = near.passage
    ofPassages[place] = near.nearest
    cosines[place] = shares.whole * near.whole + shares.nearest * near.nearest + shares.next * near.next
  }
  return {
    ...spreadOf(cosines),
    nearestPassage(place) {
      const passage = nearest[place]!
      return passage === noPassage ? undefined : { passage, cosine: ofPassages[place]! }
    },
  }
}

/** Cosines of a talk. */
interface Nearness {
  readonly whole: number
  /** Of its nearest passage, and of the next one; of a talk with fewer, those of what there is. */
  readonly nearest: number
  readonly next: number
  /** Which passage is the nearest: `EncodedPassage.passage`, or `noPassage`. */
  readonly passage: number
}

/** Undefined for a talk that is not encoded: as a whole it is encoded with its passages, or it is not counted yet. */
function readNearness(
  { starts, scales, products, passageNumbers }: ComparedVectors,
  document: number,
  scale: number,
): Nearness | undefined {
  const [first, end] = [starts[document], starts[document + 1]]
  if (first === undefined || end === undefined || first === end || scales[first] === 0) return undefined
  let best = first
  let nearest = Number.NEGATIVE_INFINITY
  let next = Number.NEGATIVE_INFINITY
  for (let passage = first + 1; passage < end; passage++) {
    if (scales[passage] === 0) continue
    const cosine = products[passage]! * scales[passage]! * scale
    if (cosine > nearest) [best, nearest, next] = [passage, cosine, nearest]
    else if (cosine > next) next = cosine
  }
  const whole = products[first]! * scales[first]! * scale
  if (best === first) nearest = whole
  if (next === Number.NEGATIVE_INFINITY) next = nearest
  return { whole, nearest, next, passage: passageNumbers[best]! }
}

/** How near all talks are to one, each as a whole; undefined as long as that one is not encoded. */
function compareWithTalk(
  { query, vectors, products, scales, starts, dimensions, count, compare }: ComparedVectors,
  document: number,
): SimilarityToTalk | undefined {
  const first = starts[document]!
  if (first === starts[document + 1] || scales[first] === 0) return undefined
  query.set(vectors.subarray(first * dimensions, (first + 1) * dimensions))
  compare(0, count)
  const cosines = new Float32Array(starts.length - 1).fill(Number.NaN)
  for (let other = 0; other < cosines.length; other++) {
    const whole = starts[other]!
    if (whole === starts[other + 1] || scales[whole] === 0) continue
    cosines[other] = products[whole]! * scales[whole]! * scales[first]!
  }
  return spreadOf(cosines)
}

function vectorsOfTalk(
  { vectors, scales, starts, dimensions }: ComparedVectors,
  document: number,
): readonly Float32Array[] {
  const [first, end] = [starts[document]!, starts[document + 1]!]
  const encoded = Array.from({ length: end - first }, (_, at) => first + at).filter((at) => scales[at] !== 0)
  if (encoded[0] !== first) return []
  return encoded.map((at) =>
    Float32Array.from(
      vectors.subarray(at * dimensions, (at + 1) * dimensions),
      (number) => number * scales[at]!,
    ),
  )
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
