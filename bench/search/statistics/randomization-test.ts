import type { Random } from '../../random.ts'
import { mean } from './metrics.ts'

const rounds = 10_000

/**
 * Two-sided paired randomization test (Smucker, Allan and Carterette 2007): how often would a mean difference at least
 * this large come about if each question's two values were swapped by chance? `a` and `b` are one value a question.
 * @returns p, from 1 / (rounds + 1) to 1.
 */
export function randomizationTest(a: readonly number[], b: readonly number[], random: Random): number {
  const differences = a.map((value, index) => value - b[index]!).filter((difference) => difference !== 0)
  if (differences.length === 0) return 1
  const observed = Math.abs(mean(differences)) - 1e-12 // a sum in another order may differ in its last digit
  let asLarge = 0
  for (let round = 0; round < rounds; round++) {
    let sum = 0
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum / differences.length) >= observed) asLarge++
  }
  return (asLarge + 1) / (rounds + 1)
}
