import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { saidByPerson } from '../client/said-by-person.ts'
import { answerMessage } from './answer-message.ts'
import { askedOfTalkAbove } from './asked-of-talk-above.ts'
import type { MessageParts } from './listener-parts.ts'
import { readSaid, requestOf } from './read-said.ts'

const payload = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  ...saidByPerson,
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
})

/** A direct message: an answer in its thread, where people may go on with it (`asked-of-talk-above.ts`). `tips …` is about the tips that appear there. */
export function directMessage(parts: MessageParts): Middleware<SlackEventMiddlewareArgs<'message'>> {
  return async ({ event, client, context, logger }) => {
    const message = payload.safeParse(event).data
    if (message === undefined) return
    const said = readSaid(event)
    const answers = parts.answers()
    const asked = (await askedOfTalkAbove(said, message, { answers, client })) ?? requestOf(said)
    await answerMessage(asked, message, { client, context, logger }, { ...parts, answers: () => answers })
  }
}
