import { App, type Logger, type Receiver, type webApi } from '@slack/bolt'
import { type Answers, withClock } from './answers/answers.ts'
import type { RemoteConnection } from './config.ts'
import type { NotesUrl } from './slack/blocks/notes-url.ts'
import { createCarefulFetch } from './slack/client/careful-fetch.ts'
import { describeFailure, refusalOf } from './slack/client/failure.ts'
import { createHttpReceiver } from './slack/client/http-receiver.ts'
import { createSocketReceiver } from './slack/client/socket-receiver.ts'
import { createTipSenders } from './slack/client/tip-sender.ts'
import { aborted, createWork } from './slack/client/work.ts'
import { createStoreDeliveries } from './slack/listeners/deliveries.ts'
import { registerListeners } from './slack/listeners.ts'
import type { Store } from './store/store.ts'
import type { Clock } from './tips/clock.ts'
import { createDailyTips } from './tips/daily-tips.ts'

export interface Parts {
  readonly connection: RemoteConnection
  readonly slackApiUrl: string | undefined
  /** On which Slack's requests are awaited, if it posts them. */
  readonly port: number
  /** The address to listen on then. Default: this machine's own, which only a proxy on it can reach. */
  readonly host?: string
  /** Those of the notes as they are served now. */
  readonly answers: () => Answers
  /** Stays open until Hallway has stopped. */
  readonly store: Store
  readonly clock: Clock
  /** IANA name of the time zone of those who ask, as far as one can be named. Default: UTC. */
  readonly zone?: string
  /** Where the notes can be read, if anywhere. */
  readonly notesUrl?: NotesUrl | undefined
  /** How late a daily tip may come before its day is skipped. */
  readonly tipGraceMs: number
  readonly log: Logger
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

const drainMs = 8_000

/** The whole program: a receiver, an app with its listeners, and how they start and stop. */
export function createApp(parts: Parts): Hallway {
  const { connection, slackApiUrl, answers, store, clock, notesUrl, log } = parts
  const now = () => clock.now()
  const send = createCarefulFetch(fetch, slackApiUrl ?? 'https://slack.com/api/')
  // The library writes into the options that it is given: each part gets its own.
  const clientOptions = (): webApi.WebClientOptions => ({
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: 30_000,
    retryConfig: { retries: 3 },
    fetch: send,
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
  const { desk, scheduler } = createDailyTips({
    ...createTipSenders({ token: connection.botToken, slackApiUrl, notesUrl, log, now }),
    store,
    corpus: () => answers().corpus,
    clock,
    log,
    policy: { graceMs: parts.tipGraceMs },
  })
  const deliveries = createStoreDeliveries({ store, now, log })
  const asked = () => withClock(answers(), () => ({ at: now(), zone: parts.zone ?? 'UTC' }))
  registerListeners(app, { answers: asked, deliveries, desk, store, notesUrl, now, send })

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
