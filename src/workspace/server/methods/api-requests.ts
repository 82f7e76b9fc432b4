import { json, plainReply, type Reply, type ServerRequest } from '../http-server.ts'
import type { AppDescription } from '../manifest.ts'
import type { createPace } from '../pace.ts'
import { SlackError } from '../slack-error.ts'
import type { Fault, RecordedCall, Workspace, WorkspaceOptions } from '../workspace.ts'
import { type ApiMethod, answerCall, parseArguments, type Tokens } from './web-api.ts'

interface ApiRequestsParts {
  readonly methods: Readonly<Record<string, ApiMethod>>
  readonly description: AppDescription
  readonly tokens: Tokens
  readonly pace: ReturnType<typeof createPace> | undefined
  readonly faults: WorkspaceOptions['faults']
  /** Hears of each call when it has its answer. */
  readonly onCall: () => void
}

/** Requests for the Web API: how they are answered or made to fail, and what is kept of them. */
interface ApiRequests extends Pick<Workspace, 'calls' | 'fail'> {
  /** @param method the path below `/api/` */
  answer(method: string, request: ServerRequest): Reply
}

/** Calls that are kept to be looked at; older ones are forgotten. */
const maxKeptCalls = 5_000

export function createApiRequests(parts: ApiRequestsParts): ApiRequests {
  const { methods, description, tokens, pace, onCall } = parts
  const calls: RecordedCall[] = []
  const faults = new Map<string, Fault[]>()

  function answerTo(method: string, request: ServerRequest): Reply {
    const fault = faults.get(method)?.shift() ?? parts.faults?.(method)
    const failed = fault && !('error' in fault) ? failure(fault) : undefined
    if (failed && !(fault && 'accepted' in fault && fault.accepted)) return failed
    const { args, token } = argumentsOf(request)
    const retryAfter = pace?.(method, args)
    if (retryAfter !== undefined) return failure({ status: 429, retryAfter })
    const answer =
      fault && 'error' in fault
        ? { ok: false, error: fault.error }
        : answerCall(methods, description, tokens, { method, args, token })
    calls.push({ method, args, answer })
    if (calls.length > maxKeptCalls) calls.shift()
    onCall()
    return failed ?? json(answer)
  }

  return {
    answer(method, request) {
      try {
        return answerTo(method, request)
      } catch (error) {
        if (error instanceof SlackError) return json({ ok: false, error: error.code, ...error.more })
        throw error
      }
    },
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    fail: (method, ...next) => faults.set(method, [...(faults.get(method) ?? []), ...next]),
  }
}

function argumentsOf({ headers, body }: ServerRequest) {
  const { token, ...args } = parseArguments(headers['content-type'] ?? '', body)
  const bearer = headers.authorization?.match(/^Bearer (.+)$/i)?.[1]
  return { args, token: bearer ?? (typeof token === 'string' ? token : undefined) }
}

function failure(fault: Exclude<Fault, { error: string }>): Reply {
  if ('connection' in fault) return { connection: fault.connection }
  const { status, retryAfter } = fault
  return plainReply(status, '', retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
}
