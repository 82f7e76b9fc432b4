import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Json } from '../records.ts'

/** How long Slack waits, and when it tries again. */
export interface Timing {
  /** For an acknowledgement. Slack: 3,000 ms. */
  readonly ackMillis: number
  /** For a modal after the trigger that opens it. Slack: 3,000 ms. */
  readonly triggerMillis: number
  /** Waits before the first, second, … redelivery of an event that was not acknowledged. Slack: at once, 1 min, 5 min. */
  readonly retryMillis: readonly number[]
}

export const slackTiming: Timing = {
  ackMillis: 3_000,
  triggerMillis: 3_000,
  retryMillis: [0, 60_000, 300_000],
}

type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands'

/** What became of a command or interaction: the app's acknowledgement with its payload, or none in time. */
export type Acknowledgement =
  | { readonly kind: 'acknowledged'; readonly payload: Json }
  | { readonly kind: 'missing' }

interface Envelope {
  readonly id: string
  readonly type: EnvelopeType
  readonly payload: Json
  readonly settle: (acknowledgement: Acknowledgement) => void
  /** Deliveries made or given up so far. */
  attempt: number
  retryReason: string
  socket: WebSocket | undefined
  timer: NodeJS.Timeout | undefined
}

/** What is on its way to the app: each envelope until it is acknowledged or given up. */
export interface Envelopes {
  /** Hands an envelope to one of the connections, or to the next one to come. */
  deliver(type: EnvelopeType, payload: Json): Promise<Acknowledgement>
  /** Takes what the app sent: perhaps an acknowledgement. */
  received(data: string): void
  /** Delivers again, or elsewhere, what went to a connection that has ended. */
  lost(socket: WebSocket): void
  /** Sends what waited for a connection. */
  sendWaiting(): void
  /** How many are neither acknowledged nor given up. */
  pending(): number
  giveUpAll(): void
}

/**
 * An event that is not acknowledged in time, or whose connection ends, is delivered again with `retry_attempt` and `retry_reason`;
 * a command or interaction is not, save to another connection within its time.
 * @param nextSocket the open connection whose turn it is
 */
export function createEnvelopes(
  timing: Timing,
  nextSocket: () => WebSocket | undefined,
  onSettled: () => void,
): Envelopes {
  const envelopes = new Map<string, Envelope>()
  const waiting = new Set<Envelope>()

  function send(envelope: Envelope): void {
    const socket = nextSocket()
    if (!socket) {
      waiting.add(envelope)
      return
    }
    waiting.delete(envelope)
    envelope.socket = socket
    socket.send(JSON.stringify(asSent(envelope)))
    if (envelope.type === 'events_api') {
      clearTimeout(envelope.timer)
      envelope.timer = setTimeout(() => retry(envelope, 'timeout'), timing.ackMillis)
    }
  }

  function retry(envelope: Envelope, reason: string): void {
    clearTimeout(envelope.timer)
    const wait = timing.retryMillis[envelope.attempt]
    if (wait === undefined) {
      finish(envelope, { kind: 'missing' })
      return
    }
    envelope.attempt += 1
    envelope.retryReason = reason
    envelope.socket = undefined
    envelope.timer = setTimeout(() => send(envelope), wait)
  }

  function finish(envelope: Envelope, acknowledgement: Acknowledgement): void {
    clearTimeout(envelope.timer)
    envelopes.delete(envelope.id)
    waiting.delete(envelope)
    envelope.settle(acknowledgement)
    onSettled()
  }

  return {
    deliver(type, payload) {
      return new Promise((settle) => {
        const id = randomUUID()
        const fresh = { attempt: 0, retryReason: '', socket: undefined, timer: undefined }
        const envelope: Envelope = { id, type, payload, settle, ...fresh }
        envelopes.set(id, envelope)
        if (type !== 'events_api')
          envelope.timer = setTimeout(() => finish(envelope, { kind: 'missing' }), timing.ackMillis)
        send(envelope)
      })
    },
    received(data) {
      const ack = parseAck(data)
      const envelope = ack && envelopes.get(ack.envelope_id)
      if (envelope) finish(envelope, { kind: 'acknowledged', payload: ack.payload ?? {} })
    },
    lost(socket) {
      for (const envelope of envelopes.values()) {
        if (envelope.socket !== socket) continue
        if (envelope.type === 'events_api') retry(envelope, 'connection_failed')
        else send(envelope)
      }
    },
    sendWaiting() {
      for (const envelope of [...waiting]) send(envelope)
    },
    pending: () => envelopes.size,
    giveUpAll() {
      for (const envelope of [...envelopes.values()]) finish(envelope, { kind: 'missing' })
    },
  }
}

function asSent({ id, type, payload, attempt, retryReason }: Envelope): Json {
  const isEvent = type === 'events_api'
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: !isEvent,
    ...(isEvent && { retry_attempt: attempt, retry_reason: retryReason }),
  }
}

const ackSchema = z.object({
  envelope_id: z.string(),
  payload: z.looseObject({}).optional().catch(undefined),
})

function parseAck(data: string): z.infer<typeof ackSchema> | undefined {
  try {
    return ackSchema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}
