import type { Answer } from '../../answers/answer.ts'
import type { Answers } from '../../answers/answers.ts'
import { shownInSlack } from '../blocks/answer-blocks.ts'
import type { Asked } from '../blocks/buttons.ts'

/** The answer to the question that a button carries. */
export function answerAsked(asked: Asked, answers: Answers): Promise<Answer> {
  const { question, offset, corpusVersion, isExact = false } = asked
  const list = { ...shownInSlack.list, offset }
  const page = { offset, list, ...(corpusVersion !== undefined && { corpusVersion }) }
  return answers.answerQuestion(question, { ...shownInSlack, ...page, spelling: !isExact })
}
