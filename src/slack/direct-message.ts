import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Answers } from '../answers/answers.ts'
import { type Deliveries, messageKey } from './deliveries.ts'
import { readMention } from './mrkdwn.ts'
import { replyTo } from './reply.ts'

/** What a person has just said: not an edit, a deletion, a notice, or the words of a bot (of Hallway itself, too). */
const payload = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  user: z.string(),
  bot_id: z.undefined().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
})

/** A direct message: an answer in its thread. */
export function directMessage(
  answers: Answers,
  deliveries: Deliveries,
): Middleware<SlackEventMiddlewareArgs<'message'>> {
  return async ({ event, context, client }) => {
    const said = payload.safeParse(event).data
    if (said === undefined) return
    const { channel, ts, thread_ts, text } = said
    if (!(await deliveries.claim(messageKey(context.teamId, channel, ts)))) return
    const reply = await replyTo(readMention(text, context.botUserId), answers, { shareable: false })
    await client.chat.postMessage({ ...reply, channel, thread_ts: thread_ts ?? ts })
  }
}
