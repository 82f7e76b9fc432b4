import type { Answers } from '../../answers/answers.ts'
import { buildAnswerMessage, shownInSlack } from '../blocks/answer-blocks.ts'
import { readAskedValue, readingOf } from '../blocks/buttons.ts'
import { isPrivate } from './click.ts'
import { onButton } from './on-button.ts'

/** "More results", and the questions that one can click: the answer to the question that the button carries. */
export function ask(answers: () => Answers) {
  return onButton(
    ({ value }) => readAskedValue(value),
    async (asked, { click, reply }) => {
      const answer = await answers().answerQuestion(asked.question, { ...shownInSlack, ...readingOf(asked) })
      const options = { shareable: isPrivate(click), isExact: asked.isExact ?? false }
      await reply(buildAnswerMessage(answer, options))
    },
  )
}
