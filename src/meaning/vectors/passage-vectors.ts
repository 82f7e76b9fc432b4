import { allocate, type SharedMemory } from './dot-products.ts'

/**
 * The vectors of the passages of all talks, in memory that threads share: one thread fills it in while another searches
 * it. Plain data, so that it can be posted.
 */
export interface PassageVectors {
  readonly memory: SharedMemory
  readonly dimensions: number
  /** The first vector of each document, and the end. */
  readonly starts: Uint32Array
  /** By vector: `EncodedPassage.passage`, or `noPassage`. The first of each document is the talk as a whole. */
  readonly passageNumbers: Uint32Array
}

export const noPassage = 0xffff_ffff

/** What the memory holds. */
export interface VectorViews {
  /** Room for the vector that is searched for, as the first bytes. */
  readonly query: Int8Array
  readonly vectors: Int8Array
  /** Room for what a search gives. */
  readonly products: Int32Array
  /** What a vector's numbers are to be multiplied by; 0 as long as it is not encoded. */
  readonly scales: Float32Array
}

export function allocateVectors(
  dimensions: number,
  { starts, passageNumbers }: Pick<PassageVectors, 'starts' | 'passageNumbers'>,
): PassageVectors {
  const { length } = layout(dimensions, passageNumbers.length)
  return { memory: allocate(length), dimensions, starts, passageNumbers }
}

export function viewsOf({
  memory: { buffer },
  dimensions,
  passageNumbers: { length: count },
}: PassageVectors): VectorViews {
  const { vectors, products, scales } = layout(dimensions, count)
  return {
    query: new Int8Array(buffer, 0, dimensions),
    vectors: new Int8Array(buffer, vectors, count * dimensions),
    products: new Int32Array(buffer, products, count),
    scales: new Float32Array(buffer, scales, count),
  }
}

/** Offsets in bytes. */
function layout(dimensions: number, count: number) {
  const vectors = dimensions
  const products = vectors + count * dimensions
  const scales = products + 4 * count
  return { vectors, products, scales, length: scales + 4 * count }
}

/** Rounds a vector to 8-bit numbers; gives what they are to be multiplied by. */
export function quantize(vector: Float32Array, into: Int8Array): number {
  let largest = 0
  for (const number of vector) largest = Math.max(largest, Math.abs(number))
  const scale = largest / 127
  for (let at = 0; at < vector.length; at++) into[at] = scale === 0 ? 0 : Math.round(vector[at]! / scale)
  return scale
}
