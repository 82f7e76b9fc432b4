import type { App, Logger, ReceiverEvent } from '@slack/bolt'
import type { Requests } from '../../operations/requests.ts'
import { describeFailure } from './failure.ts'
import { surfaceOf } from './surface.ts'

/** What a receiver hands its requests to. */
export interface Acknowledging {
  /** Resolves when all is done that came of it. Never rejects. */
  processEvent(event: ReceiverEvent): Promise<void>
}

export interface AcknowledgingParts {
  readonly logger: Pick<Logger, 'warn'>
  /** Hears of each from its arrival to its end. */
  readonly requests: Pick<Requests, 'run'>
}

/**
 * The app as receivers use it: whatever Slack sends is acknowledged once, before anything else is done about it. Only the
 * listener of a modal's submission acknowledges that itself, since Slack waits for what is wrong with its inputs, and
 * what a person has put in is lost once it is acknowledged: if saving fails, it is not, and Slack keeps the modal open.
 */
export function acknowledging(
  app: Pick<App, 'processEvent'>,
  { logger, requests }: AcknowledgingParts,
): Acknowledging {
  return {
    processEvent: (event) => requests.run(surfaceOf(event.body), () => process(event)),
  }

  async function process(event: ReceiverEvent): Promise<void> {
    const { body } = event
    let isDone = false
    const ack: ReceiverEvent['ack'] = async (response) => {
      if (isDone) return
      isDone = true
      await event.ack(response)
    }
    try {
      if (body.type === 'app_rate_limited') {
        logger.warn(rateWarning)
        await ack()
        return
      }
      // Slack waits for what is wrong with the inputs.
      if (body.type !== 'view_submission') await ack()
      await app.processEvent({ ...event, ack })
    } catch (error) {
      logger.warn(`A request from Slack could not be read: ${describeFailure(error)}`)
      await ack().catch(() => {})
    }
  }
}

/** What the log says of Slack's notice that it drops events. */
const rateWarning = 'Slack drops events for a minute: more than 30,000 came within an hour.'
