import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Store } from '../../store/store.ts'
import { refusalOf } from '../client/failure.ts'

/**
 * Hallway was removed from the workspace: nothing of it is kept. Slack may deliver this again when somebody has already
 * added Hallway anew; so it counts only while Slack refuses our token.
 */
export function uninstalled(
  store: Pick<Store, 'deleteWorkspace'>,
): Middleware<SlackEventMiddlewareArgs<'app_uninstalled'>> {
  return async ({ body, client, logger }) => {
    try {
      await client.auth.test()
      logger.warn(
        `An old notice says that Hallway was removed from ${body.team_id}, but it is there: nothing is deleted.`,
      )
    } catch (error) {
      if (!gone.has(refusalOf(error))) throw error
      await store.deleteWorkspace(body.team_id)
      logger.info(`Hallway was removed from ${body.team_id}: all that was stored of it is deleted.`)
    }
  }
}

/** What Slack says to the token of an app that was removed. */
const gone: ReadonlySet<string | undefined> = new Set(['account_inactive', 'invalid_auth', 'token_revoked'])
