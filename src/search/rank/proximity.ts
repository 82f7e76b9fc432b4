import type { QueryTerm } from '../expand/query-terms.ts'
import type { RankingParameters } from './parameters.ts'

type Proximity = RankingParameters['proximity']

/** How near together neighbouring words of the question stand, and which of them stand side by side. */
export function measureProximity(
  queryTerms: readonly QueryTerm[],
  positions: readonly (readonly number[])[],
  { adjacent, near: within, windowTerms }: Proximity,
) {
  const together = new Set<number>()
  let proximity = 0
  for (let left = 0; left + 1 < queryTerms.length; left++) {
    const a = positions[left]!
    const b = positions[left + 1]!
    if (a.length === 0 || b.length === 0) continue
    const { ordered, near } = countPairs(a, b, windowTerms)
    if (ordered > 0) together.add(left).add(left + 1)
    const idf = queryTerms[left]!.idf + queryTerms[left + 1]!.idf
    proximity += idf * (saturate(adjacent, ordered) + saturate(within, near))
  }
  return { proximity, together }
}

/** Pairs side by side and pairs within the window, of two lists that both go up. */
function countPairs(
  a: readonly number[],
  b: readonly number[],
  window: number,
): { ordered: number; near: number } {
  let ordered = 0
  let near = 0
  let from = 0
  for (const place of a) {
    while (from < b.length && b[from]! <= place - window) from++
    for (let at = from; at < b.length && b[at]! < place + window; at++) {
      near++
      if (b[at] === place + 1) ordered++
    }
  }
  return { ordered, near }
}

/** From 0 towards twice the weight; the weight itself at `halfCount` occurrences. */
function saturate({ weight, halfCount }: Proximity['near'], count: number): number {
  return (2 * weight * count) / (count + halfCount)
}
