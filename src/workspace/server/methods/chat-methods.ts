import type { Post } from '../post.ts'
import { SlackError } from '../slack-error.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { contentArguments, flagArgument, textArgument } from './arguments.ts'
import { channelOf, ownMessage, postable, visibleToBot } from './look-up.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

/** Posting, changing and deleting messages. https://docs.slack.dev/reference/methods?family=chat */
export function chatMethods({
  state,
  post,
  base,
}: {
  readonly state: WorkspaceState
  readonly post: Post
  readonly base: () => string
}): Readonly<Record<string, ApiMethod>> {
  return {
    'chat.postMessage': apiMethod(
      ['chat:write'],
      {
        channel: textArgument,
        ...contentArguments,
        thread_ts: textArgument.optional(),
        reply_broadcast: flagArgument,
      },
      ({ channel: id, thread_ts, reply_broadcast, ...given }, allow) => {
        const channel = postable(state, id, allow)
        const message = post.byBot(channel, given, thread_ts, reply_broadcast ?? false)
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
    'chat.update': apiMethod(
      ['chat:write'],
      { channel: textArgument, ts: textArgument, ...contentArguments },
      ({ channel: id, ts, ...given }) => {
        const channel = visibleToBot(state, id)
        const before = ownMessage(state, channel, ts, 'cant_update_message')
        const changed = post.change(
          channel,
          before,
          post.content(
            { ...given, blocks: given.blocks ?? (given.text ? undefined : before.blocks) },
            'update',
          ),
        )
        return { channel: channel.id, ts, text: changed.text, message: changed }
      },
    ),
    'chat.delete': apiMethod(
      ['chat:write'],
      { channel: textArgument, ts: textArgument },
      ({ channel: id, ts }) => {
        const channel = visibleToBot(state, id)
        post.remove(channel, ownMessage(state, channel, ts, 'cant_delete_message'))
        return { channel: channel.id, ts }
      },
    ),
    'chat.getPermalink': apiMethod(
      [],
      { channel: textArgument, message_ts: textArgument },
      ({ channel: id, message_ts }) => {
        const channel = channelOf(state, id)
        if (!state.message(channel.id, message_ts)) throw new SlackError('message_not_found')
        return { channel: channel.id, permalink: `${base()}/#${channel.id}/${message_ts}` }
      },
    ),
  }
}
