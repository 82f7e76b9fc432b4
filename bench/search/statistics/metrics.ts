/** How good one ranking is, each from 0 to 1. */
export interface Metrics {
  /** Normalized discounted cumulative gain of the first ten, gains as judged (linear, as trec_eval counts them). */
  readonly ndcg10: number
  /** Average precision down to the ranking's end; its mean over questions is MAP. */
  readonly map: number
  /** One over the place of the first relevant document, 0 if the first ten hold none. */
  readonly mrr10: number
  /** The share of all relevant documents that stands in the first hundred. */
  readonly recall100: number
}

/** Document id to gain; ids that are absent or have gain 0 are not relevant. */
export type Judgments = ReadonlyMap<string, number>

/**
 * Measures one ranking (ids, best first) against at least one relevant document.
 * @throws RangeError if an id comes twice or nothing is relevant: either would make every figure wrong.
 */
export function measureRanking(ranking: readonly string[], judgments: Judgments): Metrics {
  if (new Set(ranking).size < ranking.length) throw new RangeError('the ranking holds a document twice')
  const gains = [...judgments.values()].filter((gain) => gain > 0).sort((a, b) => b - a)
  if (gains.length === 0) throw new RangeError('no document is judged relevant')

  const found = ranking.map((id) => Math.max(0, judgments.get(id) ?? 0))
  const places = found.flatMap((gain, index) => (gain > 0 ? [index + 1] : []))
  const first = places[0] ?? Infinity
  return {
    ndcg10: discountedGain(found.slice(0, 10)) / discountedGain(gains.slice(0, 10)),
    map: sum(places.map((place, index) => (index + 1) / place)) / gains.length,
    mrr10: first <= 10 ? 1 / first : 0,
    recall100: places.filter((place) => place <= 100).length / gains.length,
  }
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}

function discountedGain(gains: readonly number[]): number {
  return sum(gains.map((gain, index) => gain / Math.log2(index + 2)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
