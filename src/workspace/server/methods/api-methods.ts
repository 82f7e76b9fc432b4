import type { AppDescription } from '../manifest.ts'
import { botProfile } from '../payloads.ts'
import type { Post } from '../post.ts'
import { SlackError } from '../slack-error.ts'
import type { Views } from '../views.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { textArgument } from './arguments.ts'
import { assistantMethods } from './assistant-methods.ts'
import { chatMethods } from './chat-methods.ts'
import { conversationMethods } from './conversation-methods.ts'
import { personOf } from './look-up.ts'
import { userObject } from './objects.ts'
import { viewMethods } from './view-methods.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

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

/** The Web API, method by method. https://docs.slack.dev/reference/methods */
export function createApiMethods(parts: ApiParts): Readonly<Record<string, ApiMethod>> {
  const { state, views, description } = parts
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
    'bots.info': apiMethod(['users:read'], { bot: textArgument }, ({ bot }) => {
      if (bot !== state.app.botId) throw new SlackError('bot_not_found')
      const { team_id: _, ...profile } = botProfile(state)
      return { bot: { ...profile, user_id: state.bot.id } }
    }),
    'team.info': apiMethod(['team:read'], {}, () => ({
      team: { ...state.team, url: `${parts.base()}/`, email_domain: '', icon: { image_default: true } },
    })),
    'users.info': apiMethod(['users:read'], { user: textArgument }, ({ user }) => ({
      user: userObject(state, personOf(state, user)),
    })),
    'users.list': apiMethod(['users:read'], {}, () => ({
      members: state.people.map((person) => userObject(state, person)),
      cache_ts: Math.floor(state.now() / 1000),
      response_metadata: { next_cursor: '' },
    })),
    ...conversationMethods(state),
    ...chatMethods(parts),
    ...viewMethods(views, description),
    ...assistantMethods(state),
  }
}
