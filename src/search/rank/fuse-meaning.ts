import type { QueryTerm } from '../expand/query-terms.ts'
import { topicsOf } from '../query/parse-query.ts'
import type { Query } from '../query/query.ts'
import { rewrite } from '../query/write-query.ts'
import { compareScored } from './bm25.ts'
import type { Matches } from './find-matches.ts'
import { type Fused, withLeader } from './lead-by-words.ts'
import { type Candidate, unrankedCandidate } from './match-features.ts'
import type { RankingParameters } from './parameters.ts'
import type { SemanticSimilarity } from './semantic-similarity.ts'

interface FusionRequest {
  readonly similarity: SemanticSimilarity
  /** Which documents may be found, as 1; all if undefined. */
  readonly mask: Uint8Array | undefined
  /** `MatchRequest.minShare`; 0 does not make similarity less strict. */
  readonly minShare: number
}

/**
 * Ranks talks that have the words, that are near in meaning, or both, by one sum: how far a talk's cosine lies above those of all
 * talks, in standard deviations, and a weight times its score by words as a share of the best one. Both mean the same for
 * any model and number of talks. The weight grows with what the nearest talk reaches, which is more among many. If words say
 * it all, they decide who is first (`withLeader`).
 */
export function fuseMeaning(
  matches: Matches,
  { similarity, mask, minShare }: FusionRequest,
  { meaning, depth, decision }: RankingParameters,
): Matches {
  const { cosines, mean, deviation } = similarity
  const bestByWords = matches.ranked[0]?.score ?? 0
  /** A talk that is not encoded yet counts as neither near nor far. */
  const deviationsOf = (document: number) => {
    const cosine = cosines[document]!
    return Number.isNaN(cosine) || deviation === 0 ? 0 : (cosine - mean) / deviation
  }
  const near = nearestOf(cosines, mask, minShare === 0 ? meaning.candidates : meaning.maxListed)
  const nearest = near[0] === undefined ? 0 : deviationsOf(near[0])
  const weight = Math.max(meaning.wordWeight, meaning.wordShareOfNearest * nearest)
  const fuse = (candidate: Candidate): Fused => {
    const wordShare = bestByWords > 0 ? candidate.score / bestByWords : 0
    const deviations = deviationsOf(candidate.document)
    const part = { wordShare, weight, deviations, cosine: cosines[candidate.document]!, lead: 0 }
    return { ...candidate, score: weight * wordShare + deviations, meaning: part }
  }
  const minDeviations = minShare === 0 ? 0 : meaning.listedShare * nearest
  // If no talk has the question's words, similarity counts alone.
  const isWordless = minShare > 0 && matches.bestCoverage < decision.minCoverage
  const minCosine = isWordless ? similarity.chance : -1
  const isNear = new Set(
    near.filter((document) => deviationsOf(document) >= minDeviations && cosines[document]! > minCosine),
  )
  const fused = [
    ...matches.ranked,
    ...[...isNear]
      .filter((document) => !matches.ranked.some((candidate) => candidate.document === document))
      .map((document) => unrankedCandidate(document)),
  ].map(fuse)
  const isFound = (document: number) => isNear.has(document) || matches.isFound(document)
  const ranked = withLeader(fused.sort(compareScored), { matches, isFound }, meaning)
  const isRanked = new Set(ranked.map(({ document }) => document))
  const added = [...isNear].filter((document) => !matches.isFound(document))
  const total = matches.total + added.length
  const deciding = ranked.filter(({ document }) => isFound(document)).slice(0, depth.deciding)
  const coverage = Math.max(0, ...deciding.map(matches.coverageOf))
  const isFirstByWords = deciding[0]?.document === matches.ranked[0]?.document
  return {
    ...matches,
    total,
    documents: () => [...matches.documents(), ...added].sort((a, b) => a - b),
    best(count) {
      const best = ranked.filter(({ document }) => isFound(document))
      if (best.length >= Math.min(count, total)) return best
      // Talks with fewer of the words follow, in their order by words.
      const lowest = best.at(-1)?.score ?? 0
      const others = matches.best(total).filter(({ document }) => !isRanked.has(document))
      return [
        ...best,
        ...others.map(fuse).map((candidate) => ({ ...candidate, score: Math.min(candidate.score, lowest) })),
      ]
    },
    ranked,
    isFound,
    isNear: deciding.some(({ document }) => cosines[document]! > similarity.chance),
    // Meaning may bring a talk forward that has more of the words, or fewer: the first by words is as sure as they make it, and nothing
    // is surer.
    bestCoverage: isFirstByWords ? matches.bestCoverage : Math.min(matches.bestCoverage, coverage),
    lead: isFirstByWords ? matches.lead : undefined,
  }
}

/** What is asked for by fields, in quotes or as spelled is searched by words alone. */
export function asksForMeaning(
  { words, phrases, prefixes, filters }: Query,
  { spelling }: { readonly spelling: boolean },
): boolean {
  return spelling && phrases.length + prefixes.length + filters.length === 0 && topicsOf({ words }).length > 0
}

/**
 * The texts that are encoded for a question: as it was typed, and with its slips put right; without exclusions, which an encoder
 * would take for what is meant.
 */
export function spellingsOf({ text, exclusions, words }: Query, queryTerms: readonly QueryTerm[]): string[] {
  if (exclusions.length > 0) {
    const kept = words.filter(({ use }) => use !== 'clause')
    return [kept.map((word) => word.text).join(' ')]
  }
  const meant = rewrite(
    text,
    queryTerms.flatMap(({ correction }) => correction ?? []),
  )
  return meant === text ? [text] : [text, meant]
}

/** The documents of the highest cosines, highest first. */
export function nearestOf(cosines: Float32Array, mask: Uint8Array | undefined, count: number): number[] {
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
