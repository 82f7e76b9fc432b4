import type { Concept } from './concepts.ts'
import type { Evidence } from './evidence.ts'

/** What remains where the title, speakers, tags and summary have none of the question's topics. */
const unanchoredShare = 0.9

/**
 * The share of the question's information that the evidence of one talk covers, from 0 to 1. Unknown words weigh most,
 * but each further one less: one names something that the notes lack, five are only a wordy question.
 */
export function coverageOf(evidence: Evidence, concepts: readonly Concept[]): number {
  const { certainty } = evidence
  let all = 0
  let covered = 0
  let unknown = 0
  concepts.forEach(({ information, alternatives }, concept) => {
    if (alternatives.length === 0) unknown++
    all += alternatives.length === 0 ? information / unknown : information
    covered += information * certainty[concept]!
  })
  return all === 0 ? 0 : (covered / all) * anchorShareOf(evidence)
}

/** What the coverage is multiplied with. */
export function anchorShareOf({ isAnchored }: Evidence): number {
  return isAnchored ? 1 : unanchoredShare
}
