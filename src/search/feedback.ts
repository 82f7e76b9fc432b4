import type { Lookup } from './lookup.ts'
import type { Scored, TermWeights } from './rank.ts'

const documentsRead = 10
const termsKept = 40
const newShare = 0.15
/** The better first results count far more than the tenth: their weights are (score / best score) to this power. */
const sharpness = 4
const mostFrequent = 0.1

/**
 * Rocchio's relevance feedback without a person: the terms that the best talks share are added to the question's own at
 * a small weight. The figures are the best found on held-out queries of 14 collections.
 */
export function expandByFeedback(
  weights: TermWeights,
  ranked: readonly Scored[],
  lookup: Lookup,
): TermWeights {
  const { vectorStarts, vectorTerms, vectorWeights, terms, documentCount } = lookup.index
  const best = ranked[0]?.score ?? 0
  const sums = new Map<number, number>()
  for (const { document, score } of ranked.slice(0, documentsRead)) {
    const weight = (score / best) ** sharpness
    for (let at = vectorStarts[document]!; at < vectorStarts[document + 1]!; at++) {
      const term = vectorTerms[at]!
      sums.set(term, (sums.get(term) ?? 0) + weight * vectorWeights[at]!)
    }
  }
  const telling = (term: number) =>
    lookup.documentFrequency(term) <= mostFrequent * documentCount &&
    terms[term]!.length > 1 &&
    !/^\p{N}+$/u.test(terms[term]!)
  const added = [...sums]
    .filter(([term]) => telling(term))
    .sort((a, b) => b[1] - a[1])
    .slice(0, termsKept)
  const strongest = added[0]?.[1] ?? 1
  const expanded = new Map(weights)
  for (const [term, sum] of added)
    expanded.set(term, (expanded.get(term) ?? 0) + newShare * (sum / strongest))
  return expanded
}
