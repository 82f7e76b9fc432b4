import type { webApi } from '@slack/bolt'
import { z } from 'zod'

const thread = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), bot_id: z.string().optional() })),
  has_more: z.boolean().optional(),
})

/** A message that somebody sent to Hallway, as far as its event describes it. */
interface AskingMessage {
  readonly channel?: string | undefined
  readonly ts?: string | undefined
  /** The thread that it stands in, if any. */
  readonly thread_ts?: string | undefined
}

/**
 * Asks Slack whether a reply of ours stands below a message. Undefined if that cannot be told: Hallway asks for no right to
 * read channels, a command or a click is no message, and in a thread the reply may be to another message.
 */
export async function hasOurReply(
  asked: AskingMessage | undefined,
  client: webApi.WebClient,
): Promise<boolean | undefined> {
  const { channel, ts, thread_ts } = asked ?? {}
  if (!channel?.startsWith('D') || !ts) return undefined
  try {
    const first = thread_ts ?? ts
    const answer = await client.conversations.replies({ channel, ts: first, limit: maxLooked })
    const { messages, has_more } = thread.parse(answer)
    if (has_more) return undefined
    const replies = messages.filter((message) => message.bot_id !== undefined && message.ts !== first)
    if (!replies.some((message) => Number(message.ts) > Number(ts))) return false
    const questions = messages.filter((message) => message.bot_id === undefined)
    return replies.length >= questions.length ? true : undefined
  } catch {
    return undefined
  }
}

/** Messages of a thread that are looked at. */
const maxLooked = 200
