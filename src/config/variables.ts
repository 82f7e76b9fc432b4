import { z } from 'zod'
import { defaults, expandHome, foldersIn } from '../defaults.ts'

const host = /^(?:[\da-f:.]+|[a-z\d](?:[a-z\d.-]*[a-z\d])?)$/i

export const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

/** A number as it is typed, within these bounds. */
const number = (digits: RegExp, fallback: string, { least = 0, most = Number.POSITIVE_INFINITY } = {}) =>
  z
    .string()
    .refine((text) => digits.test(text) && Number(text) >= least && Number(text) <= most)
    .default(fallback)
    .transform(Number)

const matching = (pattern: RegExp) => z.string().regex(pattern)

/** All variables: how each must look, and what is meant if it is not set. What to set instead, `advice.ts` says. */
const schema = z.object({
  SLACK_BOT_TOKEN: matching(/^xoxb-[\w.-]+$/).optional(),
  SLACK_APP_TOKEN: matching(/^xapp-[\w.-]+$/).optional(),
  SLACK_SIGNING_SECRET: matching(/^[0-9a-zA-Z]{16,}$/).optional(),
  // The client secret stands beside it, and everybody would read it who adds Hallway.
  SLACK_CLIENT_ID: matching(/^(?![\da-f]{32}$)[\w.-]+$/).optional(),
  SLACK_CLIENT_SECRET: matching(/^[\w-]{8,}$/).optional(),
  HALLWAY_TOKEN_KEY: z.string().refine(areKeys).optional(),
  HALLWAY_CORPORA: z.string().transform(expandHome).optional(),
  HALLWAY_CORPUS_FOR: matching(/^(?:all|[TE][A-Z0-9]+(?: ?, ?[TE][A-Z0-9]+)*)$/).optional(),
  HALLWAY_CORPUS: z.string().default(defaults.HALLWAY_CORPUS).transform(expandHome),
  HALLWAY_DATA: z.string().refine(isUnquoted).default(defaults.HALLWAY_DATA).transform(expandHome),
  DATABASE_URL: z.string().optional(),
  HALLWAY_SEARCH_URL: z.string().refine(areAddresses).optional(),
  HALLWAY_SEARCH_API_KEY: matching(/^[!-~]+$/).optional(),
  HALLWAY_SEARCH_CA: z.string().transform(expandHome).optional(),
  HALLWAY_SEARCH_INDEX: matching(/^[a-z][a-z\d-]{0,100}$/).default(defaults.HALLWAY_SEARCH_INDEX),
  HALLWAY_OWN_INDEX: number(/^\d{1,8}$/, defaults.HALLWAY_OWN_INDEX),
  HALLWAY_MEANING: matching(/^[a-z0-9][a-z0-9.-]*$/).optional(),
  HALLWAY_MODEL_MIRROR: z.url({ protocol: /^https?$/ }).optional(),
  HALLWAY_TIP_GRACE: number(/^\d{1,2}(\.\d+)?$/, defaults.HALLWAY_TIP_GRACE, { most: 24 }),
  HALLWAY_PORT: z.string().refine(isPort).default(defaults.HALLWAY_PORT).transform(Number),
  HALLWAY_HOST: matching(host).default(defaults.HALLWAY_HOST),
  HALLWAY_LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default(defaults.HALLWAY_LOG_LEVEL),
  HALLWAY_LOG_FORMAT: z.enum(['text', 'json']).default(defaults.HALLWAY_LOG_FORMAT),
  HALLWAY_SLOW_MS: number(/^\d{1,7}$/, defaults.HALLWAY_SLOW_MS),
  HALLWAY_STATUS_PORT: z.string().refine(isPort).transform(Number).optional(),
  HALLWAY_STATUS_HOST: matching(host).default(defaults.HALLWAY_STATUS_HOST),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  HALLWAY_NOTES_GIT: z.string().refine(isRepository).optional(),
  HALLWAY_NOTES_BRANCH: matching(/^(?![-/.])(?!.*\.\.)[\p{L}\p{N}._/-]+$/u).optional(),
  HALLWAY_NOTES_FOLDER: z
    .string()
    .refine((path) => !/^[/\\]|(?:^|[/\\])\.\.?(?:[/\\]|$)|:/.test(path))
    .transform((path) => path.replace(/\/+$/, ''))
    .optional(),
  HALLWAY_NOTES_PULL: number(/^\d{1,5}$/, defaults.HALLWAY_NOTES_PULL, { least: 5, most: 86_400 }),
  HALLWAY_NOTES_SECRET: z.string().min(16).optional(),
  HALLWAY_DRAIN_SECONDS: number(/^\d{1,3}$/, defaults.HALLWAY_DRAIN_SECONDS, { most: 300 }),
  HALLWAY_SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    // Methods are put behind it.
    .regex(/^[^?#]*$/)
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  HALLWAY_LINKS: z.string().default('').transform(foldersIn),
  HALLWAY_NOTES_URL: z.string().refine(isNotesUrl).optional(),
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
  const url = URL.parse(example)
  // It is posted in links, for all to see.
  const namesNobody = url?.username === '' && url.password === ''
  return /^https?:\/\/[^\s<>|{}]+$/.test(example) && namesNobody && text.includes('{path}')
}

function isRepository(text: string): boolean {
  // Of a password with a / in it nobody could say where it ends.
  if (/^https?:/i.test(text) && !URL.canParse(text)) return false
  return /^(?:(?:https?|ssh|git|file):\/\/|[\w.-]+@[\w.-]+:|\/)[^\s-]\S*$/.test(text)
}

/** Quotes of a shell that nobody has taken away would be part of the name of a folder, which is made if it is not there. */
function isUnquoted(path: string): boolean {
  return !`'"`.includes(path.charAt(0)) || path.at(-1) !== path.charAt(0)
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
