import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { questionUnlessCommand } from '../../requests/read-request.ts'
import { isByBot } from '../client/said-by-person.ts'
import { answerMessage } from './answer-message.ts'
import type { MessageParts } from './listener-parts.ts'
import { readSaid, requestOf } from './read-said.ts'

const payload = z.object({
  channel: z.string(),
  user: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
})

/** `@Hallway <question>`: an answer in the thread of the mention. A bare mention: help. `tips …`: the channel's. */
export function mention(parts: MessageParts): Middleware<SlackEventMiddlewareArgs<'app_mention'>> {
  return async ({ event, client, context, logger }) => {
    if (isByBot(event)) return
    const message = payload.parse(event)
    // People share the thread: who slips with a command can do so again.
    const asked = questionUnlessCommand(requestOf(readSaid(event)))
    await answerMessage(asked, message, { client, context, logger }, parts)
  }
}
