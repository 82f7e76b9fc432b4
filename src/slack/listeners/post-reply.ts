import type { AllMiddlewareArgs } from '@slack/bolt'
import type { Message } from '../blocks/message.ts'
import { explainDelay } from './delay.ts'

/** The message that is replied to. */
interface Asked {
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string | undefined
}

/**
 * Posts a reply in the thread of what was asked.
 * @param now milliseconds since the epoch
 */
export async function postReply(
  reply: Message,
  { channel, ts, thread_ts }: Asked,
  { client, context, now }: Pick<AllMiddlewareArgs, 'client' | 'context'> & { readonly now: () => number },
): Promise<void> {
  const { blocks, ...message } = explainDelay(reply, ts, now(), context)
  // Of blocks as they are, Slack's client would make another copy, for a log that few people ask for.
  const asSent = { ...message, blocks: JSON.stringify(blocks) }
  await client.apiCall('chat.postMessage', { ...asSent, channel, thread_ts: thread_ts ?? ts })
}
