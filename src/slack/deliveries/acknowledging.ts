import type { App, Logger, ReceiverEvent } from '@slack/bolt'
import type { Requests } from '../../operations/noted-requests.ts'
import { StoreError } from '../../store/store-error.ts'
import { describeFailure } from '../client/slack-failure.ts'
import { surfaceOf } from '../client/surface-of-payload.ts'
import type { Deliveries } from './deliveries.ts'
import type { Work } from './work-in-flight.ts'

/** What a receiver hands its requests to. */
export interface Acknowledging {
  /** Resolves when all is done that came of it. Never rejects. */
  processEvent(event: ReceiverEvent): Promise<void>
}

export interface AcknowledgingParts {
  readonly logger: Pick<Logger, 'warn'>
  /** Hears of each from its arrival to its end. */
  readonly requests: Pick<Requests, 'run' | 'note'>
  /** Lets each delivery through once, and keeps what it asks until it is answered. */
  readonly deliveries: Pick<Deliveries, 'take'>
  readonly work: Pick<Work, 'count'>
}

/**
 * Slack is kept waiting no longer for what it delivers to be written down, or to be answered if it cannot be, in
 * milliseconds; it waits for three seconds.
 */
const maxWaitMs = 2_000

/**
 * The app as receivers use it. Whatever Slack sends is acknowledged once, as soon as it is written down: Slack delivers no more
 * what it knows to have arrived, so it must outlive this process. What the store cannot keep is acknowledged when it is
 * answered, as long as Slack waits. What comes again is acknowledged, so that Slack stops, and nothing else. Only the listener
 * of a modal's submission acknowledges that itself, since Slack waits for what is wrong with its inputs, and what a person has
 * put in is lost once it is acknowledged: if saving fails, it is not, and Slack keeps the modal open.
 */
export function acknowledging(
  app: Pick<App, 'processEvent'>,
  { logger, requests, deliveries, work }: AcknowledgingParts,
): Acknowledging {
  return {
    processEvent(delivered) {
      const event = { ...delivered, body: withoutNulls(delivered.body) }
      return work.count(() => requests.run(surfaceOf(event.body), () => process(event)))
    },
  }

  /** The connection has ended meanwhile. Slack delivers it again, and what was taken on is answered all the same. */
  function unheard(error: unknown): void {
    logger.warn(`Slack has not heard that a request arrived: ${describeFailure(error)}`)
  }

  async function process(event: ReceiverEvent): Promise<void> {
    const { body } = event
    const isModal = body.type === 'view_submission'
    let isDone = false
    const ack: ReceiverEvent['ack'] = async (response) => {
      if (isDone) return
      isDone = true
      await event.ack(response)
    }
    const tooLate = isModal ? undefined : setTimeout(() => ack().catch(() => {}), maxWaitMs)
    try {
      if (body.type === 'app_rate_limited') {
        logger.warn(rateWarning)
        await ack()
        return
      }
      const taken = await deliveries.take(body)
      // Of a modal nobody knows what became of the first: if it is not acknowledged, it stays open, with all that was put in.
      if (!isModal && (taken === undefined || taken.isSafe)) await ack().catch(unheard)
      if (taken === undefined) return requests.note('repeated')
      await taken.answer(() => app.processEvent({ ...event, ack: isModal ? ack : async () => {} }))
      if (!isModal) await ack().catch(unheard)
    } catch (error) {
      logger.warn(`A request from Slack could not be read: ${describeFailure(error)}`)
      // While the store fails, nobody may know whose it is: then Slack is to deliver it again.
      if (!(error instanceof StoreError)) await ack().catch(() => {})
    } finally {
      clearTimeout(tooLate)
    }
  }
}

/** What the log says of Slack's notice that it drops events. */
const rateWarning = 'Slack drops events for a minute: more than 30,000 came within an hour.'

type Fields = Readonly<Record<string, unknown>>

/**
 * What Slack delivers, without what it says is `null`, at its top and one level below, where all that a request is about stands. Of
 * one thing Slack may say nothing, and of another that it is nothing: to who reads it both are absent.
 */
export function withoutNulls(body: Fields): Fields {
  let said = withoutOwnNulls(body)
  for (const [name, value] of Object.entries(said)) {
    const part = isFields(value) ? withoutOwnNulls(value) : value
    if (part !== value) said = { ...said, [name]: part }
  }
  return said
}

/** The same object if it says nothing of the kind, as most do. */
function withoutOwnNulls(fields: Fields): Fields {
  if (!Object.values(fields).includes(null)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
