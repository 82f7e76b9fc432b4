import { z } from 'zod'
import type { AppDescription } from '../manifest.ts'
import { SlackError } from '../post.ts'
import type { Views } from '../views.ts'
import { text } from './arguments.ts'
import { type ApiMethod, method } from './web-api.ts'

/** Modals and the Home tab. https://docs.slack.dev/reference/methods?family=views */
export function viewMethods(views: Views, description: AppDescription): Readonly<Record<string, ApiMethod>> {
  return {
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
        if (!description.homeTab) throw new SlackError('not_enabled')
        return { view: views.publish(user_id, view, hash) }
      },
    ),
  }
}
