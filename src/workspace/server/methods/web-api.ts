import { z } from 'zod'
import type { Json } from '../../records.ts'
import type { AppDescription } from '../manifest.ts'
import { messagesOf, SlackError } from '../slack-error.ts'

/** One method of the Web API: what it needs and what it does. */
export interface ApiMethod {
  readonly token: 'bot' | 'app' | 'none'
  /** Runs the method on its arguments, all of them as text or JSON. @throws {SlackError} */
  run(args: Json, allow: Allow): Json
}

/** Throws `missing_scope` unless the app was granted the scope. */
export type Allow = (scope: string) => void

/** A method whose arguments are checked, so that its body can trust them. */
export function apiMethod<T extends z.ZodRawShape>(
  scopes: readonly string[],
  shape: T,
  run: (args: z.infer<z.ZodObject<T>>, allow: Allow) => Json,
  token: ApiMethod['token'] = 'bot',
): ApiMethod {
  const schema = z.object(shape)
  return {
    token,
    run(args, allow) {
      for (const scope of scopes) allow(scope)
      const read = schema.safeParse(args)
      if (!read.success)
        throw new SlackError('invalid_arguments', messagesOf(read.error.issues.map(asMessage)))
      return run(read.data, allow)
    },
  }
}

export interface Call {
  readonly method: string
  readonly args: Json
  /** As sent, in the header or among the arguments. */
  readonly token: string | undefined
}

export interface Tokens {
  readonly bot: string
  readonly app: string
}

/** Answers one call as Slack does: `ok` and the method's answer, or `ok: false` and Slack's word for what is wrong. */
export function answerCall(
  methods: Readonly<Record<string, ApiMethod>>,
  description: AppDescription,
  tokens: Tokens,
  call: Call,
): Json {
  const called = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined
  try {
    if (!called) throw new SlackError('unknown_method', { req_method: call.method })
    checkToken(called.token, tokens, call.token)
    return { ok: true, ...called.run(call.args, allowIn(description.scopes)) }
  } catch (error) {
    if (error instanceof SlackError) return { ok: false, error: error.code, ...error.more }
    throw error
  }
}

function checkToken(needed: ApiMethod['token'], tokens: Tokens, given: string | undefined): void {
  if (needed === 'none') return
  if (!given) throw new SlackError('not_authed')
  if (given !== tokens.bot && given !== tokens.app) throw new SlackError('invalid_auth')
  if (given !== tokens[needed]) throw new SlackError('not_allowed_token_type')
}

function allowIn(granted: ReadonlySet<string>): Allow {
  return (scope) => {
    if (!granted.has(scope))
      throw new SlackError('missing_scope', { needed: scope, provided: [...granted].join(',') })
  }
}

function asMessage(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('/')
  return issue.code === 'invalid_type' && issue.input === undefined
    ? `[ERROR] missing required field: ${name} [json-pointer:/${name}]`
    : `[ERROR] ${issue.message} [json-pointer:/${name}]`
}

/** Arguments that Slack takes as JSON inside a form. */
const jsonArguments: ReadonlySet<string> = new Set(['blocks', 'view', 'prompts'])

/** The arguments of a call, from a form (with JSON inside) or a JSON body. @throws {SlackError} */
export function parseArguments(contentType: string, body: string): Json {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') {
    const parsed = parseJsonArgument(body === '' ? '{}' : body, 'invalid_json')
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new SlackError('json_not_object')
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, decoded(key, value)]))
  }
  if (type !== 'application/x-www-form-urlencoded' && body !== '') throw new SlackError('invalid_form_data')
  return Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, decoded(key, value)]))
}

function decoded(key: string, value: unknown): unknown {
  if (!jsonArguments.has(key) || typeof value !== 'string') return value
  return parseJsonArgument(value, key === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments')
}

function parseJsonArgument(text: string, error: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SlackError(error)
  }
}
