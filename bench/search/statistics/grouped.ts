import type { Random } from '../../random.ts'
import { mean } from './metrics.ts'
import { randomizationTest } from './randomization-test.ts'

/**
 * One value a question, group by group: a collection each. Every group counts the same in a mean, however many questions
 * it has, so that one large collection does not decide alone.
 */
export type Grouped = readonly (readonly number[])[]

export interface Comparison {
  /** By how much the mean of the first is above that of the second. */
  readonly difference: number
  /** Of the paired randomization test of that difference. */
  readonly p: number
  /** In how many groups the first is better, and in how many it is worse. */
  readonly better: number
  readonly worse: number
}

export function meanOf(groups: Grouped): number {
  return mean(groups.map(mean))
}

/** Compares two ways of answering the same questions. */
export function compare(a: Grouped, b: Grouped, random: Random): Comparison {
  const differences = a.map((values, group) => mean(values) - mean(b[group]!))
  return {
    difference: mean(differences),
    p: randomizationTest(weighed(a), weighed(b), random),
    better: differences.filter((difference) => difference > rounding).length,
    worse: differences.filter((difference) => difference < -rounding).length,
  }
}

/** Two sums of the same values may differ in their last digits. */
export const rounding = 1e-9

/** All values in a row, each weighed so that their mean is that of the groups. */
function weighed(groups: Grouped): number[] {
  const all = groups.reduce((count, values) => count + values.length, 0)
  return groups.flatMap((values) => values.map((value) => (value * all) / (groups.length * values.length)))
}
