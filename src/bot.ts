import { App, type Logger, type Receiver, webApi } from '@slack/bolt'
import { type Answers, withClock } from './answers/answers.ts'
import { countCalls, observeAnswers, observeStore } from './operations/observe.ts'
import type { Operations } from './operations/operations.ts'
import type { NotesUrl } from './slack/blocks/notes-url.ts'
import type { AnswerQueue } from './slack/client/answer-queue.ts'
import { createRetryingFetch, showsSomething } from './slack/client/retrying-fetch.ts'
import { createSlackClock, type SlackClock } from './slack/client/slack-clock.ts'
import type { SlackFetch } from './slack/client/slack-fetch.ts'
import { createTipSenders } from './slack/client/slack-tip-sender.ts'
import type { Deliveries } from './slack/deliveries/deliveries.ts'
import { createNotingFetch } from './slack/deliveries/noting-fetch.ts'
import { registerListeners } from './slack/listeners.ts'
import type { Store } from './store/store.ts'
import type { Clock } from './tips/clock.ts'
import { createDailyTips, type DailyTips } from './tips/daily-tips.ts'

export interface BotParts {
  readonly token: string
  /** Who Hallway is there. Default: Slack is asked at the start. */
  readonly identity?: { readonly botId: string; readonly botUserId: string }
  readonly slackApiUrl: string | undefined
  /** How Slack is called; one for all bots, since it keeps connections open. */
  readonly fetch: SlackFetch
  /** Where its events come from. */
  readonly receiver: Receiver
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
  /** Hears what is done and how long it takes. */
  readonly operations: Operations
  /** Who is answered when. */
  readonly queue: AnswerQueue
  readonly deliveries: Deliveries
  readonly slackClock: SlackClock
}

/** Hallway in one workspace: what listens there, and its tips. */
export interface Bot extends DailyTips {
  readonly app: App
  /** Whether its notes cannot be read: then its tips wait. */
  readonly isUnread: () => boolean
}

export function createBot(parts: BotParts): Bot {
  const { token, slackApiUrl, clock, notesUrl, log, operations, queue, deliveries, slackClock } = parts
  const { requests, metrics } = operations
  const now = () => clock.now()
  const observed = observeAnswers(parts.answers, requests)
  const answers = () => withClock(observed(), () => ({ at: now(), zone: parts.zone ?? 'UTC' }))
  const store = observeStore(parts.store, requests, metrics)
  const counted = countCalls(parts.fetch, apiOf(slackApiUrl), metrics)
  const clientOptions = clientOptionsFor(parts, operations, { deliveries, slackClock })
  const app = new App({
    receiver: parts.receiver,
    token,
    ...(parts.identity && { ...parts.identity, tokenVerificationEnabled: false }),
    clientOptions,
    logger: log,
    logLevel: log.getLevel(),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  })
  const tips = createDailyTips({
    ...createTipSenders({ token, slackApiUrl, notesUrl, log, clock: slackClock, fetch: counted }),
    store,
    corpus: () => answers().corpus,
    clock,
    slackClock,
    log,
    policy: { graceMs: parts.tipGraceMs },
  })
  const { desk } = tips
  const { fetch: send } = clientOptions
  registerListeners(app, { answers, deliveries, queue, requests, desk, store, notesUrl, now, send })
  return { app, isUnread: () => parts.answers().isUnread === true, ...tips }
}

/** Slack's clock, which hears what Slack answers to all bots, and asks by itself if it has to be sure. */
export function slackClockFor(
  { clock, ...slack }: Pick<BotParts, 'clock' | 'slackApiUrl' | 'fetch' | 'log'>,
  operations: Operations,
): SlackClock {
  const slackClock: SlackClock = createSlackClock(clock, () => client.api.test())
  const options = clientOptionsFor(slack, operations, { slackClock })
  const client = new webApi.WebClient(undefined, { ...options, logger: slack.log })
  return slackClock
}

/**
 * How Slack is called. The library writes into the options that it is given: each part gets its own.
 * @param deliveries hear of replies
 */
export function clientOptionsFor(
  { slackApiUrl, fetch, log }: Pick<BotParts, 'slackApiUrl' | 'fetch' | 'log'>,
  { requests, metrics }: Operations,
  { deliveries, slackClock }: Partial<Pick<BotParts, 'deliveries' | 'slackClock'>> = {},
) {
  const apiUrl = apiOf(slackApiUrl)
  const counted = countCalls(slackClock?.hearing(fetch) ?? fetch, apiUrl, metrics)
  const shows = (url: string) => showsSomething(url, apiUrl)
  const noting = deliveries ? createNotingFetch(counted, { deliveries, shows }) : counted
  // Otherwise nothing would tell why nothing happens. A response_url is not shown, for its end is secret.
  const onWait = (ms: number, url: string) => {
    const what = url.startsWith(apiUrl) ? url.slice(apiUrl.length) : 'a reply to a command or button'
    log.warn(`Slack asks to wait: ${what} is tried again in ${ms / 1000} s.`)
  }
  const careful = createRetryingFetch(noting, { apiUrl, timeoutMs: 30_000, onWait })
  const send: SlackFetch = (...request) => requests.step('slack', () => careful(...request))
  return {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    retryConfig: { retries: 3 },
    rejectRateLimitedCalls: true,
    // A call that waited for another would be made, and timed, as part of the other's request. The answer queue limits how many run.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    fetch: send,
  } satisfies webApi.WebClientOptions
}

/** The address of Slack's Web API, with a slash at its end. */
export const apiOf = (slackApiUrl: string | undefined): string => slackApiUrl ?? 'https://slack.com/api/'
