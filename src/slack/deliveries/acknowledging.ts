import type { App, Logger, ReceiverEvent } from '@slack/bolt'
import type { Requests } from '../../operations/noted-requests.ts'
import { StoreError } from '../../store/store-error.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { describeFailure } from '../client/slack-failure.ts'
import { surfaceOf } from '../client/surface-of-payload.ts'
import type { Deliveries } from './deliveries.ts'
import { withTeam } from './with-team.ts'
import type { Work } from './work-in-flight.ts'

/** What a receiver hands its requests to. */
export interface Acknowledging {
  /** Resolves when the event has been handled. Never rejects. */
  processEvent(event: ReceiverEvent): Promise<void>
}

export interface AcknowledgingParts {
  readonly logger: Pick<Logger, 'warn'>
  /** Notes each event from its arrival to its end. */
  readonly requests: Pick<Requests, 'run' | 'note'>
  /** Lets each delivery through once, and keeps its question until it is answered. */
  readonly deliveries: Pick<Deliveries, 'take'>
  readonly work: Pick<Work, 'count'>
}

/** When an event is acknowledged at the latest, in milliseconds: Slack waits for three seconds. */
const maxWaitMs = 2_000

/**
 * The app as receivers use it. It acknowledges each delivery once:
 * - as soon as it is written down. Slack does not deliver again what was acknowledged, so it must outlive this process;
 * - if the store cannot keep it, when it is answered, or when Slack would wait no longer;
 * - at once if it was delivered before. Then nothing else is done, and Slack stops.
 *
 * A modal's submission is acknowledged by its listener alone. Slack waits to hear what is wrong with the inputs, and closes the
 * modal once it is acknowledged. If saving fails, it is not acknowledged, so that what the person has put in is not lost.
 */
export function acknowledging(
  app: Pick<App, 'processEvent'>,
  { logger, requests, deliveries, work }: AcknowledgingParts,
): Acknowledging {
  return {
    processEvent(delivered) {
      const event = { ...delivered, body: withTeam(withoutNulls(delivered.body)) }
      return work.count(() => requests.run(surfaceOf(event.body), () => process(event)))
    },
  }

  /** The connection has ended meanwhile. Slack delivers the event again; here it is answered all the same. */
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
      // Nobody knows what became of a modal's first delivery. Without an acknowledgement it stays open, with all that was put in.
      if (!isModal && (taken === undefined || taken.isSafe)) await ack().catch(unheard)
      if (taken === undefined) return requests.note('repeated')
      await taken.answer(() => app.processEvent({ ...event, ack: isModal ? ack : async () => {} }))
      if (!isModal) await ack().catch(unheard)
    } catch (error) {
      logger.warn(`A request from Slack could not be read: ${describeFailure(error)}`)
      // While the store fails, it may not be known whose event it is: then Slack is to deliver it again.
      if (!(error instanceof StoreError)) await ack().catch(() => {})
    } finally {
      clearTimeout(tooLate)
    }
  }
}

/** Logged when Slack says that it drops events. */
const rateWarning = 'Slack drops events for a minute: more than 30,000 came within an hour.'

type Fields = Readonly<Record<string, unknown>>

/**
 * The body without fields that are `null`, at its top and one level below, where all that matters stands. Slack leaves some
 * fields out and sets others to `null`: whoever reads the body need not tell the two apart.
 */
export function withoutNulls(body: Fields): Fields {
  let said = withoutOwnNulls(body)
  for (const [name, value] of Object.entries(said)) {
    const part = isJsonObject(value) ? withoutOwnNulls(value) : value
    if (part !== value) said = { ...said, [name]: part }
  }
  return said
}

/** The same object if no field is `null`, as in most. */
function withoutOwnNulls(fields: Fields): Fields {
  if (!Object.values(fields).includes(null)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
