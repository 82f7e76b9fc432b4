import { z } from 'zod'
import type { AppDescription } from '../manifest.ts'
import { SlackError } from '../slack-error.ts'
import type { Views } from '../views.ts'
import { textArgument } from './arguments.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

/** Modals and the Home tab. https://docs.slack.dev/reference/methods?family=views */
export function viewMethods(views: Views, description: AppDescription): Readonly<Record<string, ApiMethod>> {
  return {
    'views.open': apiMethod([], { trigger_id: textArgument, view: z.unknown() }, ({ trigger_id, view }) => ({
      view: views.open(trigger_id, view),
    })),
    'views.push': apiMethod([], { trigger_id: textArgument, view: z.unknown() }, ({ trigger_id, view }) => ({
      view: views.push(trigger_id, view),
    })),
    'views.update': apiMethod(
      [],
      {
        view_id: textArgument.optional(),
        external_id: textArgument.optional(),
        hash: textArgument.optional(),
        view: z.unknown(),
      },
      ({ view_id, external_id, hash, view }) => ({
        view: views.update({ viewId: view_id, externalId: external_id, hash }, view),
      }),
    ),
    'views.publish': apiMethod(
      [],
      { user_id: textArgument, hash: textArgument.optional(), view: z.unknown() },
      ({ user_id, hash, view }) => {
        if (!description.homeTab) throw new SlackError('not_enabled')
        return { view: views.publish(user_id, view, hash) }
      },
    ),
  }
}
