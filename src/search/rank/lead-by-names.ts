import type { Candidate, MatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

interface LeadByNames {
  readonly candidates: readonly Candidate[]
  readonly coverageOf: (features: MatchFeatures) => number
  /** How many words the question has. */
  readonly length: number
}

/**
 * The candidates, best first, without one that is first though it is ahead of others by its names alone: see `afterBetter`. Who comes
 * first in its place must not be so either.
 */
export function withoutLeadByNames(given: LeadByNames, parameters: RankingParameters): readonly Candidate[] {
  let { candidates } = given
  for (let times = 0; times < parameters.depth.deciding; times++) {
    const next = afterBetter({ ...given, candidates }, parameters)
    if (next === candidates) break
    candidates = next
  }
  return candidates
}

/**
 * The candidates, best first, unless the first is ahead by nothing but its names and another of the first few covers far more of the
 * question: then its names count less, so that it comes after that one. Of two talks on Transifex, the one that is called so and
 * nothing else need not be the one on caching there.
 */
function afterBetter(
  { candidates, coverageOf, length }: LeadByNames,
  { depth, names }: RankingParameters,
): readonly Candidate[] {
  const [first, ...others] = candidates
  // Many words tell circumstances: who covers more of them says no more.
  if (first?.features === undefined || length > names.maxWordsToCover) return candidates
  const { features } = first
  const minCoverage = names.coverageAgainst * coverageOf(features)
  const withoutNames = first.score - features.names
  const better = others
    .slice(0, depth.deciding - 1)
    .find(
      (other) => other.features && other.score > withoutNames && coverageOf(other.features) >= minCoverage,
    )
  if (better === undefined) return candidates
  const score = withoutNames + (better.score - withoutNames) / 2
  const after = { ...first, score, features: { ...features, names: score - withoutNames } }
  const isAhead = (other: Candidate) => other.score > score
  return [...others.filter(isAhead), after, ...others.filter((other) => !isAhead(other))]
}
