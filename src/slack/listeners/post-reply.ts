import type { AllMiddlewareArgs } from '@slack/bolt'
import type { Message } from '../blocks/message.ts'
import { postMessage } from '../client/post-message.ts'
import { explainDelay } from './late-reply.ts'
import type { ListenerParts } from './listener-parts.ts'

/** The message that is replied to. */
interface RepliedMessage {
  readonly channel: string
  readonly ts: string
  readonly thread_ts?: string | undefined
}

type ReplyTools = Pick<AllMiddlewareArgs, 'client' | 'context'> & Pick<ListenerParts, 'now' | 'send'>

/** Posts a reply in the thread of what was asked. */
export async function postReply(
  reply: Message,
  { channel, ts, thread_ts }: RepliedMessage,
  { client, context, now, send }: ReplyTools,
): Promise<void> {
  const explained = explainDelay(reply, ts, now(), context)
  await postMessage({ ...explained, channel, thread_ts: thread_ts ?? ts }, { client, send })
}
