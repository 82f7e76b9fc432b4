import type { webApi } from '@slack/bolt'
import { z } from 'zod'

const thread = z.object({
  messages: z.array(
    z.looseObject({ ts: z.string(), bot_id: z.string().optional(), blocks: z.unknown().optional() }),
  ),
  has_more: z.boolean().optional(),
})

/** Where a message stands. */
export interface PlaceOfMessage {
  readonly channel?: string | undefined
  readonly ts?: string | undefined
  /** The thread that it stands in, if any. */
  readonly thread_ts?: string | undefined
}

/**
 * The messages of the thread in which a message stands, or which it begins, oldest first; those with a `bot_id` are ours. Undefined if they cannot be
 * known: Hallway asks for no right to read channels, a command or a click is no message, and a long thread is not read whole.
 * @throws what Slack's client throws
 */
export async function readThread(
  { channel, ts, thread_ts }: PlaceOfMessage,
  client: webApi.WebClient,
): Promise<z.infer<typeof thread>['messages'] | undefined> {
  if (!channel?.startsWith('D') || !ts) return undefined
  const answer = await client.conversations.replies({ channel, ts: thread_ts ?? ts, limit: maxLooked })
  const { messages, has_more } = thread.parse(answer)
  return has_more ? undefined : messages
}

/** Messages of a thread that are looked at. */
const maxLooked = 200
