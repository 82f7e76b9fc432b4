import type { TermStatistics } from '../index/index-reader.ts'

export type AreNeighbours = TermStatistics['areNeighbours']

/** Answers within one step, and so with no for what it does not know yet; it remembers what it was asked. */
export interface Neighbours {
  readonly areNeighbours: AreNeighbours
  /** Finds out what was asked and not known. Resolves to whether there was anything: then ask again. */
  settle(): Promise<boolean>
}

/** The terms' numbers, left and right. */
type TermPair = readonly [left: number, right: number]

/** @param find tells of each pair whether it stands side by side somewhere */
export function createNeighbours(
  find: (pairs: readonly TermPair[]) => Promise<readonly boolean[]>,
): Neighbours {
  const known = new Map<string, boolean>()
  const asked = new Map<string, TermPair>()
  return {
    areNeighbours(left, right) {
      const pair = [left.term, right.term] as const
      const key = pair.join()
      if (!known.has(key) && asked.size < maxAsked) asked.set(key, pair)
      return known.get(key) ?? false
    },
    async settle() {
      const pairs = [...asked]
      asked.clear()
      if (pairs.length === 0) return false
      const found = await find(pairs.map(([, pair]) => pair))
      if (known.size > maxKnown) known.clear()
      pairs.forEach(([key], place) => {
        known.set(key, found[place]!)
      })
      return true
    },
  }
}

/** More halves of words than any question has that somebody typed by hand. */
const maxAsked = 100
const maxKnown = 5000
