import type { Channel, SlackMessage } from '../../records.ts'
import { SlackError } from '../slack-error.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { flagArgument, limitArgument, textArgument } from './arguments.ts'
import { channelOf, directMessageOf, personOf, threadOf, visibleToBot } from './look-up.ts'
import { channelObject } from './objects.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

/** Channels and what was said in them. https://docs.slack.dev/reference/methods?family=conversations */
export function conversationMethods(state: WorkspaceState): Readonly<Record<string, ApiMethod>> {
  return {
    'conversations.info': apiMethod([], { channel: textArgument }, ({ channel: id }, allow) => {
      const channel = channelOf(state, id)
      allow(scopeOf(channel, 'read'))
      return { channel: channelObject(state, channel) }
    }),
    'conversations.list': apiMethod(
      [],
      { types: textArgument.default('public_channel'), limit: limitArgument },
      ({ types, limit: max }, allow) => {
        const wanted = types.split(',').map((type) => type.trim())
        if (wanted.includes('public_channel')) allow('channels:read')
        if (wanted.includes('im')) allow('im:read')
        const channels = state
          .channels()
          .filter((channel) => wanted.includes(channel.kind === 'im' ? 'im' : 'public_channel'))
        return {
          channels: channels.slice(0, max).map((channel) => channelObject(state, channel)),
          response_metadata: { next_cursor: '' },
        }
      },
    ),
    'conversations.members': apiMethod([], { channel: textArgument }, ({ channel: id }, allow) => {
      const channel = channelOf(state, id)
      allow(scopeOf(channel, 'read'))
      return { members: channel.members, response_metadata: { next_cursor: '' } }
    }),
    'conversations.open': apiMethod(
      ['im:write'],
      { users: textArgument.optional(), channel: textArgument.optional(), return_im: flagArgument },
      ({ users, channel, return_im }) => {
        const open = users
          ? state.directMessage(personOf(state, users).id)
          : directMessageOf(state, channel ?? '')
        if (!open) throw new SlackError('cannot_dm_bot')
        return {
          no_op: true,
          already_open: true,
          channel: return_im ? channelObject(state, open) : { id: open.id },
        }
      },
    ),
    'conversations.history': apiMethod(
      [],
      {
        channel: textArgument,
        limit: limitArgument,
        oldest: textArgument.optional(),
        latest: textArgument.optional(),
        inclusive: flagArgument,
      },
      ({ channel: id, ...range }, allow) => {
        const channel = visibleToBot(state, id)
        allow(scopeOf(channel, 'history'))
        const shown = state
          .messages(channel.id)
          .filter((message) => !isReply(message) || message.subtype === 'thread_broadcast')
        const within = inRange(shown, range).toReversed()
        return { messages: within.slice(0, range.limit), has_more: within.length > range.limit, pin_count: 0 }
      },
    ),
    'conversations.replies': apiMethod(
      [],
      {
        channel: textArgument,
        ts: textArgument,
        limit: limitArgument,
        oldest: textArgument.optional(),
        latest: textArgument.optional(),
        inclusive: flagArgument,
      },
      ({ channel: id, ts, ...range }, allow) => {
        const channel = visibleToBot(state, id)
        allow(scopeOf(channel, 'history'))
        const within = inRange(threadOf(state, channel, ts), range)
        return { messages: within.slice(0, range.limit), has_more: within.length > range.limit }
      },
    ),
  }
}

interface TimeRange {
  readonly oldest?: string | undefined
  readonly latest?: string | undefined
  readonly inclusive?: boolean | undefined
}

function inRange(
  messages: readonly SlackMessage[],
  { oldest = '0', latest = '9999999999', inclusive = false }: TimeRange,
): readonly SlackMessage[] {
  return messages.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest)),
  )
}

function isReply(message: SlackMessage): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts
}

function scopeOf(channel: Channel, access: 'read' | 'history'): string {
  return `${channel.kind === 'im' ? 'im' : 'channels'}:${access}`
}
