import type { Concept } from '../expand/query-terms.ts'
import type { Evidence } from './match-features.ts'

/** What remains where the title, speakers, tags and summary have none of the question's topics. */
const unanchoredShare = 0.9

/** What a talk covers at most that says the words somewhere, but no more: too little for an answer that is sure of itself. */
const saidMost = 0.5

/**
 * The share of the question's information that the evidence of one talk covers, from 0 to 1. Unknown words weigh most,
 * but each further one less: one names something that the notes lack, five are only a wordy question.
 */
export function coverageOf(evidence: Evidence, concepts: readonly Concept[]): number {
  const { certainty, isInOnePlace } = evidence
  let all = 0
  let covered = 0
  let inOnePlace = 0
  let unknown = 0
  concepts.forEach(({ information, alternatives }, concept) => {
    if (alternatives.length === 0) unknown++
    all += alternatives.length === 0 ? information / unknown : information
    covered += information * certainty[concept]!
    inOnePlace += information * certainty[concept]! * isInOnePlace[concept]!
  })
  if (all === 0) return 0
  const share = anchorShareOf(evidence) / all
  const atMost = Math.min(covered * share, saidMost)
  return isVague(evidence, concepts) ? atMost : Math.max(inOnePlace * share, atMost)
}

/**
 * Whether no word of the question has a topic ("what's new?"), so that any note has it. Unless the words are a name, or
 * stand side by side as in the question ("version control").
 */
function isVague({ isNamed, isTagged, isTogether }: Evidence, concepts: readonly Concept[]): boolean {
  return !isNamed && !isTagged && !isTogether && concepts.every(({ role }) => role !== 'topic')
}

/** What the coverage is multiplied with. */
export function anchorShareOf({ isAnchored }: Evidence): number {
  return isAnchored ? 1 : unanchoredShare
}
