import { z } from 'zod'
import { defaults, expandHome, foldersIn } from '../defaults.ts'

const settings = 'in your app’s settings at https://api.slack.com/apps'

/** What to set. It stands here apart from the checks, since a missing variable needs it too. */
export const advice = {
  SLACK_BOT_TOKEN: `Set it to the bot token, which begins with xoxb-: “OAuth & Permissions” ${settings}.`,
  SLACK_APP_TOKEN: `Set it to the app-level token, which begins with xapp-: “Basic Information” ${settings}.`,
  SLACK_SIGNING_SECRET: `Set it to the signing secret, 16 letters and digits or more: “Basic Information” ${settings}.`,
  SLACK_CLIENT_ID: `Set it to the client ID, numbers with a dot between: “Basic Information” ${settings}.`,
  SLACK_CLIENT_SECRET: `Set it to the client secret, letters and digits only: “Basic Information” ${settings}.`,
  HALLWAY_TOKEN_KEY:
    'Set it to 32 random bytes in base64, as `openssl rand -base64 32` prints them; older keys may follow, with commas between.',
  HALLWAY_CORPUS_FOR:
    'Set it to the ids of workspaces such as T012AB34CD with commas between, to all, or leave it out.',
  HALLWAY_SEARCH_URL:
    'Set it to the addresses of an OpenSearch cluster, with commas between, such as https://user:password@search1.example.com:9200.',
  HALLWAY_SEARCH_API_KEY:
    'Set it to an API key of the cluster as it was shown: ASCII letters, digits and signs.',
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

export const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

/** All variables: how each must look, and what is meant if it is not set. */
const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w.-]+$/, advice.SLACK_BOT_TOKEN)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w.-]+$/, advice.SLACK_APP_TOKEN)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-zA-Z]{16,}$/, advice.SLACK_SIGNING_SECRET)
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    // The client secret stands beside it, and everybody would read it who adds Hallway.
    .regex(/^(?![\da-f]{32}$)[\w.-]+$/, advice.SLACK_CLIENT_ID)
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
  HALLWAY_SEARCH_API_KEY: z
    .string()
    .regex(/^[!-~]+$/, advice.HALLWAY_SEARCH_API_KEY)
    .optional(),
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
  HALLWAY_NOTES_GIT: z.string().refine(isRepository, advice.HALLWAY_NOTES_GIT).optional(),
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
    // Methods are put behind it.
    .regex(/^[^?#]*$/, advice.HALLWAY_SLACK_API_URL)
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  HALLWAY_LINKS: z.string().default('').transform(foldersIn),
  HALLWAY_NOTES_URL: z.string().refine(isNotesUrl, advice.HALLWAY_NOTES_URL).optional(),
})

export type Environment = Readonly<Record<string, string | undefined>>
export type Variable = keyof typeof schema.shape
/** As typed. */
export type VariableValues = Readonly<Partial<Record<Variable, string>>>
/** As read. */
export type ReadVariables = z.infer<typeof schema>

/** What says where in the repository of HALLWAY_NOTES_GIT the notes are. */
export const repositoryVariables = ['HALLWAY_NOTES_BRANCH', 'HALLWAY_NOTES_FOLDER'] as const

export const variables = Object.keys(schema.shape) as readonly Variable[]

/** Each variable's value; one that is empty is not set. */
export function setValues(env: Environment): VariableValues {
  return Object.fromEntries(variables.map((name) => [name, env[name]?.trim() || undefined]))
}

export const readVariables = (values: VariableValues) => schema.safeParse(values)

/** Of a value with commas between. */
export const separated = (text: string): readonly string[] => text.split(',').map((one) => one.trim())

/** A web address that nothing in a link can end early, with a place for the path. */
function isNotesUrl(text: string): boolean {
  const example = text.replaceAll('{path}', 'event/talk.md').replaceAll('{line}', '1')
  return /^https?:\/\/[^\s<>|{}]+$/.test(example) && URL.canParse(example) && text.includes('{path}')
}

function isRepository(text: string): boolean {
  // Of a password with a / in it nobody could say where it ends.
  if (/^https?:/i.test(text) && !URL.canParse(text)) return false
  return /^(?:(?:https?|ssh|git|file):\/\/|[\w.-]+@[\w.-]+:|\/)[^\s-]\S*$/.test(text)
}

function areKeys(text: string): boolean {
  return separated(text).every(
    (key) => /^[\w+/-]{43}=?$/.test(key) && Buffer.from(key, 'base64').length === 32,
  )
}

function areAddresses(text: string): boolean {
  return separated(text).every((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    // A lone % in a password would be read as the beginning of an escape.
    const isReadable = !/%(?![\da-f]{2})/i.test(address)
    return url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && isReadable
  })
}
