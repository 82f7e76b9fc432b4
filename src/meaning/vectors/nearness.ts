import type { Nearness } from '../../search/rank/nearness.ts'
import { createDotProducts } from './dot-products.ts'
import { noPassage, type PassageVectors, quantize, viewsOf } from './passage-vectors.ts'

export type NearnessFinder = (question: Float32Array) => Omit<Nearness, 'chance'>

/** What the talk as a whole, its nearest passage and the next one count. */
const shares = { whole: 0.45, nearest: 0.45, next: 0.1 }

/** Compares a question's vector with all that are encoded so far, one by one: nothing is left out. */
export function createNearnessFinder(passages: PassageVectors): NearnessFinder {
  const { memory, dimensions, starts, passageNumbers } = passages
  const { query, vectors, products, scales } = viewsOf(passages)
  const multiply = createDotProducts(memory)
  const documentCount = starts.length - 1

  return (question) => {
    const scale = quantize(question, query)
    multiply({
      query: query.byteOffset,
      vectors: vectors.byteOffset,
      products: products.byteOffset,
      count: passageNumbers.length,
      dimensions,
    })
    const cosineOf = (passage: number) => products[passage]! * scales[passage]! * scale
    const cosines = new Float32Array(documentCount).fill(Number.NaN)
    const ofPassages = new Float32Array(documentCount)
    const nearest = new Uint32Array(documentCount).fill(noPassage)
    const all = { count: 0, sum: 0, squares: 0 }
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
      all.count++
      all.sum += cosine
      all.squares += cosine * cosine
    }
    const count = Math.max(1, all.count)
    const mean = all.sum / count
    return {
      cosines,
      mean,
      deviation: Math.sqrt(Math.max(0, all.squares / count - mean * mean)),
      nearestPassage(document) {
        const passage = nearest[document]!
        return passage === noPassage ? undefined : { passage, cosine: ofPassages[document]! }
      },
    }
  }
}
