import { z } from 'zod'
import { copyOf, defaultPlaces, defaults, expandHome, foldersIn } from './defaults.ts'
import { nearestName } from './text/nearest-names.ts'

/** How Hallway reaches Slack. */
type Connection =
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

interface NotesGit {
  readonly url: string
  readonly branch: string | undefined
  readonly folder: string | undefined
  /** Where the copy is kept. */
  readonly copy: string
  /** How often it is pulled, in milliseconds. */
  readonly pullMs: number
  /** By which the repository's host proves that a push is its own; without one, it cannot tell of any. */
  readonly secret: string | undefined
}

/** An OpenSearch cluster that finds talks, which several processes can share. */
interface SearchCluster {
  /** The nodes' addresses, without user and password. */
  readonly addresses: readonly string[]
  readonly credentials?:
    | { readonly kind: 'user'; readonly user: string; readonly password: string }
    | { readonly kind: 'api-key'; readonly key: string }
  /** A file with certificates, as PEM, that vouch for the nodes' own. */
  readonly certificateFile?: string
  /** What the names of our indices begin with. */
  readonly index: string
  /** How many talks a process indexes itself, too, to answer if the cluster does not. */
  readonly maxIndexed: number
}

export interface Config {
  readonly connection: Connection
  /** The folder of the notes. */
  readonly corpus: string
  /** Folders outside of it that links in it may lead to. */
  readonly linksTo: readonly string[]
  /** The folder with a folder of notes for each workspace, named for its id; undefined if all are answered from `corpus`. */
  readonly corpora: string | undefined
  /** Which workspaces without a folder of their own are answered from `corpus` then. */
  readonly corpusFor: 'all' | readonly string[]
  /** The repository that the notes come from instead: `corpus` is in its copy then. */
  readonly notesGit: NotesGit | undefined
  /** The folder for what is kept between runs: the index of the notes, and the database if that is a file. */
  readonly dataFolder: string
  /** The PostgreSQL server that holds the state instead; may hold a password. */
  readonly databaseUrl: string | undefined
  /** The cluster that finds talks; the index in this process does if there is none. */
  readonly search: SearchCluster | undefined
  /** `off`, or the name of the model that answers use; undefined for the one that was installed last. */
  readonly meaning: string | undefined
  /** How late a daily tip may come, in milliseconds, before its day is skipped. */
  readonly tipGraceMs: number
  /** Of the local workspace's page, or of the server that Slack posts to. */
  readonly port: number
  /** The address to listen on for Slack. The local workspace is for this machine alone. */
  readonly host: string
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** How long Slack's requests are still taken after a signal to stop, in milliseconds. */
  readonly drainMs: number
  readonly logFormat: 'text' | 'json'
  /** From how many milliseconds on an answer is logged as slow, with where its time went; 0 for never. */
  readonly slowMs: number
  /** Where `/healthz`, `/readyz` and `/metrics` are; nowhere if undefined. */
  readonly status: { readonly port: number; readonly host: string } | undefined
  /** Whether traces are sent. Where to, OpenTelemetry's own variables say. */
  readonly isTraced: boolean
  /** Where Slack's Web API is, with a slash at its end; Slack's own if undefined. */
  readonly slackApiUrl: string | undefined
  /** Address of the team's notes, with `{path}` and perhaps `{line}`: what places in them lead to. */
  readonly notesUrl: string | undefined
  /** What must never be read in a log, by value. */
  readonly secrets: readonly string[]
  /** What is odd but does not keep Hallway from running, each one line. */
  readonly warnings: readonly string[]
}

/** As it stands in an address, and as it is meant. */
function passwordsIn(address = ''): readonly string[] {
  if (!URL.canParse(address)) return []
  const { password } = new URL(address)
  return [password, /%(?![\da-f]{2})/i.test(password) ? password : decodeURIComponent(password)]
}

/** What must never be read in a log, by value. */
function secretsOf(connection: Connection, values: VariableValues): readonly string[] {
  const { DATABASE_URL: databaseUrl, OTEL_EXPORTER_OTLP_HEADERS: headers = '' } = values
  const { HALLWAY_NOTES_GIT: git = '', HALLWAY_NOTES_SECRET: secret = '' } = values
  const reader = /^https?:\/\/([^/@]*)@/.exec(git)?.[1] ?? ''
  const { HALLWAY_SEARCH_URL: search = '', HALLWAY_SEARCH_API_KEY: apiKey = '' } = values
  const all = [
    ...Object.entries(connection).flatMap(([name, value]) => (name === 'kind' ? [] : value)),
    ...[databaseUrl, ...listed(search)].flatMap(passwordsIn),
    apiKey,
    secret,
    reader,
    ...reader.split(':').slice(1),
    ...headers.split(',').map((header) => header.slice(header.indexOf('=') + 1).trim()),
  ]
  // What is shorter stands in many words.
  return [...new Set(all)].filter((secret) => secret.length >= 6)
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
  const statusPort = read.data.HALLWAY_STATUS_PORT
  return {
    config: Object.freeze({
      connection,
      corpus: defaultPlaces(values).corpusFolder,
      linksTo: read.data.HALLWAY_LINKS,
      corpora: read.data.HALLWAY_CORPORA,
      corpusFor: corpusFor(read.data),
      notesGit: notesGitOf(read.data),
      dataFolder: read.data.HALLWAY_DATA,
      databaseUrl: read.data.DATABASE_URL,
      search: searchOf(read.data),
      meaning: read.data.HALLWAY_MEANING,
      tipGraceMs: read.data.HALLWAY_TIP_GRACE * 60 * 60 * 1000,
      port: read.data.HALLWAY_PORT,
      host: read.data.HALLWAY_HOST,
      logLevel: read.data.HALLWAY_LOG_LEVEL,
      drainMs: read.data.HALLWAY_DRAIN_SECONDS * 1000,
      logFormat: read.data.HALLWAY_LOG_FORMAT,
      slowMs: read.data.HALLWAY_SLOW_MS,
      status:
        statusPort === undefined ? undefined : { port: statusPort, host: read.data.HALLWAY_STATUS_HOST },
      isTraced: read.data.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
      slackApiUrl: read.data.HALLWAY_SLACK_API_URL,
      notesUrl: read.data.HALLWAY_NOTES_URL,
      secrets: Object.freeze(secretsOf(connection, values)),
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
  SLACK_CLIENT_ID: `Set it to the client ID, numbers with a dot between: “Basic Information” ${settings}.`,
  SLACK_CLIENT_SECRET: `Set it to the client secret, letters and digits only: “Basic Information” ${settings}.`,
  HALLWAY_TOKEN_KEY:
    'Set it to 32 random bytes in base64, as `openssl rand -base64 32` prints them; older keys may follow, with commas between.',
  HALLWAY_CORPUS_FOR:
    'Set it to the ids of workspaces such as T012AB34CD with commas between, to all, or leave it out.',
  HALLWAY_SEARCH_URL:
    'Set it to the addresses of an OpenSearch cluster, with commas between, such as https://user:password@search1.example.com:9200.',
  HALLWAY_SEARCH_INDEX: `Set it to small letters, digits and -, such as ${defaults.HALLWAY_SEARCH_INDEX}.`,
  HALLWAY_OWN_INDEX: `Set it to how many talks a process may index itself, such as ${defaults.HALLWAY_OWN_INDEX}, or to 0 for none.`,
  HALLWAY_MEANING: 'Set it to off or to the name of a model, or leave it out.',
  HALLWAY_MODEL_MIRROR: 'Set it to an address such as https://models.example.com/, or leave it out.',
  HALLWAY_TIP_GRACE: `Set it to hours from 0 to 24, such as ${defaults.HALLWAY_TIP_GRACE}.`,
  HALLWAY_PORT: `Set it to a port from 1 to 65535, such as ${defaults.HALLWAY_PORT}.`,
  HALLWAY_HOST: `Set it to an address of this machine such as ${defaults.HALLWAY_HOST}, or to 0.0.0.0 for all.`,
  HALLWAY_LOG_LEVEL: 'Set it to error, warn, info or debug.',
  HALLWAY_NOTES_GIT:
    'Set it to the address of a repository such as https://git.example.com/team/notes.git or git@git.example.com:team/notes.git.',
  HALLWAY_NOTES_BRANCH: 'Set it to the name of a branch such as main, or leave it out.',
  HALLWAY_NOTES_FOLDER: 'Set it to a folder of the repository such as docs/talks, or leave it out.',
  HALLWAY_NOTES_PULL: `Set it to seconds from 5 to 86400, such as ${defaults.HALLWAY_NOTES_PULL}.`,
  HALLWAY_NOTES_SECRET: 'Set it to the secret of the webhook, 16 characters or more.',
  HALLWAY_DRAIN_SECONDS: `Set it to seconds from 0 to 300, such as ${defaults.HALLWAY_DRAIN_SECONDS}.`,
  HALLWAY_LOG_FORMAT: 'Set it to text or json.',
  HALLWAY_SLOW_MS: `Set it to milliseconds such as ${defaults.HALLWAY_SLOW_MS}, or to 0 for never.`,
  HALLWAY_STATUS_PORT: 'Set it to a port from 1 to 65535, such as 9464, or leave it out.',
  HALLWAY_STATUS_HOST: `Set it to an address of this machine such as ${defaults.HALLWAY_STATUS_HOST}, or to 0.0.0.0 for all.`,
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'Set it to the address of a collector such as http://127.0.0.1:4318, or leave it out.',
  HALLWAY_NOTES_URL:
    'Set it to the address of a note with {path} and {line} in it, such as https://git.example.com/notes/{path}#L{line}.',
  HALLWAY_SLACK_API_URL: 'Set it to an address such as https://slack.com/api/, or leave it out.',
} as const

const host = /^(?:[\da-f:.]+|[a-z\d](?:[a-z\d.-]*[a-z\d])?)$/i

const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

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
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]+$/, advice.SLACK_CLIENT_ID)
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[\w-]{8,}$/, advice.SLACK_CLIENT_SECRET)
    .optional(),
  HALLWAY_TOKEN_KEY: z.string().refine(areKeys, advice.HALLWAY_TOKEN_KEY).optional(),
  HALLWAY_CORPORA: z.string().transform(expandHome).optional(),
  HALLWAY_CORPUS_FOR: z
    .string()
    .regex(/^(?:all|[TE][A-Z0-9]+(?: ?, ?[TE][A-Z0-9]+)*)$/, advice.HALLWAY_CORPUS_FOR)
    .optional(),
  HALLWAY_CORPUS: z.string().default(defaults.HALLWAY_CORPUS).transform(expandHome),
  HALLWAY_DATA: z.string().default(defaults.HALLWAY_DATA).transform(expandHome),
  DATABASE_URL: z.string().optional(),
  HALLWAY_SEARCH_URL: z.string().refine(areAddresses, advice.HALLWAY_SEARCH_URL).optional(),
  HALLWAY_SEARCH_API_KEY: z.string().optional(),
  HALLWAY_SEARCH_CA: z.string().transform(expandHome).optional(),
  HALLWAY_SEARCH_INDEX: z
    .string()
    .regex(/^[a-z][a-z\d-]{0,100}$/, advice.HALLWAY_SEARCH_INDEX)
    .default(defaults.HALLWAY_SEARCH_INDEX),
  HALLWAY_OWN_INDEX: z
    .string()
    .regex(/^\d{1,8}$/, advice.HALLWAY_OWN_INDEX)
    .default(defaults.HALLWAY_OWN_INDEX)
    .transform(Number),
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
    .refine(isPort, advice.HALLWAY_PORT)
    .default(defaults.HALLWAY_PORT)
    .transform(Number),
  HALLWAY_HOST: z.string().regex(host, advice.HALLWAY_HOST).default(defaults.HALLWAY_HOST),
  HALLWAY_LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], advice.HALLWAY_LOG_LEVEL)
    .default(defaults.HALLWAY_LOG_LEVEL),
  HALLWAY_LOG_FORMAT: z
    .enum(['text', 'json'], advice.HALLWAY_LOG_FORMAT)
    .default(defaults.HALLWAY_LOG_FORMAT),
  HALLWAY_SLOW_MS: z
    .string()
    .regex(/^\d{1,7}$/, advice.HALLWAY_SLOW_MS)
    .default(defaults.HALLWAY_SLOW_MS)
    .transform(Number),
  HALLWAY_STATUS_PORT: z.string().refine(isPort, advice.HALLWAY_STATUS_PORT).transform(Number).optional(),
  HALLWAY_STATUS_HOST: z
    .string()
    .regex(host, advice.HALLWAY_STATUS_HOST)
    .default(defaults.HALLWAY_STATUS_HOST),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: advice.OTEL_EXPORTER_OTLP_ENDPOINT })
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  HALLWAY_NOTES_GIT: z
    .string()
    .regex(/^(?:(?:https?|ssh|git|file):\/\/|[\w.-]+@[\w.-]+:|\/)[^\s-]\S*$/, advice.HALLWAY_NOTES_GIT)
    .optional(),
  HALLWAY_NOTES_BRANCH: z
    .string()
    .regex(/^(?![-/.])(?!.*\.\.)[\p{L}\p{N}._/-]+$/u, advice.HALLWAY_NOTES_BRANCH)
    .optional(),
  HALLWAY_NOTES_FOLDER: z
    .string()
    .refine((path) => !/^[/\\]|(?:^|[/\\])\.\.?(?:[/\\]|$)|:/.test(path), advice.HALLWAY_NOTES_FOLDER)
    .transform((path) => path.replace(/\/+$/, ''))
    .optional(),
  HALLWAY_NOTES_PULL: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 5 && Number(text) <= 86_400,
      advice.HALLWAY_NOTES_PULL,
    )
    .default(defaults.HALLWAY_NOTES_PULL)
    .transform(Number),
  HALLWAY_NOTES_SECRET: z.string().min(16, advice.HALLWAY_NOTES_SECRET).optional(),
  HALLWAY_DRAIN_SECONDS: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 300, advice.HALLWAY_DRAIN_SECONDS)
    .default(defaults.HALLWAY_DRAIN_SECONDS)
    .transform(Number),
  HALLWAY_SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: advice.HALLWAY_SLACK_API_URL })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  HALLWAY_LINKS: z.string().default('').transform(foldersIn),
  HALLWAY_NOTES_URL: z.string().refine(isNotesUrl, advice.HALLWAY_NOTES_URL).optional(),
})

function notesGitOf(read: z.infer<typeof schema>): NotesGit | undefined {
  const { HALLWAY_NOTES_GIT: url, HALLWAY_NOTES_BRANCH: branch, HALLWAY_NOTES_FOLDER: folder } = read
  if (url === undefined) return undefined
  const copy = copyOf(read.HALLWAY_DATA, url, branch)
  const pullMs = read.HALLWAY_NOTES_PULL * 1000
  return { url, branch, folder, copy, pullMs, secret: read.HALLWAY_NOTES_SECRET }
}

/** A web address that nothing in a link can end early, with a place for the path. */
function isNotesUrl(text: string): boolean {
  const example = text.replaceAll('{path}', 'event/talk.md').replaceAll('{line}', '1')
  return /^https?:\/\/[^\s<>|{}]+$/.test(example) && URL.canParse(example) && text.includes('{path}')
}

const listed = (text: string): readonly string[] => text.split(',').map((one) => one.trim())

function areKeys(text: string): boolean {
  return listed(text).every((key) => /^[\w+/-]{43}=?$/.test(key) && Buffer.from(key, 'base64').length === 32)
}

function corpusFor({
  HALLWAY_CORPORA,
  HALLWAY_CORPUS_FOR = '',
}: Partial<z.infer<typeof schema>>): Config['corpusFor'] {
  if (HALLWAY_CORPORA === undefined || HALLWAY_CORPUS_FOR === 'all') return 'all'
  return HALLWAY_CORPUS_FOR === '' ? [] : listed(HALLWAY_CORPUS_FOR)
}

function areAddresses(text: string): boolean {
  return listed(text).every((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    // A lone % in a password would be read as the beginning of an escape.
    const isReadable = !/%(?![\da-f]{2})/i.test(address)
    return url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && isReadable
  })
}

/** User and password may stand in any of the addresses, and are for all of them. */
function searchOf(values: z.infer<typeof schema>): SearchCluster | undefined {
  const { HALLWAY_SEARCH_URL, HALLWAY_SEARCH_API_KEY: key, HALLWAY_SEARCH_CA: certificateFile } = values
  if (HALLWAY_SEARCH_URL === undefined) return undefined
  const urls = listed(HALLWAY_SEARCH_URL).map((address) => new URL(address))
  const withUser = urls.find(({ username }) => username !== '')
  const { username = '', password = '' } = withUser ?? {}
  const user = {
    kind: 'user',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  } as const
  return {
    addresses: urls.map(({ origin, pathname }) => origin + pathname.replace(/\/$/, '')),
    ...(key ? { credentials: { kind: 'api-key', key } } : withUser && { credentials: user }),
    ...(certificateFile && { certificateFile }),
    index: values.HALLWAY_SEARCH_INDEX,
    maxIndexed: values.HALLWAY_OWN_INDEX,
  }
}

type Variable = keyof typeof schema.shape
type VariableValues = Readonly<Partial<Record<Variable, string>>>

const variables = Object.keys(schema.shape) as readonly Variable[]

/** Each variable's value; one that is empty is not set. */
function valuesOf(env: Environment): VariableValues {
  return Object.fromEntries(variables.map((name) => [name, env[name]?.trim() || undefined]))
}

function connectionOf(values: VariableValues): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, HALLWAY_TOKEN_KEY: keys } = values
  if (clientId && clientSecret && signingSecret && keys)
    return { kind: 'many', clientId, clientSecret, signingSecret, tokenKeys: listed(keys) }
  if (botToken && appToken) return { kind: 'socket', botToken, appToken }
  if (botToken && signingSecret) return { kind: 'http', botToken, signingSecret }
  return { kind: 'local' }
}

/** A part of what Slack needs is a mistake: to run without Slack then would be a surprise. */
function missing(values: VariableValues): readonly string[] {
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

/** `NAME holds this. Do that.` */
function problemOf(name: Variable, value: string, todo: string): string {
  const swapped = name.startsWith('SLACK_') ? ownerOf(value, name) : ''
  return `${name} ${holds(name, value)}${swapped}. ${todo}`
}

/** What may hold credentials, and is repeated nowhere. */
const secretNames: ReadonlySet<string> = new Set(['HALLWAY_NOTES_GIT', 'HALLWAY_NOTES_SECRET'])

/** What the variable holds; of a secret, no more than the prefix that all such tokens share. */
function holds(name: Variable, value: string): string {
  if (secretNames.has(name)) return 'cannot be meant'
  if (name === 'HALLWAY_TOKEN_KEY')
    return `holds ${counted(listed(value).length, 'key')} of ${counted(value.length, 'character')} together`
  if (name === 'SLACK_CLIENT_SECRET') return `holds ${counted(value.length, 'character')}`
  if (!name.startsWith('SLACK_') || name === 'SLACK_CLIENT_ID')
    return `is "${value.replaceAll(/(?<=\/\/)[^@/,]*@/g, '…@')}"`
  const prefix = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-/.exec(value)?.[0]
  const length = counted(value.length, 'character')
  return prefix ? `begins with ${prefix}, ${length}` : `begins with no prefix of a Slack token, ${length}`
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Says so if the value is what another variable should hold. */
function ownerOf(value: string, name: Variable): string {
  if (value.startsWith('xoxb-')) return ', which is a bot token: it belongs in SLACK_BOT_TOKEN'
  if (value.startsWith('xapp-')) return ', which is an app-level token: it belongs in SLACK_APP_TOKEN'
  if (value.startsWith('xoxp-')) return ', which is a person’s token: Hallway needs the bot’s'
  return name !== 'SLACK_SIGNING_SECRET' && /^[0-9a-f]{32}$/.test(value)
    ? ', and looks like a signing secret'
    : ''
}

function warningsOf(env: Environment, connection: Connection): readonly string[] {
  const idle =
    connection.kind === 'local'
      ? (['HALLWAY_SLACK_API_URL', 'DATABASE_URL', 'HALLWAY_NOTES_SECRET'] as const)
      : []
  const ofMany = connection.kind === 'many' ? [] : (['HALLWAY_CORPORA', 'HALLWAY_CORPUS_FOR'] as const)
  const searchIdle = env.HALLWAY_SEARCH_URL?.trim()
    ? []
    : (['HALLWAY_SEARCH_API_KEY', 'HALLWAY_SEARCH_CA'] as const)
  const isHostIdle =
    connection.kind === 'local' && ![undefined, '', defaults.HALLWAY_HOST].includes(env.HALLWAY_HOST?.trim())
  const isStatusIdle =
    !env.HALLWAY_STATUS_PORT?.trim() &&
    Boolean(env.HALLWAY_STATUS_HOST?.trim()) &&
    env.HALLWAY_STATUS_HOST?.trim() !== defaults.HALLWAY_STATUS_HOST
  return [
    ...unknownSettings(env),
    ...idle
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing as long as no SLACK_ variable is set.`),
    ...ofMany
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing unless Hallway serves several workspaces (SLACK_CLIENT_ID).`),
    ...(connection.kind === 'many' && env.HALLWAY_CORPUS_FOR?.trim() && !env.HALLWAY_CORPORA?.trim()
      ? [
          'HALLWAY_CORPUS_FOR does nothing without HALLWAY_CORPORA: all workspaces are answered from HALLWAY_CORPUS.',
        ]
      : []),
    ...(connection.kind === 'many' && env.HALLWAY_NOTES_URL?.trim() && env.HALLWAY_CORPORA?.trim()
      ? ['HALLWAY_NOTES_URL does nothing with HALLWAY_CORPORA: it is one address for one folder of notes.']
      : []),
    ...(env.HALLWAY_NOTES_GIT?.trim()
      ? []
      : (['HALLWAY_NOTES_BRANCH', 'HALLWAY_NOTES_FOLDER', 'HALLWAY_NOTES_SECRET'] as const)
          .filter((name) => env[name]?.trim())
          .map((name) => `${name} does nothing as long as HALLWAY_NOTES_GIT is not set.`)),
    ...(isStatusIdle ? ['HALLWAY_STATUS_HOST does nothing as long as HALLWAY_STATUS_PORT is not set.'] : []),
    ...searchIdle
      .filter((name) => env[name]?.trim())
      .map((name) => `${name} does nothing as long as HALLWAY_SEARCH_URL is not set.`),
    ...(isHostIdle
      ? [
          'HALLWAY_HOST does nothing as long as no SLACK_ variable is set: the local workspace is for this machine alone.',
        ]
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
