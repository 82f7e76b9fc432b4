import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { MessageParts } from './listener-parts.ts'
import { postReply } from './post-reply.ts'
import { readSaid } from './read-said.ts'
import { replyTo } from './reply.ts'
import { requestOf } from './request-of-message.ts'
import { readTipsSaid, replyAboutTips } from './tips-words.ts'

/** What a person has just said: not an edit, a deletion, a notice, or the words of a bot (of Hallway itself, too). */
const payload = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  user: z.string(),
  bot_id: z.undefined().optional(),
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
