import type { SlackMessage } from '../../records.ts'

/** The first message of a thread with what Slack says of its replies; without any, it is an ordinary message. */
export function withReplyCounts(root: SlackMessage, replies: readonly SlackMessage[]): SlackMessage {
  const { thread_ts: _, ...bare } = withoutReplyCounts(root)
  const users = [...new Set(replies.map((reply) => reply.user))]
  const counts = {
    thread_ts: root.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts ?? root.ts,
  }
  // What is spread from a message is a message again; its index signature hides that from the compiler.
  return (replies.length > 0 ? { ...bare, ...counts } : bare) as SlackMessage
}

/** A message without the tally of its thread, as events carry it. */
export function withoutReplyCounts(message: SlackMessage) {
  const { reply_count: _, reply_users: __, reply_users_count: ___, latest_reply: ____, ...bare } = message
  return bare
}
