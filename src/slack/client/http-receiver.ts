import type { ServerResponse } from 'node:http'
import { type App, HTTPReceiver, type Logger, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { rateWarning } from './rate-warning.ts'

export interface HttpReceiverOptions {
  readonly signingSecret: string
  readonly logger: Logger
}

/**
 * Bolt's receiver of what Slack posts, with `/health` for supervisors. It also takes Slack's notice `app_rate_limited`,
 * which is no event: Bolt does not know it, and would let it time out.
 */
export function createHttpReceiver({ signingSecret, logger }: HttpReceiverOptions): Receiver {
  const customRoutes = [
    {
      path: '/health',
      method: 'GET',
      handler: (_: unknown, response: ServerResponse) => void response.end('ok\n'),
    },
  ]
  const receiver = new HTTPReceiver({ signingSecret, logger, logLevel: logger.getLevel(), customRoutes })
  const init = receiver.init.bind(receiver)
  receiver.init = (app: App) => init(withRateNotice(app, logger))
  return receiver
}

/** The app as the receiver uses it: it takes events, and the notice. */
function withRateNotice(app: App, logger: Logger): App {
  const processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'app_rate_limited') return app.processEvent(event)
    logger.warn(rateWarning)
    await event.ack()
  }
  return Object.assign(Object.create(app) as App, { processEvent })
}
