import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import { buildAnswerMessage, shownInSlack } from './answer-blocks.ts'
import { readAskedValue, readingOf } from './buttons.ts'
import { outdatedButton, readClick, replyToClick } from './click.ts'
import type { Deliveries } from './deliveries.ts'
import { sentence } from './message.ts'

/**
 * "Share in channel": the private answer for all to see, in the name of who shares it. It goes through the click's
 * response_url, which reaches channels that Hallway is not in. A double click shares once.
 */
export function share(
  answers: Answers,
  deliveries: Deliveries,
): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond }) => {
    await ack()
    const click = readClick(body)
    const asked = readAskedValue(click.value)
    if (asked === undefined) return replyToClick(respond, click, sentence(outdatedButton))
    const { teamId = '', channelId } = click.place ?? {}
    const key = { teamId, event: `share:${channelId}:${click.message}:${click.userId}` }
    if (!(await deliveries.claim(key))) return
    const answer = await answers.answerQuestion(asked.question, {
      ...shownInSlack,
      ...readingOf(asked),
    })
    const shared = buildAnswerMessage(answer, {
      shareable: false,
      sharedBy: click.userId,
      isExact: asked.isExact ?? false,
    })
    const thread = click.thread === undefined ? {} : { thread_ts: click.thread }
    try {
      await respond({ ...shared, ...thread, response_type: 'in_channel', replace_original: false })
    } catch (error) {
      await deliveries.release(key)
      throw error
    }
    await respond({ ...sentence('Shared.'), replace_original: true })
  }
}
