import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Answers } from '../../answers/answers.ts'
import { explainDelay } from './delay.ts'
import { type Deliveries, messageKey } from './deliveries.ts'
import { replyToSaid } from './reply-to-said.ts'
import { readSaid } from './said.ts'

const payload = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
})

/** `@Hallway <question>`: an answer in the thread of the mention. A bare mention: help. */
export function mention(
  answers: () => Answers,
  deliveries: Deliveries,
  now: () => number,
): Middleware<SlackEventMiddlewareArgs<'app_mention'>> {
  return async ({ event, context, client }) => {
    const { channel, ts, thread_ts, bot_id } = payload.parse(event)
    // Two bots that mention each other would never end.
    if (bot_id !== undefined) return
    if (!(await deliveries.claim(messageKey(context.teamId, channel, ts)))) return
    const reply = await replyToSaid(readSaid(event, context.botUserId), answers())
    await client.chat.postMessage({ ...explainDelay(reply, ts, now()), channel, thread_ts: thread_ts ?? ts })
  }
}
