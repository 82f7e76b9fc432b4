import type { AllMiddlewareArgs, Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Store } from '../../store/store.ts'
import { describeDeletion, describeFailedRemoval, describeOldNotice } from '../client/describe-removal.ts'
import { isOfRemovedApp } from '../client/slack-failure.ts'
import type { Deliveries } from '../deliveries/deliveries.ts'

/**
 * Hallway was removed from the workspace: all that is stored of it is deleted. Slack may say so late, when somebody has added
 * Hallway again, so this counts only while Slack refuses our token. If Slack does not tell, or the store fails, it is left open.
 */
export function uninstalled(
  store: Pick<Store, 'deleteWorkspace'>,
  deliveries: Pick<Deliveries, 'leaveOpen'>,
): Middleware<SlackEventMiddlewareArgs<'app_uninstalled'>> {
  return async ({ body: { team_id: teamId }, client, logger }) => {
    try {
      if (!(await isRemoved(client))) return logger.warn(describeOldNotice(teamId))
      await store.deleteWorkspace(teamId)
      logger.info(describeDeletion(teamId))
    } catch (error) {
      logger[deliveries.leaveOpen() ? 'debug' : 'error'](describeFailedRemoval(teamId, error))
    }
  }
}

/** @throws if Slack does not say */
async function isRemoved(client: AllMiddlewareArgs['client']): Promise<boolean> {
  try {
    await client.auth.test()
    return false
  } catch (error) {
    if (isOfRemovedApp(error)) return true
    throw error
  }
}
