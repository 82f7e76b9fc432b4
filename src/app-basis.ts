import { apiOf, type BotParts, slackClockFor } from './bot.ts'
import type { Page } from './http/serve-pages.ts'
import { measureQueues } from './operations/metrics.ts'
import { observeStore } from './operations/observe.ts'
import { createOperations, type Operations } from './operations/operations.ts'
import { type AnswerQueue, createAnswerQueue } from './slack/client/answer-queue.ts'
import type { SlackClock } from './slack/client/slack-clock.ts'
import { createSlackFetch, type SlackFetch } from './slack/client/slack-fetch.ts'
import { createSlackOnlyFetch } from './slack/client/slack-only-fetch.ts'
import { createDeliveries, type Deliveries } from './slack/deliveries/deliveries.ts'
import type { TakeOver } from './slack/deliveries/take-over.ts'
import { aborted, createWork, type Work } from './slack/deliveries/work-in-flight.ts'
import type { Seal } from './slack/installations/seal.ts'
import type { TipScheduler } from './tips/posting/tip-scheduler.ts'

/** Hallway, for one workspace or for many. */
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

/** What whoever starts Hallway says, for one workspace or for many. */
export interface BasisParts
  extends Pick<BotParts, 'slackApiUrl' | 'store' | 'clock' | 'zone' | 'notesUrl' | 'tipGraceMs' | 'log'> {
  /** Default: one that goes by no proxy. */
  readonly fetch?: SlackFetch
  /** On which Slack's requests are awaited, if it posts them. */
  readonly port: number
  /** The address to listen on then. Default: this machine's own. */
  readonly host?: string
  /** What else answers on that port then, by its path. */
  readonly pages?: ReadonlyMap<string, Page> | undefined
  /** How long Slack's requests are still taken after `stop`, in milliseconds, if it posts them. Default: 0. */
  readonly drainMs?: number
  /** How long the database may take to say whether a delivery is new, in milliseconds. Default 1,000. */
  readonly maxClaimMs?: number
  /** Hears what is done and how long it takes. */
  readonly operations?: Operations
}

/** What both kinds of apps are made of. */
export interface AppBasis {
  /** How Slack is called. */
  readonly slack: Pick<BotParts, 'slackApiUrl' | 'fetch' | 'log'>
  readonly slackClock: SlackClock
  readonly operations: Operations
  /** What is being answered. */
  readonly work: Work
  /** Who is answered when. */
  readonly queue: AnswerQueue
  readonly deliveries: Deliveries
}

/** @param seal encrypts what is stored of questions */
export function createAppBasis(parts: BasisParts, seal: Seal): AppBasis {
  const { slackApiUrl, store, log, maxClaimMs, operations = createOperations() } = parts
  const fetch = parts.fetch ?? createSlackFetch({ isByProxy: false })
  const slack = { slackApiUrl, fetch: createSlackOnlyFetch(fetch, apiOf(slackApiUrl)), log }
  const slackClock = slackClockFor({ ...parts, ...slack }, operations)
  return {
    slack,
    slackClock,
    operations,
    work: createWork(),
    queue: createAnswerQueue(),
    deliveries: createDeliveries({
      store: observeStore(store, operations.requests, operations.metrics),
      seal,
      // Setting this machine's clock must not make us forget deliveries too early.
      now: slackClock.atLeast,
      log,
      ...(maxClaimMs !== undefined && { maxClaimMs }),
    }),
  }
}

/** Has metrics tell how much waits, and for what. */
export function measureWaiting(
  { operations: { registry, requests }, queue }: Pick<AppBasis, 'operations' | 'queue'>,
  scheduler: Pick<TipScheduler, 'waiting'>,
): void {
  measureQueues(registry, {
    requests: requests.inFlight,
    turnsRunning: queue.running,
    turnsWaiting: queue.waiting,
    tipChannels: scheduler.waiting,
  })
}

/** Waits for as long as requests are still to be taken. */
export const drain = ({ clock, drainMs = 0 }: Pick<BasisParts, 'clock' | 'drainMs'>): Promise<void> =>
  clock.sleep(drainMs, new AbortController().signal)

/** How long stopping waits for what is being answered, in milliseconds. */
const maxAnswerMs = 8_000

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
  // Then answer what has come in meanwhile, once nothing more can come.
  await Promise.race([stopReceiving(), aborted(deadline)])
  await work.done(deadline)
}
