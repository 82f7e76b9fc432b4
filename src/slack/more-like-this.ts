import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import { talksPerAnswer } from './answer-blocks.ts'
import { readTalkValue } from './buttons.ts'
import { missingTalk, outdatedButton, readClick, replyToClick } from './click.ts'
import { sentence } from './message.ts'
import { buildRelatedMessage } from './related-blocks.ts'

/** "More like this": talks that resemble the button's. */
export function moreLikeThis(answers: Answers): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond }) => {
    await ack()
    const click = readClick(body)
    const talkId = readTalkValue(click.value)
    if (talkId === undefined) return replyToClick(respond, click, sentence(outdatedButton))
    const talk = answers.findTalk(talkId)
    if (talk === undefined) return replyToClick(respond, click, sentence(missingTalk))
    const related = await answers.relatedTalks(talkId, { limit: talksPerAnswer })
    await replyToClick(respond, click, buildRelatedMessage(talk, related))
  }
}
