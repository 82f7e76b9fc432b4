import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import {
  type BasisParts,
  createAppBasis,
  drain,
  type Hallway,
  measureWaiting,
  stopAnswering,
} from './app-basis.ts'
import { type BotParts, clientOptionsFor, createBot } from './bot.ts'
import type { RemoteConnection } from './config/connection.ts'
import { describeFailure, refusalOf } from './slack/client/slack-failure.ts'
import type { AcknowledgingParts } from './slack/deliveries/acknowledging.ts'
import { createTakeOver } from './slack/deliveries/take-over.ts'
import { createSeal, keyFrom } from './slack/installations/seal.ts'
import { createHttpReceiver, type HttpReceiverOptions } from './slack/receivers/http-receiver.ts'
import type { SlackReceiver } from './slack/receivers/slack-receiver.ts'
import { createSocketReceiver } from './slack/receivers/socket-receiver.ts'

export interface AppParts extends BasisParts, Pick<BotParts, 'answers'> {
  readonly connection: RemoteConnection
  /** Slack is gone for good: called once, with the reason as one line. */
  readonly onLost: (reason: string) => void
}

/** Slack could not be reached or refused us; the message is one line that names the variable to look at. */
export class SlackConnectionFailure extends Error {
  readonly code = 'connection_failure'
}

/** Whose tips are looked for: without it, those of all on the database. */
const whose = z.object({
  team_id: z.string().min(1),
  is_enterprise_install: z.boolean().optional().catch(undefined),
})

const ofOrganization =
  'SLACK_BOT_TOKEN is that of a whole organization: who asks in its workspaces is answered, but daily tips do not appear there. ' +
  'To serve all of them, set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead: see docs/several-workspaces.md.'

/** The whole program: a receiver, a bot that answers what comes in by it, and how they start and stop. */
export function createApp(parts: AppParts): Hallway {
  const { connection, log } = parts
  const token = connection.botToken
  const basis = createAppBasis(parts, createSeal([keyFrom(token)]))
  const { slack, slackClock, operations, work, deliveries } = basis
  const taking = { requests: operations.requests, deliveries, work, slackClock }
  const receiver = createReceiver(parts, clientOptionsFor(slack, operations), taking)
  const { app, scheduler } = createBot({ ...parts, ...basis, ...slack, token, receiver })
  const takeOver = createTakeOver({ ...taking, app, clock: slackClock, log })
  measureWaiting(basis, scheduler)

  return {
    async start() {
      const fail = (variable: string) => (error: unknown) => {
        throw new SlackConnectionFailure(connectionLine(variable, error, parts), { cause: error })
      }
      // One after the other: if Slack cannot be reached, its line is the last, and each attempt is told once.
      await app.init().catch(fail('SLACK_BOT_TOKEN'))
      const answer = await app.client.auth.test().catch(fail('SLACK_BOT_TOKEN'))
      const own = whose.safeParse(answer).data
      if (own === undefined) throw fail('SLACK_BOT_TOKEN')('its answer names no workspace')
      if (own.is_enterprise_install) log.warn(ofOrganization)
      if (connection.kind === 'http') await app.start(parts.port)
      else await app.start().catch(fail('SLACK_APP_TOKEN'))
      scheduler.start(own.team_id)
      takeOver.start()
    },
    isReceiving: receiver.isReceiving,
    lookForTips: () => scheduler.look(),
    async stop() {
      receiver.drain?.()
      if (connection.kind === 'http') await drain(parts)
      await stopAnswering({ scheduler, takeOver, work, stopReceiving: () => app.stop() })
    },
  }
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
      host: parts.host,
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
  return `Slack refuses ${variable} (${refusal}). ${todoOf[refusal] ?? 'Copy it again'}, in your app’s settings at https://api.slack.com/apps.`
}

const installAgain = 'Install the app again, and copy the token that it then has'
const todoOf: Readonly<Partial<Record<string, string>>> = {
  missing_scope: 'Give the token the scope connections:write, or make a new one that has it',
  account_inactive: installAgain,
  token_revoked: installAgain,
}
