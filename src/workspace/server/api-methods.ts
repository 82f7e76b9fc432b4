import { z } from 'zod'
import type { Channel, Json, Message, Person } from '../records.ts'
import type { AppDescription } from './manifest.ts'
import { botProfile } from './payloads.ts'
import type { Post } from './post.ts'
import { SlackError } from './post.ts'
import type { WorkspaceState } from './state.ts'
import type { Views } from './views.ts'
import { type Allow, type ApiMethod, method } from './web-api.ts'

export interface ApiParts {
  readonly state: WorkspaceState
  readonly description: AppDescription
  readonly post: Post
  readonly views: Views
  /** The page's address, without a slash at its end. */
  readonly base: () => string
  /** A fresh WebSocket address for Socket Mode. */
  readonly newSocketUrl: () => string
}

const text = z.coerce.string()
const flag = z.union([z.boolean(), z.stringbool()]).optional()
const limit = z.coerce.number().int().min(1).max(1000).default(100)
const content = {
  text: text.optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
}
const prompt = z.object({ title: z.string().min(1), message: z.string().min(1) })

/** The Web API, method by method. https://docs.slack.dev/reference/methods */
export function createApiMethods(parts: ApiParts): Readonly<Record<string, ApiMethod>> {
  const { state, post, views } = parts
  return {
    'api.test': method([], {}, () => ({}), 'none'),
    'auth.test': method([], {}, () => ({
      url: `${parts.base()}/`,
      team: state.team.name,
      user: state.bot.name,
      team_id: state.team.id,
      user_id: state.bot.id,
      bot_id: state.app.botId,
      is_enterprise_install: false,
    })),
    'apps.connections.open': method([], {}, () => ({ url: parts.newSocketUrl() }), 'app'),
    'bots.info': method(['users:read'], { bot: text }, ({ bot }) => {
      if (bot !== state.app.botId) throw new SlackError('bot_not_found')
      const { team_id: _, ...profile } = botProfile(state)
      return { bot: { ...profile, user_id: state.bot.id } }
    }),
    'team.info': method(['team:read'], {}, () => ({
      team: { ...state.team, url: `${parts.base()}/`, email_domain: '', icon: { image_default: true } },
    })),
    'users.info': method(['users:read'], { user: text }, ({ user }) => ({
      user: userObject(state, personOf(state, user)),
    })),
    'users.list': method(['users:read'], {}, () => ({
      members: state.people.map((person) => userObject(state, person)),
      cache_ts: Math.floor(state.now() / 1000),
      response_metadata: { next_cursor: '' },
    })),
    ...conversationMethods(parts),
    ...chatMethods(parts),
    'views.open': method([], { trigger_id: text, view: z.unknown() }, ({ trigger_id, view }) => ({
      view: views.open(trigger_id, view),
    })),
    'views.push': method([], { trigger_id: text, view: z.unknown() }, ({ trigger_id, view }) => ({
      view: views.push(trigger_id, view),
    })),
    'views.update': method(
      [],
      { view_id: text.optional(), external_id: text.optional(), hash: text.optional(), view: z.unknown() },
      ({ view_id, external_id, hash, view }) => ({
        view: views.update({ viewId: view_id, externalId: external_id, hash }, view),
      }),
    ),
    'views.publish': method(
      [],
      { user_id: text, hash: text.optional(), view: z.unknown() },
      ({ user_id, hash, view }) => {
        if (!parts.description.homeTab) throw new SlackError('not_enabled')
        return { view: views.publish(user_id, view, hash) }
      },
    ),
    'assistant.threads.setSuggestedPrompts': method(
      ['assistant:write'],
      {
        channel_id: text,
        thread_ts: text.optional(),
        title: text.optional(),
        prompts: z.array(prompt).min(1).max(4),
      },
      ({ channel_id, thread_ts, title, prompts }) => {
        const channel = directMessage(state, channel_id)
        state.setPrompts(channel.id, thread_ts ?? '', { title: title ?? '', prompts })
        return {}
      },
    ),
    'assistant.threads.setStatus': method(
      ['assistant:write'],
      { channel_id: text, thread_ts: text, status: z.string() },
      ({ channel_id, thread_ts, status }) => {
        const channel = visibleToBot(state, channel_id)
        threadOf(state, channel, thread_ts)
        state.setStatus(channel.id, thread_ts, status)
        return {}
      },
    ),
    'assistant.threads.setTitle': method(
      ['assistant:write'],
      { channel_id: text, thread_ts: text, title: z.string().min(1) },
      ({ channel_id, thread_ts }) => {
        // Titles show in Slack's list of past conversations, which this workspace does not have.
        threadOf(state, directMessage(state, channel_id), thread_ts)
        return {}
      },
    ),
  }

  function chatMethods({ base }: ApiParts): Readonly<Record<string, ApiMethod>> {
    return {
      'chat.postMessage': method(
        ['chat:write'],
        { channel: text, ...content, thread_ts: text.optional(), reply_broadcast: flag },
        ({ channel: id, thread_ts, reply_broadcast, ...given }, allow) => {
          const channel = postable(state, id, allow)
          const message = post.byBot(channel, given, thread_ts, reply_broadcast ?? false)
          return { channel: channel.id, ts: message.ts, message }
        },
      ),
      'chat.postEphemeral': method(
        ['chat:write'],
        { channel: text, user: text, ...content, thread_ts: text.optional() },
        ({ channel: id, user, thread_ts, ...given }) => {
          const channel = visibleToBot(state, id)
          if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel')
          return { message_ts: post.ephemeral(channel, user, given, thread_ts).ts }
        },
      ),
      'chat.update': method(
        ['chat:write'],
        { channel: text, ts: text, ...content },
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
      'chat.delete': method(['chat:write'], { channel: text, ts: text }, ({ channel: id, ts }) => {
        const channel = visibleToBot(state, id)
        post.remove(channel, ownMessage(state, channel, ts, 'cant_delete_message'))
        return { channel: channel.id, ts }
      }),
      'chat.getPermalink': method([], { channel: text, message_ts: text }, ({ channel: id, message_ts }) => {
        const channel = channelOf(state, id)
        if (!state.message(channel.id, message_ts)) throw new SlackError('message_not_found')
        return { channel: channel.id, permalink: `${base()}/#${channel.id}/${message_ts}` }
      }),
    }
  }
}

function conversationMethods({ state }: ApiParts): Readonly<Record<string, ApiMethod>> {
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

function channelOf(state: WorkspaceState, id: string): Channel {
  const channel = state.channel(id)
  if (!channel) throw new SlackError('channel_not_found')
  return channel
}

/** The channel, if the bot is in it. */
function visibleToBot(state: WorkspaceState, id: string): Channel {
  const channel = channelOf(state, id)
  if (!channel.members.includes(state.bot.id)) throw new SlackError('not_in_channel')
  return channel
}

/** Where the bot may post: its channels, direct messages by a person's id, and public channels with the scope for it. */
export function postable(state: WorkspaceState, id: string, allow: Allow): Channel {
  const channel =
    state.directMessage(id) ??
    state.channels().find((other) => other.id === id || (other.name !== '' && `#${other.name}` === id))
  if (!channel) throw new SlackError('channel_not_found')
  if (channel.members.includes(state.bot.id)) return channel
  try {
    allow('chat:write.public')
    return channel
  } catch {
    throw new SlackError('not_in_channel')
  }
}

function directMessage(state: WorkspaceState, id: string): Channel {
  const channel = channelOf(state, id)
  if (channel.kind !== 'im') throw new SlackError('channel_not_supported')
  return channel
}

function threadOf(state: WorkspaceState, channel: Channel, ts: string): readonly Message[] {
  const thread = state.thread(channel.id, ts)
  if (thread.length === 0) throw new SlackError('thread_not_found')
  return thread
}

function ownMessage(state: WorkspaceState, channel: Channel, ts: string, refusal: string): Message {
  const message = state.message(channel.id, ts)
  if (!message) throw new SlackError('message_not_found')
  if (message.user !== state.bot.id) throw new SlackError(refusal)
  return message
}

function personOf(state: WorkspaceState, id: string): Person {
  const person = state.person(id)
  if (!person) throw new SlackError('user_not_found')
  return person
}

function scopeOf(channel: Channel, access: 'read' | 'history'): string {
  return `${channel.kind === 'im' ? 'im' : 'channels'}:${access}`
}

function channelObject(state: WorkspaceState, channel: Channel): Json {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: false,
    is_org_shared: false,
    context_team_id: state.team.id,
    updated: channel.created * 1000,
  }
  if (channel.kind === 'im') {
    return {
      ...common,
      is_im: true,
      user: channel.members.find((member) => member !== state.bot.id),
      is_user_deleted: false,
      priority: 0,
    }
  }
  return {
    ...common,
    name: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: channel.name === 'general',
    unlinked: 0,
    name_normalized: channel.name,
    is_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    creator: state.you.id,
    is_ext_shared: false,
    shared_team_ids: [state.team.id],
    pending_connected_team_ids: [],
    is_member: channel.members.includes(state.bot.id),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: state.you.id, last_set: channel.created },
    previous_names: [],
    num_members: channel.members.length,
  }
}

function userObject(state: WorkspaceState, person: Person): Json {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    id: person.id,
    team_id: state.team.id,
    name: person.name,
    deleted: false,
    color: '4a5568',
    real_name: person.realName,
    tz: timeZone,
    tz_label: timeZone,
    tz_offset: -new Date(state.now()).getTimezoneOffset() * 60,
    profile: {
      title: '',
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.isBot ? '' : person.realName,
      display_name_normalized: person.isBot ? '' : person.realName,
      status_text: '',
      status_emoji: '',
      team: state.team.id,
      ...(person.isBot ? { bot_id: state.app.botId, api_app_id: state.app.id } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: state.since,
  }
}
