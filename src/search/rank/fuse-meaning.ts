import { type Query, topicsOf } from '../query/query.ts'
import { compareScored } from './bm25.ts'
import type { Candidate, MeaningPart } from './match-features.ts'
import type { Matches } from './matches.ts'
import type { Nearness } from './nearness.ts'
import type { RankingParameters } from './parameters.ts'

export interface FusionRequest {
  readonly nearness: Nearness
  /** Which documents may be found, as 1; all if undefined. */
  readonly mask: Uint8Array | undefined
  /** `MatchRequest.minShare`; if it is 0, nearness is no less choosy. */
  readonly minShare: number
}

/**
 * What has the words, what is near in meaning, or both, ranked by one sum: how far a talk's cosine lies above those of all
 * talks, in standard deviations, and a weight times its score by words as a share of the best one. Both mean the same for
 * any model and number of talks.
 */
export function fuseMeaning(
  matches: Matches,
  { nearness, mask, minShare }: FusionRequest,
  { meaning, depth, decision }: RankingParameters,
): Matches {
  const { cosines, mean, deviation } = nearness
  const bestByWords = matches.ranked[0]?.score ?? 0
  /** What is not encoded yet is taken for neither near nor far. */
  const deviationsOf = (document: number) => {
    const cosine = cosines[document]!
    return Number.isNaN(cosine) || deviation === 0 ? 0 : (cosine - mean) / deviation
  }
  const fuse = (candidate: Candidate): Candidate => {
    const part: MeaningPart = {
      wordShare: bestByWords > 0 ? candidate.score / bestByWords : 0,
      weight: meaning.wordWeight,
      deviations: deviationsOf(candidate.document),
      cosine: cosines[candidate.document]!,
    }
    return { ...candidate, score: part.weight * part.wordShare + part.deviations, meaning: part }
  }
  const near = nearestOf(cosines, mask, minShare === 0 ? meaning.candidates : meaning.maxListed)
  const minDeviations = minShare === 0 || !near[0] ? 0 : meaning.listedShare * deviationsOf(near[0])
  // If no talk has the question's words, nearness has to speak for itself.
  const isWordless = minShare > 0 && matches.bestCoverage < decision.minCoverage
  const minCosine = isWordless ? nearness.chance : -1
  const isNear = new Set(
    near.filter((document) => deviationsOf(document) >= minDeviations && cosines[document]! > minCosine),
  )
  const ranked = [
    ...matches.ranked,
    ...[...isNear]
      .filter((document) => !matches.ranked.some((candidate) => candidate.document === document))
      .map((document) => ({ document, score: 0, ofTerms: 0, ofEvent: 0 })),
  ]
    .map(fuse)
    .sort(compareScored)
  const isFound = (document: number) => isNear.has(document) || matches.isFound(document)
  const isRanked = new Set(ranked.map(({ document }) => document))
  const added = [...isNear].filter((document) => !matches.isFound(document))
  const total = matches.total + added.length
  const deciding = ranked.filter(({ document }) => isFound(document)).slice(0, depth.deciding)
  return {
    ...matches,
    total,
    documents: () => [...matches.documents(), ...added].sort((a, b) => a - b),
    best(count) {
      const best = ranked.filter(({ document }) => isFound(document))
      if (best.length >= Math.min(count, total)) return best
      // What has the words, but less of them, follows in its order by words.
      const lowest = best.at(-1)?.score ?? 0
      const others = matches.best(total).filter(({ document }) => !isRanked.has(document))
      return [
        ...best,
        ...others.map(fuse).map((candidate) => ({ ...candidate, score: Math.min(candidate.score, lowest) })),
      ]
    },
    ranked,
    isFound,
    isNear: deciding.some(({ document }) => cosines[document]! > nearness.chance),
    bestCoverage: Math.max(0, ...deciding.map(matches.coverageOf)),
  }
}

/** What is asked for by fields, in quotes or as it is spelled, is asked of the words alone. */
export function asksForMeaning(
  { words, phrases, prefixes, filters }: Query,
  { spelling }: { readonly spelling: boolean },
): boolean {
  return spelling && phrases.length + prefixes.length + filters.length === 0 && topicsOf({ words }).length > 0
}

/** The question as typed; without what it excludes, which an encoder would take for what is meant. */
export function withoutExclusions({ text, exclusions, words }: Query): string {
  if (exclusions.length === 0) return text
  return words
    .filter(({ use }) => use !== 'clause')
    .map((word) => word.text)
    .join(' ')
}

/** The documents of the highest cosines, highest first. */
function nearestOf(cosines: Float32Array, mask: Uint8Array | undefined, count: number): number[] {
  const nearest: number[] = []
  for (let document = 0; document < cosines.length; document++) {
    const cosine = cosines[document]!
    if (Number.isNaN(cosine) || mask?.[document] === 0) continue
    if (nearest.length === count && cosine <= cosines[nearest.at(-1)!]!) continue
    let place = nearest.length
    while (place > 0 && cosines[nearest[place - 1]!]! < cosine) place--
    nearest.splice(place, 0, document)
    if (nearest.length > count) nearest.pop()
  }
  return nearest
}
