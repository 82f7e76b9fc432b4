import type { Nearness } from '../../search/nearness.ts'
import { createDotProducts } from './dot-products.ts'
import { noPlace, type PassageVectors, quantize, viewsOf } from './passage-vectors.ts'

/** Compares a question's vector with all that are encoded so far, one by one: nothing is left out. */
export function createNearnessFinder(passages: PassageVectors): (question: Float32Array) => Nearness {
  const { memory, dimensions, starts, places } = passages
  const { query, vectors, products, scales } = viewsOf(passages)
  const multiply = createDotProducts(memory)
  const documentCount = starts.length - 1

  return (question) => {
    const scale = quantize(question, query)
    multiply({
      query: query.byteOffset,
      vectors: vectors.byteOffset,
      products: products.byteOffset,
      count: places.length,
      dimensions,
    })
    const cosineOf = (passage: number) => products[passage]! * scales[passage]! * scale
    const ofTalks = new Float32Array(documentCount).fill(Number.NaN)
    const ofPassages = new Float32Array(documentCount)
    const nearest = new Uint32Array(documentCount)
    const all = { count: 0, sum: 0, squares: 0 }
    for (let document = 0; document < documentCount; document++) {
      const [first, end] = [starts[document]!, starts[document + 1]!]
      // The talk as a whole is encoded with its passages, or it is not counted yet.
      if (first === end || scales[first] === 0) continue
      let best = first
      for (let passage = first + 1; passage < end; passage++) {
        if (scales[passage] === 0) continue
        if (best === first || cosineOf(passage) > cosineOf(best)) best = passage
      }
      nearest[document] = places[best]!
      ofPassages[document] = cosineOf(best)
      const cosine = (cosineOf(best) + cosineOf(first)) / 2
      ofTalks[document] = cosine
      all.count++
      all.sum += cosine
      all.squares += cosine * cosine
    }
    const count = Math.max(1, all.count)
    const mean = all.sum / count
    return {
      of(document) {
        const cosine = ofTalks[document]
        if (cosine === undefined || Number.isNaN(cosine)) return undefined
        const place = nearest[document]!
        return {
          cosine,
          cosineOfPassage: ofPassages[document]!,
          nearestText: place === noPlace ? undefined : place,
        }
      },
      mean,
      deviation: Math.sqrt(Math.max(0, all.squares / count - mean * mean)),
    }
  }
}
