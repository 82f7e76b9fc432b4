import type { QueryTerm } from '../expand/query-terms.ts'
import type { RankingParameters } from './parameters.ts'

/** How often neighbouring words of the question stand side by side, in their order, and which of them do. */
export function measureProximity(
  queryTerms: readonly QueryTerm[],
  positions: readonly (readonly number[])[],
  { weight, halfCount }: RankingParameters['proximity'],
) {
  const adjacent = new Set<number>()
  let proximity = 0
  for (let left = 0; left + 1 < queryTerms.length; left++) {
    const count = countAdjacent(positions[left]!, positions[left + 1]!)
    if (count === 0) continue
    adjacent.add(left).add(left + 1)
    const idf = queryTerms[left]!.idf + queryTerms[left + 1]!.idf
    // From 0 towards twice the weight; the weight itself at `halfCount` occurrences.
    proximity += (idf * 2 * weight * count) / (count + halfCount)
  }
  return { proximity, adjacent }
}

/** How many of the second positions follow one of the first at once; both lists go up. */
function countAdjacent(first: readonly number[], second: readonly number[]): number {
  let count = 0
  let at = 0
  for (const position of first) {
    while (at < second.length && second[at]! <= position) at++
    if (second[at] === position + 1) count++
  }
  return count
}
