import type { IndexReader } from '../index/index-reader.ts'
import type { ScoredDocument, TermWeights } from './bm25.ts'
import type { RankingParameters } from './parameters.ts'

/** Adds the terms that the best talks share to a question's own, each at a small weight. */
export type Expand = (weights: TermWeights, ranked: readonly ScoredDocument[]) => TermWeights

/**
 * Rocchio's relevance feedback without a person. Working memory is kept between questions.
 */
export function createPseudoRelevanceFeedback(
  reader: IndexReader,
  parameters: RankingParameters['feedback'],
): Expand {
  const { vectorStarts, vectorTerms, vectorWeights, documentCount, terms } = reader.index
  const sums = new Float64Array(terms.length)
  const mayBeAdded = new Int8Array(terms.length)

  return (weights, ranked) => {
    const best = ranked[0]?.score ?? 0
    const touched: number[] = []
    for (const { document, score } of ranked.slice(0, parameters.documents)) {
      const weight = (score / best) ** parameters.sharpness
      for (let at = vectorStarts[document]!; at < vectorStarts[document + 1]!; at++) {
        const term = vectorTerms[at]!
        if (!mayExpand(term)) continue
        if (sums[term] === 0) touched.push(term)
        sums[term]! += weight * vectorWeights[at]!
      }
    }
    const added = touched.sort((a, b) => sums[b]! - sums[a]!).slice(0, parameters.terms)
    const share = (parameters.weight * sumOf(weights.values())) / sumOf(added.map((term) => sums[term]!))
    const expanded = new Map(weights)
    for (const term of added) expanded.set(term, (expanded.get(term) ?? 0) + share * sums[term]!)
    for (const term of touched) sums[term] = 0
    return expanded
  }

  /** Decided once a term: 1 for terms that tell something, -1 for others. */
  function mayExpand(term: number): boolean {
    if (mayBeAdded[term] === 0) {
      const isRare = reader.documentFrequency(term) <= parameters.maxDocumentShare * documentCount
      mayBeAdded[term] = isRare && terms[term]!.length > 1 && !/^\p{N}+$/u.test(terms[term]!) ? 1 : -1
    }
    return mayBeAdded[term] === 1
  }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
