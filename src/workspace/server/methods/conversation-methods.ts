import type { Channel, Message } from '../../records.ts'
import { SlackError } from '../post.ts'
import type { WorkspaceState } from '../state.ts'
import { flag, limit, text } from './arguments.ts'
import { channelOf, directMessage, personOf, threadOf, visibleToBot } from './look-up.ts'
import { channelObject } from './objects.ts'
import { type ApiMethod, method } from './web-api.ts'

/** Channels and what was said in them. https://docs.slack.dev/reference/methods?family=conversations */
export function conversationMethods(state: WorkspaceState): Readonly<Record<string, ApiMethod>> {
  return {
    'conversations.info': method([], { channel: text }, ({ channel: id }, allow) => {
      const channel = channelOf(state, id)
      allow(scopeOf(channel, 'read'))
      return { channel: channelObject(state, channel) }
    }),
    'conversations.list': method(
      [],
      { types: text.default('public_channel'), limit },
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
    'conversations.members': method([], { channel: text }, ({ channel: id }, allow) => {
      const channel = channelOf(state, id)
      allow(scopeOf(channel, 'read'))
      return { members: channel.members, response_metadata: { next_cursor: '' } }
    }),
    'conversations.open': method(
      ['im:write'],
      { users: text.optional(), channel: text.optional(), return_im: flag },
      ({ users, channel, return_im }) => {
        const open = users
          ? state.directMessage(personOf(state, users).id)
          : directMessage(state, channel ?? '')
        if (!open) throw new SlackError('cannot_dm_bot')
        return {
          no_op: true,
          already_open: true,
          channel: return_im ? channelObject(state, open) : { id: open.id },
        }
      },
    ),
    'conversations.history': method(
      [],
      { channel: text, limit, oldest: text.optional(), latest: text.optional(), inclusive: flag },
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
    'conversations.replies': method(
      [],
      { channel: text, ts: text, limit, oldest: text.optional(), latest: text.optional(), inclusive: flag },
      ({ channel: id, ts, ...range }, allow) => {
        const channel = visibleToBot(state, id)
        allow(scopeOf(channel, 'history'))
        const within = inRange(threadOf(state, channel, ts), range)
        return { messages: within.slice(0, range.limit), has_more: within.length > range.limit }
      },
    ),
  }
}

interface Range {
  readonly oldest?: string | undefined
  readonly latest?: string | undefined
  readonly inclusive?: boolean | undefined
}

function inRange(
  messages: readonly Message[],
  { oldest = '0', latest = '9999999999', inclusive = false }: Range,
): readonly Message[] {
  return messages.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest)),
  )
}

function isReply(message: Message): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts
}

function scopeOf(channel: Channel, access: 'read' | 'history'): string {
  return `${channel.kind === 'im' ? 'im' : 'channels'}:${access}`
}
