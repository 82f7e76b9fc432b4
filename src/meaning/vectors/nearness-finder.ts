import type { Alike, Nearness } from '../../search/rank/nearness.ts'
import type { RankingParameters } from '../../search/rank/parameters.ts'
import { createDotProducts } from './dot-products.ts'
import { noPassage, type PassageVectors, quantize, viewsOf } from './passage-vectors.ts'

export interface NearnessFinder {
  readonly toQuestion: (question: Float32Array) => Omit<Nearness, 'chance'>
  /** As a whole, to other talks as wholes; undefined as long as it is not encoded. */
  readonly toTalk: (document: number) => Alike | undefined
}

/** Compares a vector with all that are encoded so far, one by one: nothing is left out. */
export function createNearnessFinder(
  passages: PassageVectors,
  { shares }: Pick<RankingParameters['meaning'], 'shares'>,
): NearnessFinder {
  const { memory, dimensions, starts, passageNumbers } = passages
  const { query, vectors, products, scales } = viewsOf(passages)
  const multiply = createDotProducts(memory)
  const documentCount = starts.length - 1

  const compare = () =>
    multiply({
      query: query.byteOffset,
      vectors: vectors.byteOffset,
      products: products.byteOffset,
      count: passageNumbers.length,
      dimensions,
    })

  function toQuestion(question: Float32Array): Omit<Nearness, 'chance'> {
    const scale = quantize(question, query)
    compare()
    const cosineOf = (passage: number) => products[passage]! * scales[passage]! * scale
    const cosines = new Float32Array(documentCount).fill(Number.NaN)
    const ofPassages = new Float32Array(documentCount)
    const nearest = new Uint32Array(documentCount).fill(noPassage)
    for (let document = 0; document < documentCount; document++) {
      const [first, end] = [starts[document]!, starts[document + 1]!]
      // The talk as a whole is encoded with its passages, or it is not counted yet.
      if (first === end || scales[first] === 0) continue
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
      const cosine = shares.whole * whole + shares.nearest * highest + shares.next * next
      nearest[document] = passageNumbers[best]!
      ofPassages[document] = highest
      cosines[document] = cosine
    }
    return {
      ...spreadOf(cosines),
      nearestPassage(document) {
        const passage = nearest[document]!
        return passage === noPassage ? undefined : { passage, cosine: ofPassages[document]! }
      },
    }
  }

  function toTalk(document: number): Alike | undefined {
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

  return { toQuestion, toTalk }
}

/** With mean and standard deviation of those that are known. */
function spreadOf(cosines: Float32Array): Alike {
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
