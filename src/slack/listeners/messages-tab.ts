import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Answers } from '../../answers/answers.ts'
import { limits } from '../blocks/limits.ts'
import { fitLine } from '../blocks/message.ts'
import { describeFailure } from '../client/slack-failure.ts'

/** A person opens Hallway's messages: a few questions to try stand above the composer. */
export function messagesTab(answers: () => Answers): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, client, logger }) => {
    if (event.tab !== 'messages') return
    const questions = answers().exampleQuestions.slice(0, limits.suggestedPrompts)
    if (questions.length === 0) return
    const prompts = questions.map((message) => ({ title: fitLine(message, limits.buttonText), message }))
    try {
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        title: 'Try asking',
        prompts,
      })
    } catch (error) {
      // The tab works without them, and not every workspace has them: nothing to tell the person.
      logger.warn(`No suggested questions in ${event.channel}: ${describeFailure(error)}`)
    }
  }
}
