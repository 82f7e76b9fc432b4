import { type Answers, createAnswers } from '../../answers/answers.ts'
import type { Corpus } from '../../notes/corpus.ts'
import { createLunrEngine } from '../../search/lunr-engine.ts'
import { judge, type Outcome } from './judge.ts'
import type { JudgedQuestion } from './judged-questions.ts'
import { isExpected } from './judged-questions.ts'

/** The style of questions whose talks are taken away. */
const takenAway = 'taken away'

/**
 * The questions that have an answer, asked of the notes without the talks that hold it: then nothing answers them. The notes are
 * indexed anew for each group of questions of the same talks.
 */
export async function judgeWithoutTalks(
  questions: readonly JudgedQuestion[],
  answers: Answers,
  onProgress: (done: number) => void = () => {},
): Promise<Outcome[]> {
  const groups = Map.groupBy(
    questions.filter(({ expected }) => expected.length > 0),
    ({ expected }) => expected.toSorted().join('|'),
  )
  const outcomes: Outcome[] = []
  for (const group of groups.values()) {
    const without = withoutTalks(answers.corpus, group[0]!)
    outcomes.push(...(await judge(group.map(asUnanswerable), without)))
    onProgress(outcomes.length)
  }
  return outcomes
}

function withoutTalks({ talks, version, ...corpus }: Corpus, judged: JudgedQuestion): Answers {
  const left = { ...corpus, version, talks: talks.filter(({ id }) => !isExpected(judged, id)) }
  return createAnswers(left, createLunrEngine({ talks: left.talks, version, synonyms: corpus.synonyms }), {
    examples: [],
  })
}

function asUnanswerable({ question }: JudgedQuestion): JudgedQuestion {
  return { style: takenAway, question, expected: [] }
}
