import { setImmediate } from 'node:timers/promises'
import type { NearnessFinder } from './vectors/nearness.ts'

/**
 * How many standard deviations above the mean of what questions on other subjects reach counts as chance. Of questions whose
 * words no talk has, .94 (minilm) and all (bge-small) of those that the notes answer lie above, and .16 and .45 of the others.
 */
const deviationsOfChance = 0.4

/** The cosine up to which nearness is chance. The search of each question is a step of its own, so that answers go between. */
export async function measureChance(
  questions: readonly Float32Array[],
  find: NearnessFinder,
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
