import type { JudgedOutcome } from './judge.ts'

/** What one threshold of confidence would do. */
interface CurvePoint {
  readonly confidence: number
  /** The share of the questions with an answer that would be found, and of those without one. */
  readonly answered: number
  readonly wrong: number
}

export interface Curve {
  /** From the lowest confidence to the highest. */
  readonly points: readonly CurvePoint[]
  /** How often a question with an answer has more confidence than one without: the area under the curve, from .5 to 1. */
  readonly area: number
}

/** How sure answers tell questions that the notes answer from others. Undefined without either of the two. */
export function curveOf(
  outcomes: readonly JudgedOutcome[],
  thresholds: readonly number[],
): Curve | undefined {
  const answerable = outcomes.filter(({ judged }) => judged.expected.length > 0).map(confidenceFor)
  const others = outcomes.filter(({ judged }) => judged.expected.length === 0).map(confidenceFor)
  if (answerable.length === 0 || others.length === 0) return undefined
  const shareFrom = (group: readonly number[], min: number) =>
    group.filter((confidence) => confidence >= min).length / group.length
  const points = thresholds.map((confidence) => ({
    confidence,
    answered: shareFrom(answerable, confidence),
    wrong: shareFrom(others, confidence),
  }))
  let above = 0
  for (const a of answerable) for (const b of others) above += a > b ? 1 : a === b ? 0.5 : 0
  return { points, area: above / (answerable.length * others.length) }
}

function confidenceFor({ kind, confidence }: JudgedOutcome): number {
  return kind === 'none' ? 0 : confidence
}
