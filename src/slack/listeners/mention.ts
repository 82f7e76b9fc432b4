import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { questionUnlessCommand } from '../../requests/read-request.ts'
import { isByBot } from '../client/said-by-person.ts'
import type { MessageParts } from './listener-parts.ts'
import { postReply } from './post-reply.ts'
import { readSaid, requestOf } from './read-said.ts'
import { replyTo } from './reply.ts'
import { readTipsSaid, replyAboutTips } from './tips-words.ts'

const payload = z.object({
  channel: z.string(),
  user: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
})

/** `@Hallway <question>`: an answer in the thread of the mention. A bare mention: help. `tips …`: the channel's. */
export function mention({
  answers,
  desk,
  now,
  notesUrl,
  send,
}: MessageParts): Middleware<SlackEventMiddlewareArgs<'app_mention'>> {
  return async ({ event, ...tools }) => {
    if (isByBot(event)) return
    const { channel, user, ts, thread_ts } = payload.parse(event)
    // People share the thread: who slips with a command can do so again.
    const asked = questionUnlessCommand(requestOf(readSaid(event)))
    const reply =
      asked.kind !== 'tips'
        ? await replyTo(asked, answers(), { shareable: false, notesUrl })
        : user !== undefined
          ? await replyAboutTips(
              asked.words,
              readTipsSaid({ channel, ts, userId: user, text: asked.text }, tools),
              desk,
            )
          : undefined
    if (reply === undefined) return
    await postReply(reply, { channel, ts, thread_ts }, { ...tools, now, send })
  }
}
