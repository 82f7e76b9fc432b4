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

export interface SocketMode {
  connected(socket: WebSocket): void
  /** Hands an envelope to one of the connections, or to the next one to come. */
  deliver(type: EnvelopeType, payload: Json): Promise<Acknowledgement>
  /** Tells every connection to make a new one, as Slack does about once an hour. */
  refresh(reason: 'warning' | 'refresh_requested'): void
  /** Cuts every connection without a word. */
  drop(): void
  /** Envelopes that are not yet acknowledged nor given up. */
  pending(): number
  /** Gives up what is pending and ends every connection, politely if the other side answers. */
  close(): Promise<void>
}

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

/**
 * The server's side of Socket Mode. Each envelope goes to one connection, in turn. An event that is not acknowledged in
 * time, or whose connection ends, is delivered again with `retry_attempt` and `retry_reason`; a command or interaction
 * is not, save to another connection within its time.
 */
export function createSocketMode(
  appId: string,
  timing: Timing,
  happened: { connections(count: number): void; settled(): void },
): SocketMode {
  const sockets: WebSocket[] = []
  const envelopes = new Map<string, Envelope>()
  const waiting = new Set<Envelope>()
  let turn = 0

  function send(envelope: Envelope): void {
    const open = sockets.filter((socket) => socket.readyState === socket.OPEN)
    const socket = open[turn++ % open.length]
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
    happened.settled()
  }

  function received(data: string): void {
    const ack = parseAck(data)
    const envelope = ack && envelopes.get(ack.envelope_id)
    if (envelope) finish(envelope, { kind: 'acknowledged', payload: ack.payload ?? {} })
  }

  function disconnected(socket: WebSocket): void {
    const index = sockets.indexOf(socket)
    if (index < 0) return
    sockets.splice(index, 1)
    happened.connections(sockets.length)
    for (const envelope of envelopes.values()) {
      if (envelope.socket !== socket) continue
      if (envelope.type === 'events_api') retry(envelope, 'connection_failed')
      else send(envelope)
    }
  }

  return {
    connected(socket) {
      sockets.push(socket)
      socket.on('message', (data) => received(String(data)))
      socket.on('close', () => disconnected(socket))
      socket.on('error', () => socket.terminate())
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: sockets.length,
          debug_info: { host: 'local-workspace', approximate_connection_time: 3600 },
          connection_info: { app_id: appId },
        }),
      )
      happened.connections(sockets.length)
      for (const envelope of [...waiting]) send(envelope)
    },
    deliver(type, payload) {
      return new Promise((settle) => {
        const envelope: Envelope = {
          id: randomUUID(),
          type,
          payload,
          settle,
          attempt: 0,
          retryReason: '',
          socket: undefined,
          timer: undefined,
        }
        envelopes.set(envelope.id, envelope)
        if (type !== 'events_api')
          envelope.timer = setTimeout(() => finish(envelope, { kind: 'missing' }), timing.ackMillis)
        send(envelope)
      })
    },
    refresh(reason) {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local-workspace' } }))
    },
    drop() {
      for (const socket of [...sockets]) socket.terminate()
    },
    pending: () => envelopes.size,
    async close() {
      for (const envelope of [...envelopes.values()]) finish(envelope, { kind: 'missing' })
      const closing = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of sockets) socket.close(1001)
      const late = setTimeout(() => {
        for (const socket of sockets) socket.terminate()
      }, closeMillis)
      await Promise.all(closing)
      clearTimeout(late)
    },
  }
}

/** How long a connection may take to say goodbye. */
const closeMillis = 300

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
