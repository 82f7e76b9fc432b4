import { buildHelpMessage } from '../blocks/help-blocks.ts'
import type { ListenerParts } from './listener-parts.ts'
import { onButton } from './on-button.ts'

/** “What can I ask?”: help. */
export function help({ answers }: Pick<ListenerParts, 'answers'>) {
  return onButton(
    ({ value }) => (typeof value === 'string' ? value : undefined),
    async (_, { reply }) => {
      const { corpus, exampleQuestions, readAt } = answers()
      await reply(buildHelpMessage(corpus, exampleQuestions, readAt))
    },
  )
}
