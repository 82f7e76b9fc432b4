import { leadOf } from '../../answers/answer-shape.ts'
import type { Answers } from '../../answers/answers.ts'
import { quotationLength } from '../format/format-talk.ts'
import { isExpected, type JudgedQuestion } from './judged-questions.ts'

/** How one question went. */
export interface JudgedOutcome {
  readonly judged: JudgedQuestion
  /** Place of the first expected talk, from 1; 0 if it is not among the results. */
  readonly rank: number
  readonly kind: 'found' | 'unsure' | 'none'
  /** See `Answered.confidence`; 0 for no answer. */
  readonly confidence: number
  /** Ids of the first three results. */
  readonly first: readonly string[]
  /** Whether the quotation of the first talk matches the key, and whether anything that is shown does. */
  readonly isQuoted: boolean
  readonly isShown: boolean
}

/** Asks every question, ten results each. */
export async function judge(
  questions: readonly JudgedQuestion[],
  answers: Answers,
): Promise<JudgedOutcome[]> {
  const outcomes: JudgedOutcome[] = []
  for (const judged of questions) outcomes.push(await judgeOne(judged, answers))
  return outcomes
}

async function judgeOne(judged: JudgedQuestion, answers: Answers): Promise<JudgedOutcome> {
  const answer = await answers.answerQuestion(judged.question, { limit: 10 })
  const { key } = judged
  const ids = answer.results.map(({ talk }) => talk.id)
  const shown =
    answer.kind === 'found' || answer.kind === 'unsure'
      ? answer.results
          .slice(0, answer.shape.shown)
          .map(
            (result, place) =>
              leadOf(result, place === 0 ? answer.shape.form : 'passage', quotationLength).text,
          )
      : []
  return {
    judged,
    rank: 1 + ids.findIndex((id) => isExpected(judged, id)),
    kind: answer.kind === 'listing' ? 'found' : answer.kind,
    confidence: answer.kind === 'found' || answer.kind === 'unsure' ? answer.confidence : 0,
    first: ids.slice(0, 3),
    isQuoted: key?.test(shown[0] ?? '') ?? false,
    isShown: key !== undefined && shown.some((text) => key.test(text)),
  }
}

/** Shares of a group of outcomes, each from 0 to 1. */
export function measure(outcomes: readonly JudgedOutcome[]) {
  const answerable = outcomes.filter(({ judged }) => judged.expected.length > 0)
  const unanswerable = outcomes.filter(({ judged }) => judged.expected.length === 0)
  const keyed = outcomes.filter(({ judged }) => judged.key !== undefined)
  const share = (group: readonly JudgedOutcome[], value: (outcome: JudgedOutcome) => number) =>
    group.reduce((sum, outcome) => sum + value(outcome), 0) / group.length
  return {
    answerable: answerable.length,
    first: share(answerable, ({ rank }) => (rank === 1 ? 1 : 0)),
    firstThree: share(answerable, ({ rank }) => (rank >= 1 && rank <= 3 ? 1 : 0)),
    reciprocalRank: share(answerable, ({ rank }) => (rank === 0 ? 0 : 1 / rank)),
    found: share(answerable, ({ kind }) => (kind === 'found' ? 1 : 0)),
    unanswerable: unanswerable.length,
    abstained: share(unanswerable, ({ kind }) => (kind === 'found' ? 0 : 1)),
    keyed: keyed.length,
    quoted: share(keyed, ({ isQuoted }) => Number(isQuoted)),
    shown: share(keyed, ({ isShown }) => Number(isShown)),
  }
}
