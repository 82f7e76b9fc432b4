import { z } from 'zod'
import { defaults, expandHome, foldersIn } from './defaults.ts'
import { nearestName } from './text/nearest-names.ts'

/** How Hallway reaches Slack. */
type Connection =
  /** No Slack at all: a workspace of its own, in the browser. */
  | { readonly kind: 'local' }
  /** Slack's Socket Mode: needs no address that the internet can reach. */
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  /** Slack posts to us. */
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }

export type RemoteConnection = Exclude<Connection, { kind: 'local' }>

export interface Config {
  readonly connection: Connection
  /** The folder of the notes. */
  readonly corpus: string
  /** Folders outside of it that links in it may lead to. */
  readonly linksTo: readonly string[]
  /** The folder for what is kept between runs: the index of the notes, and the database where that is a file. */
  readonly dataFolder: string
  /** The PostgreSQL server that holds the state instead; may hold a password. */
  readonly databaseUrl: string | undefined
  /** `off`, or the name of the model that answers use; undefined for the one that was installed last. */
  readonly meaning: string | undefined
  /** How late a daily tip may come, in milliseconds, before its day is skipped. */
  readonly tipGraceMs: number
  /** Of the local workspace's page, or of the server that Slack posts to. */
  readonly port: number
  /** The address to listen on for Slack. The local workspace is for this machine alone. */
  readonly host: string
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Where Slack's Web API is, with a slash at its end; Slack's own where undefined. */
  readonly slackApiUrl: string | undefined
  /** Address of the team's notes, with `{path}` and perhaps `{line}`: what places in them lead to. */
  readonly notesUrl: string | undefined
  /** What is odd but does not keep Hallway from running, each one line. */
  readonly warnings: readonly string[]
}

/** What must never be read in a log, by value. */
export function secretsOf({ connection, databaseUrl }: Config): readonly string[] {
  const password = databaseUrl && URL.canParse(databaseUrl) ? new URL(databaseUrl).password : ''
  const all = [...Object.entries(connection).map(([name, value]) => (name === 'kind' ? '' : value)), password]
  // What is shorter stands in many words.
  return all.filter((secret) => secret.length >= 6)
}

export type Environment = Readonly<Record<string, string | undefined>>

/** All settings from the environment, or everything that is wrong with them, each one line that says what to set. */
export function readConfig(
  env: Environment,
): { readonly config: Config } | { readonly problems: readonly string[] } {
  const values = valuesOf(env)
  const read = schema.safeParse(values)
  const wrong = read.error?.issues.map(({ path, message }) => {
    const name = path[0] as Variable
    return problemOf(name, values[name] ?? '', message)
  })
  const problems = [...(wrong ?? []), ...missing(values)]
  if (!read.success || problems.length > 0) return { problems: [...problems, ...unknownSettings(env)] }
  const connection = Object.freeze(connectionOf(values))
  return {
    config: Object.freeze({
      connection,
      corpus: read.data.HALLWAY_CORPUS,
      linksTo: read.data.HALLWAY_LINKS,
      dataFolder: read.data.HALLWAY_DATA,
      databaseUrl: read.data.DATABASE_URL,
      meaning: read.data.HALLWAY_MEANING,
      tipGraceMs: read.data.HALLWAY_TIP_GRACE * 60 * 60 * 1000,
      port: read.data.HALLWAY_PORT,
      host: read.data.HALLWAY_HOST,
      logLevel: read.data.HALLWAY_LOG_LEVEL,
      slackApiUrl: read.data.HALLWAY_SLACK_API_URL,
      notesUrl: read.data.HALLWAY_NOTES_URL,
      warnings: Object.freeze(warningsOf(env, connection)),
    }),
  }
}

const settings = 'in your app’s settings at https://api.slack.com/apps'

/** What to set. It stands here apart from the checks, since a missing variable needs it too. */
const advice = {
  SLACK_BOT_TOKEN: `Set it to the bot token, which begins with xoxb-: “OAuth & Permissions” ${settings}.`,
  SLACK_APP_TOKEN: `Set it to the app-level token, which begins with xapp-: “Basic Information” ${settings}.`,
  SLACK_SIGNING_SECRET: `Set it to the signing secret, letters and digits only: “Basic Information” ${settings}.`,
  HALLWAY_MEANING: 'Set it to off or to the name of a model, or leave it out.',
  HALLWAY_MODEL_MIRROR: 'Set it to an address such as https://models.example.com/, or leave it out.',
  HALLWAY_TIP_GRACE: `Set it to hours from 0 to 24, such as ${defaults.HALLWAY_TIP_GRACE}.`,
  HALLWAY_PORT: `Set it to a port from 1 to 65535, such as ${defaults.HALLWAY_PORT}.`,
  HALLWAY_HOST: `Set it to an address of this machine such as ${defaults.HALLWAY_HOST}, or to 0.0.0.0 for all.`,
  HALLWAY_LOG_LEVEL: 'Set it to error, warn, info or debug.',
  HALLWAY_NOTES_URL:
    'Set it to the address of a note with {path} and {line} in it, such as https://git.example.com/notes/{path}#L{line}.',
  HALLWAY_SLACK_API_URL: 'Set it to an address such as https://slack.com/api/, or leave it out.',
} as const

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, advice.SLACK_BOT_TOKEN)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, advice.SLACK_APP_TOKEN)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-zA-Z]{16,}$/, advice.SLACK_SIGNING_SECRET)
    .optional(),
  HALLWAY_CORPUS: z.string().default(defaults.HALLWAY_CORPUS).transform(expandHome),
  HALLWAY_DATA: z.string().default(defaults.HALLWAY_DATA),
  DATABASE_URL: z.string().optional(),
  HALLWAY_MEANING: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, advice.HALLWAY_MEANING)
    .optional(),
  HALLWAY_MODEL_MIRROR: z.url({ protocol: /^https?$/, error: advice.HALLWAY_MODEL_MIRROR }).optional(),
  HALLWAY_TIP_GRACE: z
    .string()
    .refine((hours) => /^\d{1,2}(\.\d+)?$/.test(hours) && Number(hours) <= 24, advice.HALLWAY_TIP_GRACE)
    .default(defaults.HALLWAY_TIP_GRACE)
    .transform(Number),
  HALLWAY_PORT: z
    .string()
    .refine(
      (port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535,
      advice.HALLWAY_PORT,
    )
    .default(defaults.HALLWAY_PORT)
    .transform(Number),
  HALLWAY_HOST: z
    .string()
    .regex(/^(?:[\da-f:.]+|[a-z\d](?:[a-z\d.-]*[a-z\d])?)$/i, advice.HALLWAY_HOST)
    .default(defaults.HALLWAY_HOST),
  HALLWAY_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], advice.HALLWAY_LOG_LEVEL)
    .default(defaults.HALLWAY_LOG_LEVEL),
  HALLWAY_SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: advice.HALLWAY_SLACK_API_URL })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  HALLWAY_LINKS: z.string().default('').transform(foldersIn),
  HALLWAY_NOTES_URL: z.string().refine(isNotesUrl, advice.HALLWAY_NOTES_URL).optional(),
})

/** A web address that nothing in a link can end early, with a place for the path. */
function isNotesUrl(text: string): boolean {
  const example = text.replaceAll('{path}', 'event/talk.md').replaceAll('{line}', '1')
  return /^https?:\/\/[^\s<>|{}]+$/.test(example) && URL.canParse(example) && text.includes('{path}')
}

type Variable = keyof typeof schema.shape
type Values = Readonly<Partial<Record<Variable, string>>>

const variables = Object.keys(schema.shape) as readonly Variable[]

/** Each variable's value; one that is empty is not set. */
function valuesOf(env: Environment): Values {
  return Object.fromEntries(variables.map((name) => [name, env[name]?.trim() || undefined]))
}

function connectionOf(values: Values): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values
  if (botToken && appToken) return { kind: 'socket', botToken, appToken }
  if (botToken && signingSecret) return { kind: 'http', botToken, signingSecret }
  return { kind: 'local' }
}

/** A part of what Slack needs is a mistake: to run without Slack then would be a surprise. */
function missing(values: Values): readonly string[] {
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

/** `NAME holds this. Do that.` */
function problemOf(name: Variable, value: string, todo: string): string {
  const swapped = name.startsWith('SLACK_') ? ownerOf(value, name) : ''
  return `${name} ${holds(name, value)}${swapped}. ${todo}`
}

/** What the variable holds; of a secret, no more than the prefix that all such tokens share. */
function holds(name: Variable, value: string): string {
  if (!name.startsWith('SLACK_')) return `is "${value}"`
  const prefix = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-/.exec(value)?.[0]
  const length = `${value.length} ${value.length === 1 ? 'character' : 'characters'}`
  return prefix ? `begins with ${prefix}, ${length}` : `begins with no prefix of a Slack token, ${length}`
}

/** Says so where the value is what another variable should hold. */
function ownerOf(value: string, name: Variable): string {
  if (value.startsWith('xoxb-')) return ', which is a bot token: it belongs in SLACK_BOT_TOKEN'
  if (value.startsWith('xapp-')) return ', which is an app-level token: it belongs in SLACK_APP_TOKEN'
  if (value.startsWith('xoxp-')) return ', which is a person’s token: Hallway needs the bot’s'
  return name !== 'SLACK_SIGNING_SECRET' && /^[0-9a-f]{32}$/.test(value)
    ? ', and looks like a signing secret'
    : ''
}

function warningsOf(env: Environment, connection: Connection): readonly string[] {
  const idle = connection.kind === 'local' ? (['HALLWAY_SLACK_API_URL', 'DATABASE_URL'] as const) : []
  const isHostIdle =
    connection.kind !== 'http' && ![undefined, '', defaults.HALLWAY_HOST].includes(env.HALLWAY_HOST?.trim())
  return [
    ...unknownSettings(env),
    ...idle
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing as long as no SLACK_ variable is set.`),
    ...(isHostIdle
      ? ['HALLWAY_HOST does nothing unless Slack posts to this machine (SLACK_SIGNING_SECRET).']
      : []),
  ]
}

/** Names that nothing reads, probably mistyped. */
function unknownSettings(env: Environment): readonly string[] {
  const known = variables.filter((variable) => variable.startsWith('HALLWAY_'))
  return Object.keys(env)
    .filter((name) => /^HALLWAY_/i.test(name) && !variables.includes(name as Variable))
    .map((name) => {
      const meant = settingMeant(name, known)
      return `${name} is not a setting of Hallway, so it does nothing.${meant ? ` Did you mean ${meant}?` : ''}`
    })
}

/** The setting that is spelled most like it, or else is a part of it, or the other way around: `HALLWAY_DATA_DIR`. */
function settingMeant(name: string, known: readonly string[]): string | undefined {
  const own = ownName(name)
  return (
    nearestName(name, known, { keyOf: ownName }) ??
    known.find((other) => own.includes(ownName(other)) || (own.length >= 3 && ownName(other).includes(own)))
  )
}

/** What all have in common says nothing about which is meant. */
const ownName = (setting: string): string =>
  setting
    .replace(/^HALLWAY_/i, '')
    .replaceAll('_', '')
    .toLowerCase()
