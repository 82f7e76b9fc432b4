import { type Receiver, webApi } from '@slack/bolt'
import type { Answers } from './answers/answers.ts'
import {
  type AppBasis,
  type BasisParts,
  createAppBasis,
  drain,
  type Hallway,
  measureWaiting,
  stopAnswering,
} from './app-basis.ts'
import { type Bot, clientOptionsFor, createBot } from './bot.ts'
import type { ManyConnection } from './config/connection.ts'
import type { Page } from './http/serve-pages.ts'
import { leadMs } from './slack/client/slack-tip-sender.ts'
import { createTakeOver } from './slack/deliveries/take-over.ts'
import { createInstallPages } from './slack/installations/install-pages.ts'
import { createInstallState } from './slack/installations/install-state.ts'
import {
  createInstallations,
  type Installations,
  type WorkspaceIds,
} from './slack/installations/installations.ts'
import { createSeal, type Seal } from './slack/installations/seal.ts'
import { createWorkspaceBots, type WorkspaceBots } from './slack/installations/workspace-bots.ts'
import { createHttpReceiver } from './slack/receivers/http-receiver.ts'
import type { TipPoster } from './tips/posting/tip-poster.ts'
import { createTipScheduler } from './tips/posting/tip-scheduler.ts'

export interface PartsForMany extends BasisParts {
  readonly connection: ManyConnection
  /** What Hallway asks each workspace for. */
  readonly scopes: readonly string[]
  /** The answers of a workspace's notes, which are opened when they are first needed. */
  readonly answersOf: (workspace: WorkspaceIds) => Promise<() => Answers>
  /** Hears which workspace needs its answers no more, for now. */
  readonly letGo?: (workspace: WorkspaceIds) => void
  /** How long a workspace's bot stays that nobody needs, in milliseconds. Default `maxIdleMs`. */
  readonly idleMs?: number
}

/** Longer than a tip is handed to Slack ahead of its time, so that a change of its note is noticed until then. */
const maxIdleMs = 2 * leadMs

/** Tokens that none of the keys opens; the message is one line that says which, and what to do. */
export class SealFailure extends Error {
  readonly code = 'seal_failure'
}

/** The whole program for several workspaces: one receiver, a bot for each of them, and one clock for all tips. */
export function createAppForMany(parts: PartsForMany): Hallway {
  const { connection, store, clock, log } = parts
  const now = () => clock.now()
  const seal = createSeal(connection.tokenKeys.map((key) => Buffer.from(key, 'base64')))
  const basis = createAppBasis(parts, seal)
  const { slackClock, operations, work, deliveries } = basis
  const installations = installationsFor(parts, basis, seal)
  const bots = botsFor(parts, basis, installations)
  const taking = { requests: operations.requests, deliveries, work }
  const idleMs = parts.idleMs ?? maxIdleMs
  let sweeping: NodeJS.Timeout | undefined
  const receiver = createHttpReceiver({
    signingSecret: connection.signingSecret,
    host: parts.host,
    logger: log,
    slackClock,
    ...taking,
    pages: new Map([...(parts.pages ?? []), ...installPagesFor(parts, basis, installations)]),
  })
  receiver.init(bots)
  const takeOver = createTakeOver({ ...taking, app: bots, clock: slackClock, log })
  const scheduler = createTipScheduler({
    store,
    poster: posterOfAll(bots),
    leadMs,
    clock: slackClock,
    log,
  })
  measureWaiting(basis, scheduler)

  return {
    async start() {
      const closed = await installations.sealAnew()
      if (closed.length > 0) throw new SealFailure(sealedOtherwise(closed))
      await receiver.start(parts.port)
      scheduler.start()
      sweeping = setInterval(() => bots.letIdleGo(now() - idleMs), idleMs / 10).unref()
      takeOver.start()
    },
    isReceiving: receiver.isReceiving,
    lookForTips: () => scheduler.look(),
    async stop() {
      clearInterval(sweeping)
      receiver.drain?.()
      await drain(parts)
      await stopAnswering({ scheduler, takeOver, work, stopReceiving: () => receiver.stop() })
    },
  }
}

function installationsFor(parts: PartsForMany, basis: AppBasis, seal: Seal): Installations {
  const { store, log, connection } = parts
  const { slack, slackClock, operations } = basis
  const options = clientOptionsFor(slack, operations, { slackClock })
  return createInstallations({
    store,
    seal,
    client: new webApi.WebClient(undefined, { ...options, logger: log }),
    clientId: connection.clientId,
    clientSecret: connection.clientSecret,
    // By Slack's clock its tokens expire.
    now: slackClock.now,
    log,
  })
}

/** A bot gets its requests handed, and its notes when it is made. */
function botsFor(parts: PartsForMany, basis: AppBasis, installations: Installations): WorkspaceBots<Bot> {
  return createWorkspaceBots<Bot>({
    installations,
    async create(workspace, { botToken, botId, botUserId }) {
      const answers = await parts.answersOf(workspace)
      const identity = { botId, botUserId }
      const own = { token: botToken, identity, receiver: noReceiver, answers }
      return createBot({ ...parts, ...basis, ...basis.slack, ...own })
    },
    onGone: parts.letGo ?? (() => {}),
    leaveOpen: basis.deliveries.leaveOpen,
    now: () => parts.clock.now(),
    log: parts.log,
  })
}

const noReceiver: Receiver = { init() {}, async start() {}, async stop() {} }

function installPagesFor(
  { connection, scopes, slackApiUrl, store, clock, log }: PartsForMany,
  { slack, slackClock, operations }: AppBasis,
  installations: Installations,
): ReadonlyMap<string, Page> {
  const { clientId, clientSecret } = connection
  return createInstallPages({
    clientId,
    clientSecret,
    scopes,
    state: createInstallState(clientSecret, store, () => clock.now()),
    installations,
    now: slackClock.now,
    clientOptions: clientOptionsFor(slack, operations, { slackClock }),
    authorizeUrl: new URL('../oauth/v2/authorize', slackApiUrl ?? 'https://slack.com/api/').href,
    log,
  })
}

/** Each channel's tips are its own bot's; those of a bot wait whose notes cannot be read. */
function posterOfAll(bots: WorkspaceBots<Bot>): Pick<TipPoster, 'lookAfter' | 'recheckAfterEdits'> {
  return {
    async lookAfter(channel) {
      const bot = await bots.of({ teamId: channel.teamId })
      return bot?.isUnread() ? undefined : bot?.poster.lookAfter(channel)
    },
    async recheckAfterEdits() {
      for (const [teamId, { poster, isUnread }] of bots.all())
        if (!isUnread()) await poster.recheckAfterEdits(teamId)
    },
  }
}

function sealedOtherwise(teamIds: readonly string[]): string {
  const [first] = teamIds
  const whose =
    teamIds.length === 1
      ? `The token of ${first} was`
      : `The tokens of ${teamIds.length} workspaces, ${first} first, were`
  return `${whose} sealed with a key that is not in HALLWAY_TOKEN_KEY. Add that key behind the others, with a comma between.`
}
