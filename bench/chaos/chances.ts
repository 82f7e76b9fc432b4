/** Numbers from 0 up to 1, the same ones for the same seed: mulberry32. */
export function createChances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several, by chance. */
export function oneOf<Item>(items: readonly Item[], chance: () => number): Item {
  return items[Math.floor(chance() * items.length)]!
}
