import { compareScored, type ScoredDocument } from '../rank/bm25.ts'
import type { RankingParameters } from '../rank/parameters.ts'
import type { SimilarityToTalk } from '../rank/semantic-similarity.ts'

/** One talk beside another. */
export interface SimilarDocument extends ScoredDocument {
  /** The share of the other's key terms that it has. */
  readonly coverage: number
  /** Whether it is near in meaning. */
  readonly isNear: boolean
}

/** How many talks resemble another one at most. */
export const maxSimilar = 1000

/**
 * The talks that resemble one, best first: those that have its key terms, those that are near it in meaning, or both, by one
 * sum as in `fuseMeaning`.
 * @param ranked by key terms, the talk itself among them
 * @param similarity to the talk; undefined if meaning is not known
 */
export function rankSimilar(
  document: number,
  {
    ranked,
    similarity,
  }: { readonly ranked: readonly ScoredDocument[]; readonly similarity: SimilarityToTalk | undefined },
  { similarWordShare, similarShare, minSimilar }: RankingParameters['meaning'],
): SimilarDocument[] {
  const self = ranked.find((scored) => scored.document === document)
  const byTerms = ranked
    .filter((scored) => scored !== self)
    .map(
      ({ document, score }): SimilarDocument => ({
        document,
        score,
        coverage: Math.min(1, score / (self?.score ?? score)),
        isNear: false,
      }),
    )
  if (!similarity || similarity.deviation === 0 || Number.isNaN(similarity.cosines[document])) return byTerms
  const { cosines, mean, deviation } = similarity
  const deviationsOf = (other: number) =>
    Number.isNaN(cosines[other]) ? 0 : (cosines[other]! - mean) / deviation
  let nearest = 0
  for (let other = 0; other < cosines.length; other++)
    if (other !== document) nearest = Math.max(nearest, deviationsOf(other))
  const minDeviations = Math.max(minSimilar, similarShare * nearest)
  const best = byTerms[0]?.score ?? 0
  const has = new Set(byTerms.map((other) => other.document))
  const near = Array.from(cosines.keys())
    .filter((other) => other !== document && !has.has(other) && deviationsOf(other) >= minDeviations)
    .map((document): SimilarDocument => ({ document, score: 0, coverage: 0, isNear: true }))
  return [...byTerms, ...near]
    .map((other) => {
      const deviations = deviationsOf(other.document)
      const share = best > 0 ? other.score / best : 0
      return {
        ...other,
        score: deviations + similarWordShare * nearest * share,
        isNear: deviations >= minDeviations,
      }
    })
    .sort(compareScored)
}
