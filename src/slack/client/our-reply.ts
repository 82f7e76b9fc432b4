import type { webApi } from '@slack/bolt'
import { z } from 'zod'

const found = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), bot_id: z.string().optional() })),
})

/** A message that somebody sent to Hallway, as far as its event tells. */
interface Asked {
  readonly channel?: string | undefined
  readonly ts?: string | undefined
  /** The thread that it stands in, if any. */
  readonly thread_ts?: string | undefined
}

/**
 * Whether a reply of ours stands below a message, as Slack tells it. Undefined if Hallway may not look: in channels, for
 * it asks for no right to read them; and for what came by no message.
 */
export async function hasOurReply(
  asked: Asked | undefined,
  client: webApi.WebClient,
): Promise<boolean | undefined> {
  const { channel, ts, thread_ts } = asked ?? {}
  if (!channel?.startsWith('D') || !ts) return undefined
  try {
    const answer = await client.conversations.replies({
      channel,
      ts: thread_ts ?? ts,
      oldest: ts,
      limit: 100,
    })
    const { messages } = found.parse(answer)
    return messages.some((message) => message.bot_id !== undefined && Number(message.ts) > Number(ts))
  } catch {
    return undefined
  }
}
