import { buildAnswerMessage } from '../blocks/answer-blocks.ts'
import { readAskedValue } from '../blocks/buttons-and-values.ts'
import { answerAsked } from './answer-asked.ts'
import type { ListenerParts } from './listener-parts.ts'
import { onButton } from './on-button.ts'

/** "More results", and the questions that one can click: the answer to the question that the button carries. */
export function askButton({ answers, notesUrl }: Pick<ListenerParts, 'answers' | 'notesUrl'>) {
  return onButton(
    ({ value }) => readAskedValue(value),
    async (asked, { click, reply }) => {
      const answer = await answerAsked(asked, answers())
      const options = { shareable: click.isPrivate, isExact: asked.isExact ?? false, notesUrl }
      await reply(buildAnswerMessage(answer, options))
    },
  )
}
