import type { QueryTerm } from '../expand/query-terms.ts'
import type { MatchFeatures } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'

type Coverage = RankingParameters['coverage']

/**
 * The share of the question's idf that the features of one talk covers, from 0 to 1. Unknown words weigh most,
 * but each further one less: one names something that the notes lack, five are only a wordy question.
 */
export function coverageOf(
  features: MatchFeatures,
  queryTerms: readonly QueryTerm[],
  parameters: Coverage,
): number {
  const { certainty, isInOneSection } = features
  let all = 0
  let covered = 0
  let inOneSection = 0
  let unknown = 0
  queryTerms.forEach(({ idf, variants }, queryTerm) => {
    if (variants.length === 0) unknown++
    all += variants.length === 0 ? idf / unknown ** parameters.unknownDecay : idf
    covered += idf * certainty[queryTerm]!
    inOneSection += idf * certainty[queryTerm]! * isInOneSection[queryTerm]!
  })
  if (all === 0) return 0
  const share = (features.isAnchored ? 1 : parameters.unanchoredShare) / all
  const scattered = Math.min(covered * share, parameters.maxScattered)
  const together = Math.max(inOneSection * share, scattered)
  return isVague(features, queryTerms) ? Math.min(together, parameters.maxVague) : together
}

/**
 * Whether no word of the question has a topic ("what's new?"), so that any note has it. Unless the words are a name, or
 * stand side by side as in the question ("version control").
 */
function isVague(
  { isNamed, isTagged, isTogether }: MatchFeatures,
  queryTerms: readonly QueryTerm[],
): boolean {
  return !isNamed && !isTagged && !isTogether && queryTerms.every(({ role }) => role !== 'topic')
}
