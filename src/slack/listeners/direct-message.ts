import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { saidByPerson } from '../client/said-by-person.ts'
import type { MessageParts } from './listener-parts.ts'
import { postReply } from './post-reply.ts'
import { readSaid, requestOf } from './read-said.ts'
import { replyTo } from './reply.ts'
import { readTipsSaid, replyAboutTips } from './tips-words.ts'

const payload = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  ...saidByPerson,
  user: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
})

/** A direct message: an answer in its thread. `tips …` is about the tips that appear there. */
export function directMessage({
  answers,
  desk,
  now,
  notesUrl,
  send,
}: MessageParts): Middleware<SlackEventMiddlewareArgs<'message'>> {
  return async ({ event, ...tools }) => {
    const message = payload.safeParse(event).data
    if (message === undefined) return
    const { channel, ts, thread_ts, user } = message
    const asked = requestOf(readSaid(event))
    const reply =
      asked.kind === 'tips'
        ? await replyAboutTips(
            asked.words,
            readTipsSaid({ channel, ts, userId: user, text: asked.text }, tools),
            desk,
          )
        : await replyTo(asked, answers(), { shareable: false, notesUrl })
    if (reply === undefined) return
    await postReply(reply, { channel, ts, thread_ts }, { ...tools, now, send })
  }
}
