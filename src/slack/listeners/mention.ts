import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Answers } from '../../answers/answers.ts'
import { readMention } from '../blocks/mrkdwn.ts'
import { type Deliveries, messageKey } from './deliveries.ts'
import { replyTo } from './reply.ts'

const payload = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  bot_id: z.string().optional(),
})

/** `@Hallway <question>`: an answer in the thread of the mention. A bare mention: help. */
export function mention(
  answers: () => Answers,
  deliveries: Deliveries,
): Middleware<SlackEventMiddlewareArgs<'app_mention'>> {
  return async ({ event, context, client }) => {
    const { channel, ts, thread_ts, text, bot_id } = payload.parse(event)
    // Two bots that mention each other would never end.
    if (bot_id !== undefined) return
    if (!(await deliveries.claim(messageKey(context.teamId, channel, ts)))) return
    const reply = await replyTo(readMention(text, context.botUserId), answers(), { shareable: false })
    await client.chat.postMessage({ ...reply, channel, thread_ts: thread_ts ?? ts })
  }
}
