import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import { buildAnswerMessage, shownInSlack } from './answer-blocks.ts'
import { readAskedValue, readingOf } from './buttons.ts'
import { isPrivate, outdatedButton, readClick, replyToClick } from './click.ts'
import { sentence } from './message.ts'

/** "More results", and the questions that one can click: the answer to the question that the button carries. */
export function ask(answers: Answers): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond }) => {
    await ack()
    const click = readClick(body)
    const asked = readAskedValue(click.value)
    if (asked === undefined) return replyToClick(respond, click, sentence(outdatedButton))
    const answer = await answers.answerQuestion(asked.question, {
      ...shownInSlack,
      ...readingOf(asked),
    })
    await replyToClick(
      respond,
      click,
      buildAnswerMessage(answer, { shareable: isPrivate(click), isExact: asked.isExact ?? false }),
    )
  }
}
