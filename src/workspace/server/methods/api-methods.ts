import { z } from 'zod'
import type { Post } from '../post.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'
import type { Views } from '../views.ts'
import { textArgument } from './arguments.ts'
import { chatMethods } from './chat-methods.ts'
import { directMessageOf, personOf, threadOf, visibleToBot } from './look-up.ts'
import { userObject } from './user-object.ts'
import { viewMethods } from './view-methods.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

interface ApiParts {
  readonly state: WorkspaceState
  readonly post: Post
  readonly views: Views
  /** The page's address, without a slash at its end. */
  readonly base: () => string
  /** A fresh WebSocket address for Socket Mode. */
  readonly newSocketUrl: () => string
}

const prompt = z.object({ title: z.string().min(1), message: z.string().min(1) })

/** Of the Web API the methods that are used here; another one is refused as unknown. https://docs.slack.dev/reference/methods */
export function createApiMethods(parts: ApiParts): Readonly<Record<string, ApiMethod>> {
  const { state, post, views } = parts
  return {
    'api.test': apiMethod([], {}, () => ({}), 'none'),
    'auth.test': apiMethod([], {}, () => ({
      url: `${parts.base()}/`,
      team: state.team.name,
      user: state.bot.name,
      team_id: state.team.id,
      user_id: state.bot.id,
      bot_id: state.app.botId,
      is_enterprise_install: false,
    })),
    'apps.connections.open': apiMethod([], {}, () => ({ url: parts.newSocketUrl() }), 'app'),
    'assistant.threads.setSuggestedPrompts': apiMethod(
      ['assistant:write'],
      { channel_id: textArgument, title: textArgument.optional(), prompts: z.array(prompt).min(1).max(4) },
      ({ channel_id, title, prompts }) => {
        state.setPrompts(directMessageOf(state, channel_id).id, { title: title ?? '', prompts })
        return {}
      },
    ),
    'conversations.replies': apiMethod(
      [],
      {
        channel: textArgument,
        ts: textArgument,
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      },
      ({ channel: id, ts, limit }, allow) => {
        const channel = visibleToBot(state, id)
        allow(channel.kind === 'im' ? 'im:history' : 'channels:history')
        const thread = threadOf(state, channel, ts)
        return { messages: thread.slice(0, limit), has_more: thread.length > limit }
      },
    ),
    'users.info': apiMethod(['users:read'], { user: textArgument }, ({ user }) => ({
      user: userObject(state, personOf(state, user)),
    })),
    ...chatMethods(state, post),
    ...viewMethods(views),
  }
}
