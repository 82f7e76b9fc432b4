import type { Post } from '../post.ts'
import { SlackError } from '../slack-error.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'
import { contentArguments, textArgument } from './arguments.ts'
import { postable, visibleToBot } from './look-up.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

/** Posting messages. https://docs.slack.dev/reference/methods?family=chat */
export function chatMethods(state: WorkspaceState, post: Post): Readonly<Record<string, ApiMethod>> {
  return {
    'chat.postMessage': apiMethod(
      ['chat:write'],
      { channel: textArgument, ...contentArguments, thread_ts: textArgument.optional() },
      ({ channel: id, thread_ts, ...given }) => {
        const channel = postable(state, id)
        const message = post.byBot(channel, given, thread_ts)
        return { channel: channel.id, ts: message.ts, message }
      },
    ),
    'chat.postEphemeral': apiMethod(
      ['chat:write'],
      { channel: textArgument, user: textArgument, ...contentArguments, thread_ts: textArgument.optional() },
      ({ channel: id, user, thread_ts, ...given }) => {
        const channel = visibleToBot(state, id)
        if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel')
        return { message_ts: post.ephemeral(channel, user, given, thread_ts).ts }
      },
    ),
  }
}
