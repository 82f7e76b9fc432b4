import type { FindNearness, Nearness } from '../rank/nearness.ts'

/** How near talks are to questions in meaning, as this process knows it of the notes that the cluster has. */
export interface OwnMeaning {
  readonly find: FindNearness
  /** The talks' ids, by document of what `find` gives. */
  readonly ids: readonly string[]
}

/** Nearness by talk, whatever its number is in some index. */
export interface NearnessOfTalks {
  /** The nearest talks, nearest first. */
  nearest(count: number): readonly string[]
  /** As if these were all talks, but for what is of all. */
  among(ids: readonly string[]): Nearness
  /** As `Nearness.nearestPassage`. */
  nearestPassage(id: string): number | undefined
}

export function nearnessOfTalks(nearness: Nearness, ids: readonly string[]): NearnessOfTalks {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const cosineOf = (id: string) => nearness.cosines[numbers.get(id) ?? -1] ?? Number.NaN
  const passageOf = (id: string) => nearness.nearestPassage(numbers.get(id) ?? -1)
  return {
    nearest(count) {
      const known = ids.filter((_, number) => !Number.isNaN(nearness.cosines[number]))
      return known.sort((a, b) => cosineOf(b) - cosineOf(a)).slice(0, count)
    },
    among: (some) => ({
      ...nearness,
      cosines: Float32Array.from(some, cosineOf),
      nearestPassage: (document) => passageOf(some[document]!),
    }),
    nearestPassage: (id) => passageOf(id)?.passage,
  }
}
