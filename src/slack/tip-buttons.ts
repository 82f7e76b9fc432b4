import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'
import type { Feedback } from '../store/store.ts'
import type { TipDesk } from '../tips/tip-desk.ts'
import { readTipValue } from './buttons.ts'
import { outdatedButton, readClick, replyToClick } from './click.ts'
import { sentence } from './message.ts'
import { buildTipMessage } from './tip-blocks.ts'

/** "Another tip": one more, for the clicker alone. */
export function anotherTip(desk: TipDesk): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond }) => {
    await ack()
    const click = readClick(body)
    const tipId = readTipValue(click.value)
    if (tipId === undefined || click.place === undefined)
      return replyToClick(respond, click, sentence(outdatedButton))
    const tip = await desk.another({ channel: click.place, userId: click.userId }, tipId)
    await replyToClick(respond, click, tip ? buildTipMessage(tip) : sentence(noOther))
  }
}

const noOther = 'There is no other tip here: this is the only takeaway that the settings of the tips allow.'

/** "Useful" and "Not useful": kept, and answered with thanks that nobody else sees. */
export function judgeTip(
  verdict: Feedback['verdict'],
  desk: TipDesk,
): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, respond }) => {
    await ack()
    const click = readClick(body)
    const tipId = readTipValue(click.value)
    if (tipId === undefined || click.place === undefined)
      return replyToClick(respond, click, sentence(outdatedButton))
    await desk.judge({ teamId: click.place.teamId, userId: click.userId, tipId, verdict })
    await respond({ ...sentence(thanks[verdict]), response_type: 'ephemeral', replace_original: false })
  }
}

const thanks: Readonly<Record<Feedback['verdict'], string>> = {
  useful: 'Thank you: noted as useful.',
  'not-useful': 'Thank you: noted as not useful. You can change your mind at any time.',
}
