import { z } from 'zod'
import type { Views } from '../views.ts'
import { textArgument } from './arguments.ts'
import { type ApiMethod, apiMethod } from './web-api.ts'

/** Modals. https://docs.slack.dev/reference/methods?family=views */
export function viewMethods(views: Views): Readonly<Record<string, ApiMethod>> {
  return {
    'views.open': apiMethod(
      [],
      { trigger_id: textArgument, view: z.unknown().optional() },
      ({ trigger_id, view }) => ({ view: views.open(trigger_id, view) }),
    ),
    'views.update': apiMethod(
      [],
      { view_id: textArgument, view: z.unknown().optional() },
      ({ view_id, view }) => ({ view: views.update(view_id, view) }),
    ),
  }
}
