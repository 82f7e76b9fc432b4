import { setTimeout as sleep } from 'node:timers/promises'
import { App, type Logger, type webApi } from '@slack/bolt'
import type { Answers } from './answers/answers.ts'
import type { RemoteConnection } from './config.ts'
import type { Page } from './http/serve-pages.ts'
import { measureQueues } from './operations/metrics.ts'
import { countCalls, observeAnswers, observeStore } from './operations/observe.ts'
import { createOperations, type Operations } from './operations/operations.ts'
import type { Requests } from './operations/requests.ts'
import type { NotesUrl } from './slack/blocks/notes-url.ts'
import { createCarefulFetch } from './slack/client/careful-fetch.ts'
import { describeFailure, refusalOf } from './slack/client/failure.ts'
import { createHttpReceiver } from './slack/client/http-receiver.ts'
import type { SlackReceiver } from './slack/client/slack-receiver.ts'
import { createSocketReceiver } from './slack/client/socket-receiver.ts'
import { createTipSenders } from './slack/client/tip-sender.ts'
import { createTurns } from './slack/client/turns.ts'
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
  /** What else answers on that port then, by its path. */
  readonly pages?: ReadonlyMap<string, Page> | undefined
  /** How long Slack's requests are still taken after `stop`, in milliseconds, if it posts them. Default: 0. */
  readonly drainMs?: number
  /** Those of the notes as they are served now. */
  readonly answers: () => Answers
  /** Stays open until Hallway has stopped. */
  readonly store: Store
  readonly clock: Clock
  /** Where the notes can be read, if anywhere. */
  readonly notesUrl?: NotesUrl | undefined
  /** How late a daily tip may come before its day is skipped. */
  readonly tipGraceMs: number
  readonly log: Logger
  /** Hears what is done and how long it takes. */
  readonly operations?: Operations
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
  /** Whether Slack's events can arrive at this moment. */
  isReceiving(): boolean
  /** Drains, begins no further tip, answers what has arrived, for at most eight seconds, then disconnects. */
  stop(): Promise<void>
}

/** Slack could not be reached or refused us; the message is one line that names the variable to look at. */
export class ConnectionFailure extends Error {
  readonly code = 'connection_failure'
}

/** How long stopping waits for what is being answered. */
const maxAnswerMs = 8_000

/** The whole program: a receiver, an app with its listeners, and how they start and stop. */
export function createApp(parts: Parts): Hallway {
  const { connection, slackApiUrl, clock, notesUrl, log, operations = createOperations() } = parts
  const { requests, registry, metrics } = operations
  const now = () => clock.now()
  const answers = observeAnswers(parts.answers, requests)
  const store = observeStore(parts.store, requests, metrics)
  const apiUrl = slackApiUrl ?? 'https://slack.com/api/'
  const counted = countCalls(fetch, apiUrl, metrics)
  const careful = createCarefulFetch(counted, apiUrl)
  const send: typeof fetch = (...request) => requests.step('slack', () => careful(...request))
  // The library writes into the options that it is given: each part gets its own.
  const clientOptions = (): webApi.WebClientOptions => ({
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: 30_000,
    retryConfig: { retries: 3 },
    fetch: send,
  })
  const receiver = createReceiver(parts, clientOptions(), requests)
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
    ...createTipSenders({ token: connection.botToken, slackApiUrl, notesUrl, log, now, fetch: counted }),
    store,
    corpus: () => answers().corpus,
    clock,
    log,
    policy: { graceMs: parts.tipGraceMs },
  })
  const deliveries = createStoreDeliveries({ store, now, log })
  const turns = createTurns()
  registerListeners(app, { answers, deliveries, turns, requests, desk, store, notesUrl, now, send })
  measureQueues(registry, {
    requests: requests.inFlight,
    turnsRunning: turns.running,
    turnsWaiting: turns.waiting,
    tipChannels: scheduler.waiting,
  })

  return {
    async start() {
      await app.init().catch((error) => fail('SLACK_BOT_TOKEN', error))
      if (connection.kind === 'http') await app.start(parts.port)
      else await app.start().catch((error) => fail('SLACK_APP_TOKEN', error))
      scheduler.start()
    },
    isReceiving: receiver.isReceiving,
    lookForTips: () => scheduler.look(),
    async stop() {
      receiver.drain?.()
      if (connection.kind === 'http') await sleep(parts.drainMs ?? 0)
      const deadline = AbortSignal.timeout(maxAnswerMs)
      await Promise.race([Promise.all([scheduler.stop(), work.done(deadline)]), aborted(deadline)])
      // What came in meanwhile is answered too; from here on nothing comes.
      await Promise.race([app.stop(), aborted(deadline)])
      await work.done(deadline)
    },
  }
}

function createReceiver(
  parts: Parts,
  clientOptions: webApi.WebClientOptions,
  requests: Requests,
): SlackReceiver {
  const { connection, log, onLost } = parts
  if (connection.kind === 'http') {
    const { signingSecret } = connection
    return createHttpReceiver({
      signingSecret,
      host: parts.host ?? '127.0.0.1',
      logger: log,
      now: Date.now,
      requests,
      pages: parts.pages,
    })
  }
  const lost = (error: unknown) => onLost(connectionLine('SLACK_APP_TOKEN', error))
  return createSocketReceiver({
    appToken: connection.appToken,
    clientOptions,
    logger: log,
    onLost: lost,
    requests,
  })
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
