import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Answers } from '../answers/answers.ts'
import { readTalkValue } from './buttons.ts'
import { missingTalk, outdatedButton, readClick, replyToClick } from './click.ts'
import { buildFullNotesView } from './full-notes-blocks.ts'
import { sentence } from './message.ts'

const keyTermsShown = 6

/** "Full notes": all notes of the button's talk, in a modal. */
export function fullNotes(answers: Answers): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond, client }) => {
    await ack()
    const click = readClick(body)
    const talkId = readTalkValue(click.value)
    if (talkId === undefined) return replyToClick(respond, click, sentence(outdatedButton))
    const talk = answers.findTalk(talkId)
    if (talk === undefined) return replyToClick(respond, click, sentence(missingTalk))
    const keyTerms = await answers.keyTerms(talkId, keyTermsShown)
    await client.views.open({ trigger_id: click.triggerId, view: buildFullNotesView(talk, keyTerms) })
  }
}
