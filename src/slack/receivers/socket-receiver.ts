import { setTimeout as sleep } from 'node:timers/promises'
import { type App, type Logger, LogLevel, SocketModeReceiver, type webApi } from '@slack/bolt'
import { z } from 'zod'
import { parseJson } from '../../text/parse-json.ts'
import { describeFailure, refusalOf } from '../client/slack-failure.ts'
import { type AcknowledgingParts, acknowledging } from '../deliveries/acknowledging.ts'
import type { SlackReceiver } from './slack-receiver.ts'

interface SocketReceiverOptions extends Omit<AcknowledgingParts, 'logger'> {
  readonly appToken: string
  readonly clientOptions: webApi.WebClientOptions
  readonly logger: Logger
  /** Slack refuses to connect again, e.g. because the token was revoked: called once, with the reason. */
  readonly onLost: (error: unknown) => void
  /** How long Slack may take to greet, in milliseconds. Default: 30 seconds. */
  readonly greetingMs?: number
}

/** Slack's Socket Mode client, which the package does not name among its exports. */
type Client = SocketModeReceiver['client']

/**
 * Bolt's Socket Mode receiver, but with our own reconnecting: the library's waits five seconds after each of Slack's
 * planned disconnects, and an error while it reconnects is an unhandled rejection that ends the process, or, if
 * something catches it, leaves the process deaf.
 */
export function createSocketReceiver(options: SocketReceiverOptions): SlackReceiver {
  const { appToken, clientOptions, logger, onLost } = options
  const receiver = new SocketModeReceiver({
    appToken,
    // The client also throws what it logs as an error: once is enough.
    logger: { ...logger, error: logger.debug },
    logLevel: logger.getLevel() ?? LogLevel.INFO,
    autoReconnectEnabled: false,
    // `keepOpen` tries again, and logs each attempt.
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { retries: 0 } } },
  })
  const { client } = receiver
  const stopping = new AbortController()
  handOnEnvelopes(client, logger)
  endWithoutGreeting(client, options.greetingMs ?? 30_000)
  let isGreeted = false
  // By Slack's `hello`, after which it sends what people do.
  client.on('connected', () => {
    isGreeted = true
  })
  client.on('disconnected', () => {
    isGreeted = false
  })
  return {
    init: (app: App) => receiver.init(Object.assign(Object.create(app) as App, acknowledging(app, options))),
    async start() {
      await client.start().catch(throwReason)
      keepOpen(client, { logger, onLost, signal: stopping.signal })
    },
    isReceiving: () => isGreeted,
    async stop() {
      stopping.abort()
      await client.disconnect()
    },
  }
}

/** The longest wait before another attempt. Half of each wait is random, so that replicas do not come back all at once. */
const maxWaitMs = 30_000

/** After a connection that lasted this long, the next attempt comes at once. */
const steadyMs = 10_000

function keepOpen(
  client: Client,
  { logger, onLost, signal }: { logger: Logger; onLost: (error: unknown) => void; signal: AbortSignal },
) {
  let failures = 0
  let since = Date.now()
  let reconnecting = false

  client.on('disconnected', () => {
    if (reconnecting || signal.aborted) return
    reconnecting = true
    if (Date.now() - since > steadyMs) failures = 0
    reconnect().then(
      () => {
        reconnecting = false
      },
      (error) => {
        if (!signal.aborted) onLost(error)
      },
    )
  })

  /** Resolves with a new connection; rejects if Slack refuses one, or on stopping. */
  async function reconnect(): Promise<void> {
    for (;;) {
      const wait = failures === 0 ? 0 : Math.min(maxWaitMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
      failures += 1
      await sleep(wait, undefined, { signal })
      try {
        await client.start().catch(throwReason)
        since = Date.now()
        if (signal.aborted) await client.disconnect()
        return
      } catch (error) {
        if (refusalOf(error) !== undefined) throw error
        logger.warn(`No connection to Slack, trying again: ${describeFailure(error)}`)
      }
    }
  }
}

/** The client gives no reason if a connection ends before Slack's greeting. */
function throwReason(error: unknown): never {
  throw error ?? 'the connection was closed before Slack greeted'
}

/** Ends a connection on which Slack does not greet, since something in between keeps it open: the client would wait for ever. */
function endWithoutGreeting(client: Client, greetingMs: number): void {
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    // The first call asks the other side to close; the second one does not wait for that.
    client.disconnect().catch(() => {})
    timer = setTimeout(end, 2_000)
  }
  client.on('connecting', () => {
    clearTimeout(timer)
    timer = setTimeout(end, greetingMs)
  })
  for (const over of ['connected', 'disconnected']) client.on(over, () => clearTimeout(timer))
}

/** What Slack delivers by the socket. */
const envelope = z.object({
  envelope_id: z.string(),
  type: z.string(),
  payload: z.looseObject({}),
  retry_attempt: z.number().optional().catch(undefined),
  retry_reason: z.string().optional().catch(undefined),
  accepts_response_payload: z.boolean().optional().catch(undefined),
})

/** What Slack says of the connection itself. */
const ofConnection = z.object({ type: z.enum(['hello', 'disconnect']) })

/**
 * Hands envelopes to the receiver instead of the client. The client emits each one under the name of its type and of its event:
 * one that is called `disconnected` would be taken for the end of the connection. It also rejects what has no `event`, without
 * anybody to handle that: `app_rate_limited`, by which Slack says that it drops events for a minute, is one.
 */
function handOnEnvelopes(client: Client, logger: Logger): void {
  const [read] = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const message = typeof data === 'string' ? parseJson(data) : undefined
    if (ofConnection.safeParse(message).success) return read?.(data, isBinary)
    const found = envelope.safeParse(message).data
    if (found === undefined) return logger.warn('A message from Slack could not be read: it is no envelope.')
    const { envelope_id, payload, retry_attempt, retry_reason, ...rest } = found
    const ack = (response?: unknown) => acknowledge(client, envelope_id, response)
    const event = { ...rest, envelope_id, body: payload, retry_num: retry_attempt, retry_reason, ack }
    client.emit('slack_event', event)
  })
}

/** @throws if the connection has ended, or if it cannot be sent */
async function acknowledge(
  { websocket }: Client,
  envelope_id: string,
  response: unknown = {},
): Promise<void> {
  if (!websocket?.isActive()) throw new Error('the connection has ended')
  const payload = typeof response === 'string' ? { text: response } : response
  const sent = Promise.withResolvers<void>()
  websocket.send(JSON.stringify({ envelope_id, payload }), (error) =>
    error ? sent.reject(error) : sent.resolve(),
  )
  return sent.promise
}
