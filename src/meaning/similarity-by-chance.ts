import { setImmediate } from 'node:timers/promises'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SimilarityFinder } from './vectors/similarity-finder.ts'

/** The cosine up to which similarity is chance. The search of each question is a step of its own, so that answers go between. */
export async function measureChance(
  questions: readonly Float32Array[],
  find: SimilarityFinder,
  { deviationsOfChance }: Pick<RankingParameters['meaning'], 'deviationsOfChance'>,
): Promise<number> {
  const highest: number[] = []
  for (const question of questions) {
    await setImmediate()
    highest.push(find.toQuestion(question).cosines.reduce((a, b) => (b > a ? b : a), -1))
  }
  const mean = highest.reduce((sum, cosine) => sum + cosine, 0) / highest.length
  const variance = highest.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / highest.length
  return mean + deviationsOfChance * Math.sqrt(variance)
}
