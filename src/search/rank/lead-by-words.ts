import { compareScored } from './bm25.ts'
import type { Matches } from './find-matches.ts'
import type { Candidate } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'
import type { MeaningPart } from './semantic-similarity.ts'

/** A candidate with a score by words and meaning. */
export type Fused = Candidate & { readonly meaning: MeaningPart }

interface FoundByWords {
  /** By words alone. */
  readonly matches: Matches
  /** By words or by meaning. */
  readonly isFound: (document: number) => boolean
}

/** The ranking by words and meaning together, with the best talk by words first if words leave no doubt. */
export function withLeader(
  fused: readonly Fused[],
  found: FoundByWords,
  parameters: RankingParameters['meaning'],
): readonly Fused[] {
  const leader = leaderByWords(fused, found, parameters)
  const [highest] = fused
  if (!leader || !highest || leader.score === highest.score) return fused
  const lead = highest.score - leader.score + parameters.leadOver
  const lifted = { ...leader, score: leader.score + lead, meaning: { ...leader.meaning, lead } }
  return fused.map((candidate) => (candidate === leader ? lifted : candidate)).sort(compareScored)
}

/**
 * The best talk by words, if they leave no doubt: it covers most of the question, and more of it than what both would have
 * first. Encoders know little of names and go by the subject around them: so the other must cover far less, unless the question
 * names the talk. In a long question they go by the small talk: so a smaller difference is enough if the other is hardly nearer.
 */
function leaderByWords(
  fused: readonly Fused[],
  { matches: { ranked, isFound: isFoundByWords, coverageOf }, isFound }: FoundByWords,
  { leadCoverage, clearShare, moreShare, hardlyNearer }: RankingParameters['meaning'],
): Fused | undefined {
  const first = fused.find(({ document }) => document === ranked[0]?.document)
  if (!first || !isFoundByWords(first.document)) return undefined
  const coverage = coverageOf(first)
  if (coverage < leadCoverage) return undefined
  if (first.features?.isNamed) return first
  const ahead = fused.find(({ document }) => isFound(document))!
  const share = coverageOf(ahead) / coverage
  const deviations = ahead.meaning.deviations - first.meaning.deviations
  return share <= clearShare || (share <= moreShare && deviations <= hardlyNearer) ? first : undefined
}
