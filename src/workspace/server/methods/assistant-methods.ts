import { z } from 'zod'
import type { WorkspaceState } from '../workspace-state.ts'
import { textArgument } from './arguments.ts'
import { directMessageOf, threadOf, visibleToBot } from './look-up.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

const prompt = z.object({ title: z.string().min(1), message: z.string().min(1) })

/** What stands around a conversation with an app. https://docs.slack.dev/reference/methods?family=assistant */
export function assistantMethods(state: WorkspaceState): Readonly<Record<string, ApiMethod>> {
  return {
    'assistant.threads.setSuggestedPrompts': apiMethod(
      ['assistant:write'],
      {
        channel_id: textArgument,
        thread_ts: textArgument.optional(),
        title: textArgument.optional(),
        prompts: z.array(prompt).min(1).max(4),
      },
      ({ channel_id, thread_ts, title, prompts }) => {
        const channel = directMessageOf(state, channel_id)
        state.setPrompts(channel.id, thread_ts ?? '', { title: title ?? '', prompts })
        return {}
      },
    ),
    'assistant.threads.setStatus': apiMethod(
      ['assistant:write'],
      { channel_id: textArgument, thread_ts: textArgument, status: z.string() },
      ({ channel_id, thread_ts, status }) => {
        const channel = visibleToBot(state, channel_id)
        threadOf(state, channel, thread_ts)
        state.setStatus(channel.id, thread_ts, status)
        return {}
      },
    ),
    'assistant.threads.setTitle': apiMethod(
      ['assistant:write'],
      { channel_id: textArgument, thread_ts: textArgument, title: z.string().min(1) },
      ({ channel_id, thread_ts }) => {
        // Titles show in Slack's list of past conversations, which this workspace does not have.
        threadOf(state, directMessageOf(state, channel_id), thread_ts)
        return {}
      },
    ),
  }
}
