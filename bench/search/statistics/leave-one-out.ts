import { rounding } from './grouped.ts'
import { mean } from './metrics.ts'

/** The means of one collection. */
export interface Score {
  readonly mrr10: number
  readonly ndcg10: number
}

/** What was measured with one value of a parameter. */
export interface Trial {
  readonly value: number
  /** By collection. */
  readonly scores: readonly Score[]
}

/** What would be chosen without one collection, and what that gives on it. */
interface LeftOut {
  /** Place of the collection. */
  readonly collection: number
  readonly chosen: number
  readonly score: Score
}

export interface Choice {
  /** Chosen on all collections. */
  readonly chosen: number
  readonly leftOut: readonly LeftOut[]
  /** Whether the same is chosen whichever collection is left out. */
  readonly isStable: boolean
}

/**
 * Chooses a value of a parameter, and says how far the choice can be trusted: each collection in turn is left out of it,
 * and then measured with what the others have chosen.
 * @param current the value today: kept unless another one is better
 */
export function leaveOneOut(trials: readonly Trial[], current: number): Choice {
  const collections = trials[0]?.scores.map((_, collection) => collection) ?? []
  const chosen = choose(trials, collections, current).value
  const leftOut = collections.map((collection): LeftOut => {
    const others = collections.filter((other) => other !== collection)
    const trial = choose(trials, others, current)
    return { collection, chosen: trial.value, score: trial.scores[collection]! }
  })
  return { chosen, leftOut, isStable: leftOut.every((one) => one.chosen === chosen) }
}

/** The best by mean MRR@10, then by mean nDCG@10; of equal ones, today's, then the first. */
function choose(trials: readonly Trial[], collections: readonly number[], current: number): Trial {
  const meanOf = ({ scores }: Trial, metric: keyof Score) =>
    mean(collections.map((collection) => scores[collection]![metric]))
  const isBetter = (a: Trial, b: Trial) => {
    const mrr = meanOf(a, 'mrr10') - meanOf(b, 'mrr10')
    return Math.abs(mrr) > rounding ? mrr > 0 : meanOf(a, 'ndcg10') - meanOf(b, 'ndcg10') > rounding
  }
  const today = trials.find(({ value }) => value === current)
  const inOrder = today ? [today, ...trials.filter((trial) => trial !== today)] : trials
  return inOrder.reduce((best, trial) => (isBetter(trial, best) ? trial : best))
}
