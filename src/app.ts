import { setTimeout as sleep } from 'node:timers/promises'
import type { webApi } from '@slack/bolt'
import { apiOf, type BotParts, clientOptionsFor, createBot, slackClockFor } from './bot.ts'
import type { RemoteConnection } from './config/connection.ts'
import type { Page } from './http/serve-pages.ts'
import { measureQueues } from './operations/metrics.ts'
import { observeStore } from './operations/observe.ts'
import { createOperations, type Operations } from './operations/operations.ts'
import { createAnswerQueue } from './slack/client/answer-queue.ts'
import { describeFailure, refusalOf } from './slack/client/slack-failure.ts'
import { createSlackFetch, type SlackFetch } from './slack/client/slack-fetch.ts'
import { createSlackOnlyFetch } from './slack/client/slack-only-fetch.ts'
import type { AcknowledgingParts } from './slack/deliveries/acknowledging.ts'
import { createDeliveries } from './slack/deliveries/deliveries.ts'
import { createTakeOver, type TakeOver } from './slack/deliveries/take-over.ts'
import { aborted, createWork, type Work } from './slack/deliveries/work-in-flight.ts'
import { createSeal, keyFrom } from './slack/installations/seal.ts'
import { createHttpReceiver, type HttpReceiverOptions } from './slack/receivers/http-receiver.ts'
import type { SlackReceiver } from './slack/receivers/slack-receiver.ts'
import { createSocketReceiver } from './slack/receivers/socket-receiver.ts'
import type { TipScheduler } from './tips/posting/tip-scheduler.ts'

export interface AppParts
  extends Omit<
    BotParts,
    'token' | 'identity' | 'receiver' | 'operations' | 'queue' | 'deliveries' | 'slackClock' | 'fetch'
  > {
  /** Default: one that goes by no proxy. */
  readonly fetch?: SlackFetch
  readonly connection: RemoteConnection
  /** On which Slack's requests are awaited, if it posts them. */
  readonly port: number
  /** The address to listen on then. Default: this machine's own, which only a proxy on it can reach. */
  readonly host?: string
  /** What else answers on that port then, by its path. */
  readonly pages?: ReadonlyMap<string, Page> | undefined
  /** How long Slack's requests are still taken after `stop`, in milliseconds, if it posts them. Default: 0. */
  readonly drainMs?: number
  /** Hears what is done and how long it takes. */
  readonly operations?: Operations
  /** Slack is gone for good: called once, with the reason as one line. */
  readonly onLost: (reason: string) => void
}

export interface Hallway {
  /**
   * Resolves once Slack's events can arrive.
   * @throws {SlackConnectionFailure}
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
export class SlackConnectionFailure extends Error {
  readonly code = 'connection_failure'
}

/** How long stopping waits for what is being answered, in milliseconds. */
const maxAnswerMs = 8_000

/** The whole program: a receiver, a bot that answers what comes in by it, and how they start and stop. */
export function createApp(parts: AppParts): Hallway {
  const { connection, log, operations = createOperations() } = parts
  const { requests, metrics, registry } = operations
  const [work, queue] = [createWork(), createAnswerQueue()]
  const token = connection.botToken
  const slack = {
    slackApiUrl: parts.slackApiUrl,
    fetch: createSlackOnlyFetch(
      parts.fetch ?? createSlackFetch({ isByProxy: false }),
      apiOf(parts.slackApiUrl),
    ),
  }
  const slackClock = slackClockFor({ ...parts, ...slack }, operations)
  const deliveries = createDeliveries({
    store: observeStore(parts.store, requests, metrics),
    seal: createSeal([keyFrom(token)]),
    // What is kept for a time must not be forgotten since this machine's clock was set.
    now: slackClock.atLeast,
    log,
  })
  const taking = { requests, deliveries, work, slackClock }
  const receiver = createReceiver(parts, clientOptionsFor(slack, operations), taking)
  const bot = createBot({ ...parts, ...slack, token, receiver, operations, queue, deliveries, slackClock })
  const { app, scheduler } = bot
  const takeOver = createTakeOver({ ...taking, app, clock: slackClock, log })
  measureQueues(registry, {
    requests: requests.inFlight,
    turnsRunning: queue.running,
    turnsWaiting: queue.waiting,
    tipChannels: scheduler.waiting,
  })

  return {
    async start() {
      const fail = (variable: string) => (error: unknown) => {
        throw new SlackConnectionFailure(connectionLine(variable, error, parts), { cause: error })
      }
      await app.init().catch(fail('SLACK_BOT_TOKEN'))
      const { team_id } = await app.client.auth.test().catch(fail('SLACK_BOT_TOKEN'))
      if (connection.kind === 'http') await app.start(parts.port)
      else await app.start().catch(fail('SLACK_APP_TOKEN'))
      scheduler.start(team_id)
      takeOver.start()
    },
    isReceiving: receiver.isReceiving,
    lookForTips: () => scheduler.look(),
    async stop() {
      receiver.drain?.()
      if (connection.kind === 'http') await sleep(parts.drainMs ?? 0)
      await stopAnswering({ scheduler, takeOver, work, stopReceiving: () => app.stop() })
    },
  }
}

interface Answering {
  readonly scheduler: Pick<TipScheduler, 'stop'>
  readonly takeOver: Pick<TakeOver, 'stop'>
  readonly work: Pick<Work, 'done'>
  readonly stopReceiving: () => Promise<unknown>
}

/** Begins no further tip, answers what has arrived, and takes no more; all of it for at most eight seconds. */
export async function stopAnswering({ scheduler, takeOver, work, stopReceiving }: Answering): Promise<void> {
  takeOver.stop()
  const deadline = AbortSignal.timeout(maxAnswerMs)
  await Promise.race([Promise.all([scheduler.stop(), work.done(deadline)]), aborted(deadline)])
  // What came in meanwhile is answered too; from here on nothing comes.
  await Promise.race([stopReceiving(), aborted(deadline)])
  await work.done(deadline)
}

function createReceiver(
  parts: AppParts,
  clientOptions: webApi.WebClientOptions,
  taking: Omit<AcknowledgingParts, 'logger'> & Pick<HttpReceiverOptions, 'slackClock'>,
): SlackReceiver {
  const { connection, log, onLost } = parts
  if (connection.kind === 'http') {
    const { signingSecret } = connection
    return createHttpReceiver({
      signingSecret,
      host: parts.host ?? '127.0.0.1',
      logger: log,
      ...taking,
      pages: parts.pages,
    })
  }
  const lost = (error: unknown) => onLost(connectionLine('SLACK_APP_TOKEN', error, parts))
  return createSocketReceiver({
    appToken: connection.appToken,
    clientOptions,
    logger: log,
    onLost: lost,
    ...taking,
  })
}

function connectionLine(
  variable: string,
  error: unknown,
  { slackApiUrl }: Pick<AppParts, 'slackApiUrl'>,
): string {
  const refusal = refusalOf(error)
  if (refusal === undefined) {
    const where =
      slackApiUrl === undefined ? 'https://slack.com' : `${slackApiUrl}, which HALLWAY_SLACK_API_URL names`
    return `No connection to Slack: ${describeFailure(error)}. Check that this machine can reach ${where}.`
  }
  const todo =
    refusal === 'missing_scope'
      ? 'Give the token the scope connections:write, or make a new one that has it'
      : 'Copy it again'
  return `Slack refuses ${variable} (${refusal}). ${todo}, in your app’s settings at https://api.slack.com/apps.`
}
