import type { Receiver, webApi } from '@slack/bolt'
import { type BotParts, clientOptionsFor, createBot } from './bot.ts'
import type { RemoteConnection } from './config.ts'
import { describeFailure, refusalOf } from './slack/client/failure.ts'
import { createHttpReceiver } from './slack/client/http-receiver.ts'
import { createSocketReceiver } from './slack/client/socket-receiver.ts'
import { aborted, createWork } from './slack/client/work.ts'

export interface Parts extends Omit<BotParts, 'token' | 'identity' | 'receiver' | 'work'> {
  readonly connection: RemoteConnection
  /** On which Slack's requests are awaited, if it posts them. */
  readonly port: number
  /** The address to listen on then. Default: this machine's own, which only a proxy on it can reach. */
  readonly host?: string
  /** Slack is gone for good: called once, with the reason as one line. */
  readonly onLost: (reason: string) => void
}

export interface Hallway {
  /**
   * Resolves once Slack's events can arrive.
   * @throws {ConnectionFailure}
   * @throws if the port cannot be listened on
   */
  start(): Promise<void>
  /** Looks at once for daily tips that are due, instead of within seconds: for a clock that was set on purpose. */
  lookForTips(): Promise<void>
  /** Begins no further tip, answers what has arrived, for at most eight seconds, then disconnects. */
  stop(): Promise<void>
}

/** Slack could not be reached or refused us; the message is one line that names the variable to look at. */
export class ConnectionFailure extends Error {
  readonly code = 'connection_failure'
}

/** How long stopping waits for what is being answered, in milliseconds. */
export const drainMs = 8_000

/** The whole program: a receiver, a bot that answers what comes in by it, and how they start and stop. */
export function createApp(parts: Parts): Hallway {
  const { connection } = parts
  const receiver = createReceiver(parts, clientOptionsFor(parts.slackApiUrl))
  const work = createWork()
  const { app, scheduler } = createBot({ ...parts, token: connection.botToken, receiver, work })

  return {
    async start() {
      await app.init().catch((error) => fail('SLACK_BOT_TOKEN', error))
      if (connection.kind === 'http') await app.start(parts.port)
      else await app.start().catch((error) => fail('SLACK_APP_TOKEN', error))
      scheduler.start()
    },
    lookForTips: () => scheduler.look(),
    async stop() {
      const deadline = AbortSignal.timeout(drainMs)
      await Promise.race([Promise.all([scheduler.stop(), work.done(deadline)]), aborted(deadline)])
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
    return createHttpReceiver({
      signingSecret,
      host: parts.host ?? '127.0.0.1',
      logger: log,
      now: Date.now,
    })
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
