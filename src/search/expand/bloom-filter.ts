/** A set of texts in 16 to 32 bits each: it has all that were added, and by chance one in 64 others at most. */
interface BloomFilter {
  mayHave(text: string): boolean
}

/** @param from where in each text to begin: the filter has what stands from there on */
export function createBloomFilter(texts: readonly string[], from = 0): BloomFilter {
  const shift = Math.clz32(Math.max(1, texts.length)) - 4
  const bits = new Uint32Array(2 ** Math.max(0, 27 - shift))
  const add = (bit: number) => {
    bits[bit >>> 5]! |= 1 << (bit & 31)
  }
  const has = (bit: number) => (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
  for (const text of texts) {
    const sum = hashOfLetters(text, from)
    add(sum >>> shift)
    add(rehash(sum) >>> shift)
  }
  return {
    mayHave(text) {
      const sum = hashOfLetters(text, 0)
      return has(sum >>> shift) && has(rehash(sum) >>> shift)
    },
  }
}

/**
 * Of the letters from one place of a text up to another: 32 bits, of which the first are spread best.
 * @param to Default: the end
 * @param sum tells hashes of one kind from those of others. Default 0
 */
export function hashOfLetters(text: string, from: number, to = text.length, sum = 0): number {
  let hash = sum
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15)
  return Math.imul(hash, 0x85ebca6b) >>> 0
}

function rehash(sum: number): number {
  return Math.imul(sum ^ (sum >>> 15), 0xc2b2ae35) >>> 0
}
