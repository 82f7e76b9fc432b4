import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Store } from '../../store/store.ts'
import { isOfRemovedApp } from '../client/slack-failure.ts'
import type { Deliveries } from '../deliveries/deliveries.ts'

/**
 * Hallway was removed from the workspace: nothing of it is kept. Slack may deliver this again when somebody has already
 * added Hallway again; so it counts only while Slack refuses our token. As long as Slack cannot say, it is left open.
 */
export function uninstalled(
  store: Pick<Store, 'deleteWorkspace'>,
  deliveries: Pick<Deliveries, 'leaveOpen'>,
): Middleware<SlackEventMiddlewareArgs<'app_uninstalled'>> {
  return async ({ body, client, logger }) => {
    try {
      await client.auth.test()
      logger.warn(
        `An old notice says that Hallway was removed from ${body.team_id}, but it is there: nothing is deleted.`,
      )
    } catch (error) {
      if (!isOfRemovedApp(error)) {
        deliveries.leaveOpen()
        throw error
      }
      await store.deleteWorkspace(body.team_id)
      logger.info(`Hallway was removed from ${body.team_id}: all that was stored of it is deleted.`)
    }
  }
}
