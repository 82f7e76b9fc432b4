import { defaults } from '../defaults.ts'
import { advice } from './advice.ts'
import { isBlockedPort } from './blocked-ports.ts'
import { isPort, separated, type VariableValues } from './variables.ts'

/** How Hallway reaches Slack. */
export type Connection =
  /** No Slack at all: a workspace of its own, in the browser. */
  | { readonly kind: 'local' }
  /** Slack's Socket Mode: needs no address that the internet can reach. */
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  /** Slack posts to us. */
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }
  /** Slack posts to us what happens in all workspaces that have let Hallway in. */
  | {
      readonly kind: 'many'
      readonly clientId: string
      readonly clientSecret: string
      readonly signingSecret: string
      /** In base64: the first seals the workspaces' tokens, all open them. */
      readonly tokenKeys: readonly string[]
    }

export type ManyConnection = Extract<Connection, { kind: 'many' }>
/** Of one workspace of Slack's. */
export type RemoteConnection = Exclude<Connection, { kind: 'local' | 'many' }>

export function connectionOf(values: VariableValues): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, HALLWAY_TOKEN_KEY: keys } = values
  if (clientId && clientSecret && signingSecret && keys)
    return { kind: 'many', clientId, clientSecret, signingSecret, tokenKeys: separated(keys) }
  if (botToken && appToken) return { kind: 'socket', botToken, appToken }
  if (botToken && signingSecret) return { kind: 'http', botToken, signingSecret }
  return { kind: 'local' }
}

/** A part of what Slack needs is a mistake: to run without Slack then would be a surprise. */
export function missingVariables(values: VariableValues): readonly string[] {
  if (values.SLACK_CLIENT_ID || values.SLACK_CLIENT_SECRET || values.HALLWAY_TOKEN_KEY)
    return missingForMany(values)
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = values
  if (!bot && (app || signing)) {
    return [
      `SLACK_BOT_TOKEN is not set, but ${app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'} is. ${advice.SLACK_BOT_TOKEN}`,
    ]
  }
  if (bot && !app && !signing) {
    return [
      `SLACK_APP_TOKEN is not set, but SLACK_BOT_TOKEN is. ${advice.SLACK_APP_TOKEN} ` +
        'To have Slack post to this machine instead of Socket Mode, set SLACK_SIGNING_SECRET.',
    ]
  }
  return []
}

/** The local workspace is a page. What is no port is told as such, and not a second time. */
export function pageProblems(values: VariableValues): readonly string[] {
  const { HALLWAY_PORT: port = '' } = values
  return connectionOf(values).kind === 'local' && isPort(port) && isBlockedPort(Number(port))
    ? [
        `HALLWAY_PORT is "${port}", on which browsers open no page. Set it to one on which they do, such as ${defaults.HALLWAY_PORT}.`,
      ]
    : []
}

/** What several workspaces need, and what one alone does. */
function missingForMany(values: VariableValues): readonly string[] {
  const needed = [
    'SLACK_CLIENT_ID',
    'SLACK_CLIENT_SECRET',
    'SLACK_SIGNING_SECRET',
    'HALLWAY_TOKEN_KEY',
  ] as const
  const set = needed.find((name) => values[name])
  const absent = needed.filter((name) => !values[name])
  const ofOne = (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const).filter((name) => values[name])
  return [
    ...absent.map(
      (name) => `${name} is not set, but ${set} is, which is for several workspaces. ${advice[name]}`,
    ),
    ...ofOne.map((name) => `${name} is for one workspace, and ${set} for several. Take one of them out.`),
  ]
}
