import type { webApi } from '@slack/bolt'
import { type PlaceOfMessage, readThread } from './read-thread.ts'

/** Asks Slack whether a reply of ours stands below a message. Undefined if that cannot be told: in a thread the reply may be to another. */
export async function hasOurReply(
  asked: PlaceOfMessage = {},
  client: webApi.WebClient,
): Promise<boolean | undefined> {
  const { ts, thread_ts = ts } = asked
  const messages = await readThread(asked, client).catch(() => undefined)
  if (messages === undefined) return undefined
  const replies = messages.filter((message) => message.bot_id !== undefined && message.ts !== thread_ts)
  if (!replies.some((message) => Number(message.ts) > Number(ts))) return false
  const questions = messages.filter((message) => message.bot_id === undefined)
  return replies.length >= questions.length ? true : undefined
}
