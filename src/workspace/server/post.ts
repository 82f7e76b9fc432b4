import type { Channel, Ephemeral, Json, SlackBlock, SlackMessage } from '../records.ts'
import { maxTextCharacters } from './block-kit/block-limits.ts'
import { checkMessage } from './block-kit/check-blocks.ts'
import type { AppDescription } from './manifest.ts'
import {
  botProfile,
  changedEvent,
  deletedEvent,
  eventPayload,
  mentionEvent,
  messageEvent,
} from './payloads.ts'
import { messagesOf, SlackError } from './slack-error.ts'
import type { SocketMode } from './socket-mode.ts'
import { withIds } from './state/with-ids.ts'
import { newId, type WorkspaceState } from './state/workspace-state.ts'
import { mentions } from './typed-text.ts'

/** A message's content as an app sends it. */
export interface PostedContent {
  readonly text?: string | undefined
  readonly blocks?: unknown
}

/** The same as Slack takes it. */
interface CheckedContent {
  readonly text: string
  readonly blocks?: readonly SlackBlock[]
}

/** How messages come into being, change and go, and how the app hears of it. */
export interface Post {
  /** Content checked as Slack checks it, blocks with their ids. @throws {SlackError} */
  content(given: PostedContent): CheckedContent
  byBot(channel: Channel, given: PostedContent, thread: string | undefined): SlackMessage
  byPerson(channel: Channel, person: string, text: string, thread: string | undefined): SlackMessage
  change(channel: Channel, message: SlackMessage, content: CheckedContent): SlackMessage
  remove(channel: Channel, message: SlackMessage): void
  ephemeral(channel: Channel, to: string, given: PostedContent, thread: string | undefined): Ephemeral
  /** Delivers an event if the app subscribes to it. `name` is as the manifest has it, e.g. `message.im`. */
  event(name: string, event: Json): void
}

export function createPost(state: WorkspaceState, description: AppDescription, socket: SocketMode): Post {
  function event(name: string, body: Json): void {
    // Redelivery is the socket's business; nobody waits for an event's acknowledgement.
    if (description.events.has(name)) void socket.deliver('events_api', eventPayload(state, body))
  }

  function messageHappened(channel: Channel, body: Json): void {
    if (channel.kind === 'im') event('message.im', body)
  }

  function add(channel: Channel, message: SlackMessage): SlackMessage {
    const added = state.addMessage(channel.id, message)
    messageHappened(channel, messageEvent(channel, added))
    return added
  }

  return {
    content: checkContent,
    event,
    byBot(channel, given, thread) {
      const root = thread === undefined ? undefined : threadRoot(state, channel, thread)
      return add(channel, {
        user: state.bot.id,
        type: 'message',
        ts: state.nextTs(),
        bot_id: state.app.botId,
        app_id: state.app.id,
        ...checkContent(given),
        team: state.team.id,
        bot_profile: botProfile(state),
        ...threadFields(root),
      })
    },
    byPerson(channel, person, text, thread) {
      const root = thread === undefined ? undefined : threadRoot(state, channel, thread)
      const message = add(channel, {
        user: person,
        type: 'message',
        ts: state.nextTs(),
        client_msg_id: newId('msg-'),
        text,
        team: state.team.id,
        ...threadFields(root),
      })
      if (
        channel.kind === 'channel' &&
        channel.members.includes(state.bot.id) &&
        mentions(text, state.bot.id)
      ) {
        event('app_mention', mentionEvent(channel, message))
      }
      return message
    },
    change(channel, message, { text, blocks }) {
      const { blocks: _, ...rest } = message
      const ts = state.nextTs()
      const changed = state.replaceMessage(channel.id, {
        ...(rest as SlackMessage),
        text,
        ...(blocks ? { blocks } : {}),
        // Slack marks a message as edited only if its text is what shows.
        ...(blocks ? {} : { edited: { user: message.user, ts } }),
      })
      messageHappened(channel, changedEvent(channel, changed, message, ts))
      return changed
    },
    remove(channel, message) {
      state.removeMessage(channel.id, message)
      messageHappened(channel, deletedEvent(channel, message, state.nextTs()))
    },
    ephemeral(channel, to, given, thread) {
      const checked = checkContent(given)
      const root = thread === undefined ? undefined : threadRoot(state, channel, thread)
      return state.addEphemeral({
        ts: state.nextTs(),
        channel: channel.id,
        to,
        user: state.bot.id,
        ...checked,
        ...(root ? { thread_ts: root.ts } : {}),
      })
    },
  }
}

/** Content checked as Slack checks it, blocks with their ids. @throws {SlackError} */
function checkContent(given: PostedContent): CheckedContent {
  const text = given.text ?? ''
  const hasBlocks = given.blocks !== undefined && !(Array.isArray(given.blocks) && given.blocks.length === 0)
  if (text === '' && !hasBlocks) throw new SlackError('no_text')
  if (text.length > maxTextCharacters) throw new SlackError('msg_too_long')
  if (!hasBlocks) return { text }
  const problem = checkMessage(given.blocks)
  if (problem) throw new SlackError(problem.error, messagesOf(problem.messages))
  return { text, blocks: withIds(given.blocks) }
}

function threadRoot(state: WorkspaceState, channel: Channel, thread: string): SlackMessage {
  const found = state.message(channel.id, thread)
  const root = found?.thread_ts ? state.message(channel.id, found.thread_ts) : found
  if (!root) throw new SlackError('thread_not_found')
  return root
}

function threadFields(root: SlackMessage | undefined): {
  readonly thread_ts?: string
  readonly parent_user_id?: string
} {
  return root ? { thread_ts: root.ts, parent_user_id: root.user } : {}
}
