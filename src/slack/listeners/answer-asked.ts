import type { Answer } from '../../answers/answer.ts'
import type { Answers } from '../../answers/answers.ts'
import { shownInSlack } from '../blocks/answer-blocks.ts'
import type { AskedPage } from '../blocks/buttons-and-values.ts'

/** The answer to the question that a button carries, with what narrows it if that is to be seen. */
export function answerAsked(asked: AskedPage, answers: Answers): Promise<Answer> {
  const { question, offset, corpusVersion, isExact = false, open } = asked
  const facets = open === 'more' ? valuesCounted : 0
  const list = { ...shownInSlack.list, offset }
  const page = { offset, list, ...(corpusVersion !== undefined && { corpusVersion }) }
  return answers.answerQuestion(question, { ...shownInSlack, ...page, facets, spelling: !isExact })
}

/** The most frequent values of each field, the ones that all talks have among them. */
const valuesCounted = 4
