import { App, type Logger, type Receiver, type webApi } from '@slack/bolt'
import type { Answers } from './answers/answers.ts'
import type { NotesUrl } from './slack/blocks/notes-url.ts'
import { createCarefulFetch } from './slack/client/careful-fetch.ts'
import { createTipSenders } from './slack/client/tip-sender.ts'
import type { Work } from './slack/client/work.ts'
import { createStoreDeliveries } from './slack/listeners/deliveries.ts'
import { registerListeners } from './slack/listeners.ts'
import type { Store } from './store/store.ts'
import type { Clock } from './tips/clock.ts'
import { createDailyTips, type DailyTips } from './tips/daily-tips.ts'

export interface BotParts {
  readonly token: string
  /** Who Hallway is there. Default: Slack is asked at the start. */
  readonly identity?: { readonly botId: string; readonly botUserId: string }
  readonly slackApiUrl: string | undefined
  /** Where its events come from. */
  readonly receiver: Receiver
  /** Those of the notes as they are served now. */
  readonly answers: () => Answers
  readonly store: Store
  readonly clock: Clock
  /** Where the notes can be read, if anywhere. */
  readonly notesUrl?: NotesUrl | undefined
  /** How late a daily tip may come before its day is skipped. */
  readonly tipGraceMs: number
  readonly log: Logger
  /** Counts what is being answered. */
  readonly work: Work
}

/** Hallway in one workspace: what listens there, and its tips. */
export interface Bot extends DailyTips {
  readonly app: App
}

export function createBot(parts: BotParts): Bot {
  const { token, slackApiUrl, answers, store, clock, notesUrl, log } = parts
  const now = () => clock.now()
  const clientOptions = clientOptionsFor(slackApiUrl)
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
  app.use(parts.work.count)
  const tips = createDailyTips({
    ...createTipSenders({ token, slackApiUrl, notesUrl, log, now }),
    store,
    corpus: () => answers().corpus,
    clock,
    log,
    policy: { graceMs: parts.tipGraceMs },
  })
  const deliveries = createStoreDeliveries({ store, now, log })
  const { desk } = tips
  registerListeners(app, { answers, deliveries, desk, store, notesUrl, now, send: clientOptions.fetch })
  return { app, ...tips }
}

/** How Slack is called. The library writes into the options that it is given: each part gets its own. */
export function clientOptionsFor(slackApiUrl: string | undefined) {
  return {
    ...(slackApiUrl !== undefined && { slackApiUrl }),
    timeout: 30_000,
    retryConfig: { retries: 3 },
    fetch: createCarefulFetch(fetch, slackApiUrl ?? 'https://slack.com/api/'),
  } satisfies webApi.WebClientOptions
}
