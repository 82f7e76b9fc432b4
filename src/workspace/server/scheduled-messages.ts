import type { Channel, WorkspaceClock } from '../records.ts'
import type { Post, PostedContent } from './post.ts'
import { SlackError } from './slack-error.ts'
import { newId, type WorkspaceState } from './state/workspace-state.ts'

/** A message that waits for its time. */
export interface ScheduledMessage {
  readonly id: string
  readonly channel: string
  /** Seconds since 1970. */
  readonly postAt: number
  readonly created: number
  readonly text: string
}

/** Slack's scheduled messages. https://docs.slack.dev/reference/methods/chat.scheduleMessage */
export interface ScheduledMessages {
  /** @throws {SlackError} */
  add(channel: Channel, postAt: number, given: PostedContent, thread: string | undefined): ScheduledMessage
  /** @throws {SlackError} for one that is not there, or has less than a minute left */
  remove(channel: Channel, id: string): void
  /** Those that Slack lists, soonest first. */
  list(): readonly ScheduledMessage[]
  /** When the next one appears, in milliseconds since 1970. */
  next(): number | undefined
  /** Posts those whose time has come. */
  postDue(): void
  close(): void
}

const farthestSeconds = 120 * 24 * 60 * 60
const maxInWindow = 30
const windowSeconds = 5 * 60
/** Later than that, Slack refuses to delete. */
const lastDeleteSeconds = 60
/** Later than that, Slack confirms the deletion and posts all the same: https://github.com/slackapi/bolt-js/issues/1857 */
const lastRealDeleteSeconds = 5 * 60
const lookEveryMs = 100

interface WaitingMessage extends ScheduledMessage {
  readonly post: () => void
  /** Deleted too late: no longer listed, and posted nevertheless. */
  readonly ghost?: true
}

export function createScheduledMessages(
  state: WorkspaceState,
  post: Post,
  clock: WorkspaceClock,
): ScheduledMessages {
  let waiting: readonly WaitingMessage[] = []
  let timer: NodeJS.Timeout | undefined
  const seconds = () => clock.now() / 1000

  function postDue(): void {
    const due = waiting.filter(({ postAt }) => postAt <= seconds())
    waiting = waiting.filter((message) => !due.includes(message))
    for (const message of due) message.post()
    if (waiting.length > 0 || timer === undefined) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    add(channel, postAt, given, thread) {
      if (postAt <= seconds()) throw new SlackError('time_in_past')
      if (postAt > seconds() + farthestSeconds) throw new SlackError('time_too_far')
      const near = waiting.filter(
        (other) => other.channel === channel.id && Math.abs(other.postAt - postAt) < windowSeconds,
      )
      if (near.length >= maxInWindow) throw new SlackError('restricted_too_many')
      const { text } = post.content(given)
      const message: WaitingMessage = {
        id: newId('Q'),
        channel: channel.id,
        postAt,
        created: Math.floor(seconds()),
        text,
        post() {
          const now = state.channel(channel.id)
          if (now?.members.includes(state.bot.id)) post.byBot(now, given, thread)
        },
      }
      waiting = [...waiting, message].sort((a, b) => a.postAt - b.postAt)
      timer ??= setInterval(postDue, lookEveryMs).unref()
      return message
    },
    remove(channel, id) {
      const found = waiting.find((other) => other.id === id && other.channel === channel.id && !other.ghost)
      const left = found ? found.postAt - seconds() : 0
      if (!found || left < lastDeleteSeconds) throw new SlackError('invalid_scheduled_message_id')
      const others = waiting.filter((other) => other !== found)
      waiting =
        left < lastRealDeleteSeconds
          ? waiting.map((other) => (other === found ? { ...other, ghost: true } : other))
          : others
    },
    list: () => waiting.filter(({ ghost }) => !ghost),
    next: () => waiting[0] && waiting[0].postAt * 1000,
    postDue,
    close: () => clearInterval(timer),
  }
}
