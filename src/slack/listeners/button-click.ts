import type { RespondFn } from '@slack/bolt'
import { z } from 'zod'
import type { Message } from '../blocks/message.ts'

/** What Hallway needs of Slack's block_actions payload. */
const payload = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string(),
  actions: z.tuple([z.object({ value: z.unknown().optional() })], z.unknown()),
})

/** A click on one of Hallway's buttons: by whom, where, and what the button carries. */
export interface Click {
  readonly userId: string
  /** Undefined if Slack does not say in which workspace and channel. */
  readonly channel: { readonly teamId: string; readonly channelId: string } | undefined
  readonly value: unknown
  readonly triggerId: string
  /**
   * Whether the reply is for the clicker alone. It is, unless the message stands in a direct message for both to see: there
   * the reply is to last. A private message may also stand between two people, whose conversation has an id of the same kind.
   */
  readonly isPrivate: boolean
  /** Whether the clicker alone sees the message that was clicked. */
  readonly isOnPrivate: boolean
  /** The `ts` of the button's message. */
  readonly message: string | undefined
  /** The thread in which the button's message stands. */
  readonly thread: string | undefined
}

export function readClick(body: unknown): Click {
  const { user, team, channel, container, message, trigger_id, actions } = payload.parse(body)
  return {
    userId: user.id,
    channel: team && channel ? { teamId: team.id, channelId: channel.id } : undefined,
    value: actions[0].value,
    triggerId: trigger_id,
    isPrivate: container?.is_ephemeral === true || !channel?.id.startsWith('D'),
    isOnPrivate: container?.is_ephemeral === true,
    message: container?.message_ts,
    thread: container?.thread_ts ?? message?.thread_ts,
  }
}

/** Answers a click beside the message that was clicked, which stays. */
export async function replyToClick(respond: RespondFn, click: Click, message: Message): Promise<void> {
  await respond({
    ...message,
    response_type: click.isPrivate ? 'ephemeral' : 'in_channel',
    replace_original: false,
    ...(click.thread !== undefined && { thread_ts: click.thread }),
  })
}
