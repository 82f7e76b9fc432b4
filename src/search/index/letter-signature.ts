/**
 * Which letters a word has, as 32 bits; letters whose code units differ by a multiple of 32 share one. Two words that are
 * `n` edits apart differ in at most `2 * n` bits, so most words can be told apart without being compared.
 */
export function letterSignature(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set >>> 0
}

/** In how many letters two sets differ. */
export function lettersApart(a: number, b: number): number {
  // Counts the bits of pairs, of fours, of bytes, and adds the bytes up.
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
