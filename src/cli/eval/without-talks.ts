import { type Answers, createAnswers } from '../../answers/answers.ts'
import type { Corpus } from '../../notes/corpus.ts'
import type { Talk } from '../../notes/talk.ts'
import { createLunrEngine } from '../../search/lunr-engine.ts'
import type { FindSimilarity } from '../../search/rank/semantic-similarity.ts'
import { type JudgedOutcome, judge } from './judge.ts'
import type { JudgedQuestion } from './judged-questions.ts'
import { isExpected } from './judged-questions.ts'

/** The style of questions whose talks are taken away. */
const takenAway = 'taken away'

interface WithoutOptions {
  readonly onProgress?: (done: number) => void
  /** Of the whole notes, if meaning takes part. */
  readonly findSimilarity?: FindSimilarity | undefined
}

/**
 * The questions that have an answer, asked of the notes without the talks that hold it: then nothing answers them. The notes are
 * indexed again for each group of questions of the same talks.
 */
export async function judgeWithoutTalks(
  questions: readonly JudgedQuestion[],
  answers: Answers,
  { onProgress = () => {}, findSimilarity }: WithoutOptions = {},
): Promise<JudgedOutcome[]> {
  const groups = Map.groupBy(
    questions.filter(({ expected }) => expected.length > 0),
    ({ expected }) => expected.toSorted().join('|'),
  )
  const outcomes: JudgedOutcome[] = []
  for (const group of groups.values()) {
    const without = withoutTalks(answers.corpus, group[0]!, findSimilarity)
    outcomes.push(...(await judge(group.map(asUnanswerable), without)))
    onProgress(outcomes.length)
  }
  return outcomes
}

function withoutTalks(
  { talks, version, ...corpus }: Corpus,
  judged: JudgedQuestion,
  findSimilarity: FindSimilarity | undefined,
): Answers {
  const isLeft = ({ id }: Talk) => !isExpected(judged, id)
  const left = { ...corpus, version, talks: talks.filter(isLeft) }
  const numbered = talks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const kept = [...numbered.keys()].filter((number) => isLeft(numbered[number]!))
  const engine = createLunrEngine(
    { talks: left.talks, version, synonyms: corpus.synonyms },
    findSimilarity && { findSimilarity: ofDocuments(kept, findSimilarity) },
  )
  return createAnswers(left, engine, { examples: [] })
}

/** Similarity to some of the documents, numbered in their order. */
function ofDocuments(kept: readonly number[], find: FindSimilarity): FindSimilarity {
  return async (question, maxMs) => {
    const similarity = await find(question, maxMs)
    if (!similarity) return undefined
    const cosines = Float32Array.from(kept, (document) => similarity.cosines[document]!)
    return {
      ...similarity,
      cosines,
      nearestPassage: (document) => similarity.nearestPassage(kept[document]!),
    }
  }
}

/** The question, if nothing answers it. */
export function asUnanswerable({ question }: JudgedQuestion): JudgedQuestion {
  return { style: takenAway, question, expected: [] }
}
