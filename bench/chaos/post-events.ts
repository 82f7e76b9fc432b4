import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'

export interface PostEventsOptions {
  readonly workspace: Workspace
  /** On which the bot listens. */
  readonly port: number
  readonly signingSecret: string
  /** Between the first, second and third repetition, in milliseconds. Slack: at once, a minute, five minutes. */
  readonly retryMs: readonly number[]
}

export interface PostedEvents {
  /** How many posts were repetitions. */
  readonly repeated: () => number
  /** Channels, and messages (`channel:ts`), of commands and events that were never acknowledged. */
  readonly givenUp: ReadonlySet<string>
  /** How many are being delivered, or will be again. */
  readonly underWay: () => number
  close(): void
}

interface Envelope {
  readonly envelope_id: string
  readonly type: 'events_api' | 'interactive' | 'slash_commands'
  readonly payload: Readonly<Record<string, unknown>>
}

/** Slack repeats what is not acknowledged within three seconds. */
const ackMs = 3_000

/**
 * Posts to the bot, as Slack does in HTTP mode, what happens in a workspace that itself knows sockets alone: signed, and
 * again with `X-Slack-Retry-Num` if it is not acknowledged. Commands and clicks are posted once.
 */
export async function postEvents(options: PostEventsOptions): Promise<PostedEvents> {
  const { workspace, port, signingSecret, retryMs } = options
  let repeated = 0
  let underWay = 0
  const givenUp = new Set<string>()
  const opened = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.appToken}` },
  })
  const { url } = (await opened.json()) as { readonly url: string }
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.once('open', resolve))
  socket.on('message', (data) => {
    const envelope = JSON.parse(String(data)) as Partial<Envelope>
    if (envelope.envelope_id === undefined) return
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
    underWay += 1
    void deliver(envelope as Envelope).finally(() => {
      underWay -= 1
    })
  })

  async function deliver({ type, payload }: Envelope): Promise<void> {
    const waits = type === 'events_api' ? retryMs : []
    let reason = await post({ type, payload })
    for (const [index, ms] of waits.entries()) {
      if (reason === undefined) return
      await wait(ms)
      repeated += 1
      reason = await post({ type, payload }, { number: index + 1, reason })
    }
    if (reason !== undefined) givenUp.add(placeOf(payload))
  }

  /** Resolves to why Slack would post it again; undefined if it was acknowledged. */
  async function post(
    { type, payload }: Omit<Envelope, 'envelope_id'>,
    retry?: { readonly number: number; readonly reason: string },
  ): Promise<string | undefined> {
    const isJson = type === 'events_api'
    const body = isJson ? JSON.stringify(payload) : formOf(type, payload)
    const timestamp = String(Math.floor(workspace.clock.now() / 1000))
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    try {
      const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...(retry && { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
        },
        body: Buffer.from(body),
        signal: AbortSignal.timeout(ackMs),
      })
      await response.arrayBuffer()
      return response.status === 200 ? undefined : 'http_error'
    } catch (error) {
      return error instanceof DOMException ? 'http_timeout' : 'connection_failed'
    }
  }

  return {
    repeated: () => repeated,
    givenUp,
    underWay: () => underWay,
    close: () => socket.terminate(),
  }
}

function placeOf({ event, channel_id }: Envelope['payload']): string {
  if (typeof event !== 'object' || event === null) return String(channel_id)
  const { channel, ts } = event as { readonly channel?: string; readonly ts?: string }
  return `${channel}:${ts}`
}

function formOf(type: Envelope['type'], payload: Envelope['payload']): string {
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) }
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
  return String(new URLSearchParams(texts))
}
