import {
  allocateVectors,
  noPassage,
  type PassageVectors,
  quantize,
  viewsOf,
} from '../../../src/meaning/vectors/passage-vectors.ts'

/** A unit vector of 16 numbers. */
export function unit(...numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers)
  return Float32Array.from({ length: 16 }, (_, at) => (numbers[at] ?? 0) / length)
}

/** Talks as lists of vectors, the first of the talk as a whole; undefined for what is not encoded. */
export function passagesOf(talks: readonly (readonly (Float32Array | undefined)[])[]): PassageVectors {
  const starts = new Uint32Array(talks.length + 1)
  talks.forEach((vectors, document) => {
    starts[document + 1] = starts[document]! + vectors.length
  })
  const numbers = talks.flatMap((vectors) => vectors.map((_, place) => (place === 0 ? noPassage : place - 1)))
  const passages = allocateVectors(16, { starts, passageNumbers: Uint32Array.from(numbers) })
  const views = viewsOf(passages)
  talks.flat().forEach((vector, row) => {
    if (vector) views.scales[row] = quantize(vector, views.vectors.subarray(row * 16, (row + 1) * 16))
  })
  return passages
}
