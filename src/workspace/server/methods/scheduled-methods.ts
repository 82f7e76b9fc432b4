import { z } from 'zod'
import type { ScheduledMessage, ScheduledMessages } from '../scheduled-messages.ts'
import { SlackError } from '../slack-error.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'
import { contentArguments, textArgument } from './arguments.ts'
import { postable } from './look-up.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

const seconds = z.coerce.number()

/** Scheduling, listing and deleting messages. https://docs.slack.dev/reference/methods?family=chat */
export function createScheduledMethods(
  state: WorkspaceState,
  scheduled: ScheduledMessages,
): Readonly<Record<string, ApiMethod>> {
  return {
    'chat.scheduleMessage': apiMethod(
      ['chat:write'],
      {
        channel: textArgument,
        post_at: seconds.int(),
        ...contentArguments,
        thread_ts: textArgument.optional(),
      },
      ({ channel: id, post_at, thread_ts, ...given }) => {
        const channel = postable(state, id)
        const message = scheduled.add(channel, post_at, given, thread_ts)
        return {
          channel: channel.id,
          scheduled_message_id: message.id,
          post_at: String(post_at),
          message: {
            text: message.text,
            bot_id: state.app.botId,
            type: 'delayed_message',
            subtype: 'bot_message',
            ...(given.blocks ? { blocks: given.blocks } : {}),
          },
        }
      },
    ),
    'chat.scheduledMessages.list': apiMethod(
      [],
      {
        channel: textArgument.optional(),
        oldest: seconds.default(0),
        latest: seconds.default(Number.MAX_SAFE_INTEGER),
        limit: z.coerce.number().int().min(1).max(100).default(100),
        cursor: textArgument.optional(),
      },
      ({ channel, oldest, latest, limit, cursor }) => {
        if (channel !== undefined && !state.channel(channel)) throw new SlackError('invalid_channel')
        if (oldest > latest) throw new SlackError('invalid_arguments')
        const found = scheduled
          .list()
          .filter((message) => channel === undefined || message.channel === channel)
          .filter(({ postAt }) => postAt >= oldest && postAt <= latest)
        const from = cursor ? positionOf(cursor) : 0
        return {
          scheduled_messages: found.slice(from, from + limit).map(listed),
          response_metadata: { next_cursor: from + limit < found.length ? cursorAt(from + limit) : '' },
        }
      },
    ),
    'chat.deleteScheduledMessage': apiMethod(
      ['chat:write'],
      { channel: textArgument, scheduled_message_id: textArgument },
      ({ channel: id, scheduled_message_id }) => {
        const channel = state.channel(id)
        if (!channel) throw new SlackError('channel_not_found')
        scheduled.remove(channel, scheduled_message_id)
        return {}
      },
    ),
  }
}

function listed({ id, channel, postAt, created, text }: ScheduledMessage) {
  return { id, channel_id: channel, post_at: postAt, date_created: created, text }
}

const cursorAt = (position: number) => Buffer.from(`next:${position}`).toString('base64')

function positionOf(cursor: string): number {
  const position = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
  if (position === undefined) throw new SlackError('invalid_cursor')
  return Number(position)
}
