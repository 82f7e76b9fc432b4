import type { ServerResponse } from 'node:http'
import { App, HTTPReceiver, type Logger, type Receiver, type webApi } from '@slack/bolt'
import type { Answers } from './answers/answers.ts'
import type { RemoteConnection } from './config.ts'
import type { Deliveries } from './slack/deliveries.ts'
import { describeFailure, refusalOf } from './slack/failure.ts'
import { registerListeners } from './slack/listeners.ts'
import { createSocketReceiver } from './slack/socket-receiver.ts'
import { aborted, createWork } from './slack/work.ts'

export interface Parts {
  readonly connection: RemoteConnection
  readonly slackApiUrl: string | undefined
  /** On which Slack's requests are awaited, if it posts them. */
  readonly port: number
  readonly answers: Answers
  readonly deliveries: Deliveries
  readonly log: Logger
  /** Slack is gone for good: called once, with the reason as one line. */
  readonly onLost: (reason: string) => void
}

export interface Hallway {
  /**
   * Resolves once Slack's events can arrive.
   * @throws {ConnectionFailure}
   * @throws where the port cannot be listened on
   */
  start(): Promise<void>
  /** Answers what has arrived, for at most ten seconds, then disconnects. */
  stop(): Promise<void>
}

/** Slack could not be reached or refused us; the message is one line that names the variable to look at. */
export class ConnectionFailure extends Error {
  readonly code = 'connection_failure'
}

const drainMs = 10_000

/** The whole program: a receiver, an app with its listeners, and how they start and stop. */
export function createApp(parts: Parts): Hallway {
  const { connection, answers, deliveries, log } = parts
  // The library writes into the options that it is given: each part gets its own.
  const clientOptions = (): webApi.WebClientOptions => ({
    ...(parts.slackApiUrl !== undefined && { slackApiUrl: parts.slackApiUrl }),
    timeout: 10_000,
    retryConfig: { retries: 3 },
  })
  const receiver = createReceiver(parts, clientOptions())
  const app = new App({
    receiver,
    token: connection.botToken,
    clientOptions: clientOptions(),
    logger: log,
    logLevel: log.getLevel(),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  })
  const work = createWork()
  app.use(work.count)
  registerListeners(app, answers, deliveries)

  return {
    async start() {
      await app.init().catch((error) => fail('SLACK_BOT_TOKEN', error))
      if (connection.kind === 'http') await app.start(parts.port)
      else await app.start().catch((error) => fail('SLACK_APP_TOKEN', error))
    },
    async stop() {
      const deadline = AbortSignal.timeout(drainMs)
      await work.done(deadline)
      // What came in meanwhile is answered too; from here on nothing comes.
      await Promise.race([app.stop(), aborted(deadline)])
      await work.done(deadline)
    },
  }
}

function createReceiver(parts: Parts, clientOptions: webApi.WebClientOptions): Receiver {
  const { connection, log, onLost } = parts
  if (connection.kind === 'http') {
    const { signingSecret } = connection
    const customRoutes = [
      {
        path: '/health',
        method: 'GET',
        handler: (_: unknown, response: ServerResponse) => void response.end('ok\n'),
      },
    ]
    return new HTTPReceiver({ signingSecret, logger: log, logLevel: log.getLevel(), customRoutes })
  }
  const lost = (error: unknown) => onLost(connectionLine('SLACK_APP_TOKEN', error))
  return createSocketReceiver({ appToken: connection.appToken, clientOptions, logger: log, onLost: lost })
}

function fail(variable: string, error: unknown): never {
  throw new ConnectionFailure(connectionLine(variable, error), { cause: error })
}

function connectionLine(variable: string, error: unknown): string {
  const refusal = refusalOf(error)
  if (refusal === undefined) return `No connection to Slack: ${describeFailure(error)}.`
  const todo =
    refusal === 'missing_scope'
      ? 'Give the token the scope connections:write, or make a new one that has it'
      : 'Copy it again'
  return `Slack refuses ${variable} (${refusal}). ${todo}, in your app’s settings at https://api.slack.com/apps.`
}
