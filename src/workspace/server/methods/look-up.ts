import type { Channel, Person, SlackMessage } from '../../records.ts'
import { SlackError } from '../slack-error.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'

function channelOf(state: WorkspaceState, id: string): Channel {
  const channel = state.channel(id)
  if (!channel) throw new SlackError('channel_not_found')
  return channel
}

/** The channel, if the bot is in it. */
export function visibleToBot(state: WorkspaceState, id: string): Channel {
  const channel = channelOf(state, id)
  if (!channel.members.includes(state.bot.id)) throw new SlackError('not_in_channel')
  return channel
}

/** Where the bot may post: its channels, and direct messages by a person's id. */
export function postable(state: WorkspaceState, id: string): Channel {
  const channel =
    state.directMessage(id) ??
    state.channels().find((other) => other.id === id || (other.name !== '' && `#${other.name}` === id))
  if (!channel) throw new SlackError('channel_not_found')
  if (!channel.members.includes(state.bot.id)) throw new SlackError('not_in_channel')
  return channel
}

export function directMessageOf(state: WorkspaceState, id: string): Channel {
  const channel = channelOf(state, id)
  if (channel.kind !== 'im') throw new SlackError('channel_not_supported')
  return channel
}

export function threadOf(state: WorkspaceState, channel: Channel, ts: string): readonly SlackMessage[] {
  const thread = state.thread(channel.id, ts)
  if (thread.length === 0) throw new SlackError('thread_not_found')
  return thread
}

export function personOf(state: WorkspaceState, id: string): Person {
  const person = state.person(id)
  if (!person) throw new SlackError('user_not_found')
  return person
}
