import { WebClient } from '@slack/web-api'
import { WebSocket } from 'ws'
import type { Json } from '../../src/workspace/records.ts'
import {
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/server/open-workspace.ts'

/** A manifest with a bit of all that the workspace acts upon. */
export const manifest = {
  _metadata: { major_version: 2 },
  display_information: { name: 'Parrot', description: 'Says things again' },
  features: {
    bot_user: { display_name: 'Parrot' },
    slash_commands: [
      { command: '/parrot', description: 'Says it again', usage_hint: '[words]' },
      { command: '/whom', description: 'Names people', usage_hint: '@person', should_escape: true },
    ],
    agent_view: {
      agent_description: 'Says it again',
      suggested_prompts: [{ title: 'Say hello', message: 'hello' }],
    },
  },
  oauth_config: {
    scopes: {
      bot: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history', 'users:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'app_mention', 'message.im'],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

/** Slack's times, shortened so that nobody waits: for tests in which nobody answers. */
export const quick = { ackMillis: 60, retryMillis: [0, 20, 40] }

/** For tests in which somebody answers, on a machine that may be busy. */
export const patient = { ackMillis: 60_000, triggerMillis: 60_000 }

export interface Envelope {
  readonly envelope_id: string
  readonly type: string
  readonly payload: Json & { readonly event: Json }
  readonly accepts_response_payload: boolean
  readonly retry_attempt?: number
  readonly retry_reason?: string
}

/** A bare connection: keeps what it hears, and acknowledges only when told to. */
export interface Connection {
  readonly hello: Json
  readonly envelopes: readonly Envelope[]
  readonly others: readonly Json[]
  /** The first envelope that fits, once it is there. */
  next(fits: (envelope: Envelope) => boolean): Promise<Envelope>
  ack(envelope: Envelope, payload?: Json): void
  /** Acknowledges everything from now on, with what `answer` gives. */
  answerAll(answer?: (envelope: Envelope) => Json | undefined): void
  close(): void
}

export interface Peer {
  readonly workspace: Workspace
  readonly web: WebClient
  connect(): Promise<Connection>
  close(): Promise<void>
}

export async function openPeer(options: Partial<WorkspaceOptions> = {}): Promise<Peer> {
  const workspace = await openWorkspace({ port: 0, manifest, timing: patient, ...options })
  const connections: Connection[] = []
  return {
    workspace,
    web: new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } }),
    async connect() {
      const opener = new WebClient(workspace.appToken, { slackApiUrl: workspace.apiUrl })
      const { url } = await opener.apps.connections.open({})
      const connection = await connectTo(url ?? '')
      connections.push(connection)
      return connection
    },
    async close() {
      for (const connection of connections) connection.close()
      await workspace.close()
    },
  }
}

export async function connectTo(url: string): Promise<Connection> {
  const socket = new WebSocket(url)
  const envelopes: Envelope[] = []
  const others: Json[] = []
  const waiters = new Set<() => void>()
  let answer: ((envelope: Envelope) => Json | undefined) | undefined
  let greet: (hello: Json) => void = () => undefined
  const hello = new Promise<Json>((resolve, reject) => {
    greet = resolve
    socket.on('error', reject)
  })
  const ack = (envelope: Envelope, payload?: Json) =>
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }))
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    if (message.type === 'hello') greet(message)
    else if (message.envelope_id) {
      envelopes.push(message)
      if (answer) ack(message, answer(message))
    } else others.push(message)
    for (const check of [...waiters]) check()
  })
  return {
    hello: await hello,
    envelopes,
    others,
    next(fits) {
      return new Promise((resolve) => {
        const check = () => {
          const found = envelopes.find(fits)
          if (!found) return
          waiters.delete(check)
          resolve(found)
        }
        waiters.add(check)
        check()
      })
    },
    ack,
    answerAll(next = () => undefined) {
      answer = next
    },
    close: () => socket.terminate(),
  }
}

/** Whether an envelope holds the event of this type. */
export function isEvent(type: string) {
  return (envelope: Envelope) => envelope.type === 'events_api' && envelope.payload.event.type === type
}

/** The error of a call that Slack refuses, with what it says about it. */
export async function refused(call: Promise<unknown>): Promise<Json> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'data' in error) return error.data as Json
    throw error
  }
  throw new Error('The call was not refused.')
}
