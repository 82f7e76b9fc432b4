import { setImmediate } from 'node:timers/promises'
import type { NearnessFinder } from './vectors/nearness.ts'

/** The share of the questions on other subjects whose nearest talk is to count as chance. */
const shareOfChance = 0.8

/** The cosine up to which nearness is chance. The search of each question is a step of its own, so that answers go between. */
export async function measureChance(
  questions: readonly Float32Array[],
  find: NearnessFinder,
): Promise<number> {
  const highest: number[] = []
  for (const question of questions) {
    await setImmediate()
    const { cosines } = find(question)
    highest.push(cosines.reduce((a, b) => (b > a ? b : a), -1))
  }
  highest.sort((a, b) => a - b)
  return highest[Math.floor(shareOfChance * (highest.length - 1))] ?? 1
}
