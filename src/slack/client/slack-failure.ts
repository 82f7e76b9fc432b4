import { MultipleListenerError, RespondError, UnknownError, webApi } from '@slack/bolt'
import { errorCode } from '../../files/error-code.ts'

/** One line that says what went wrong, for the log and the terminal. */
export function describeFailure(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: refusal, response_metadata, ...more } = error.data
    const scope = 'needed' in more ? [`needed: ${more.needed}`] : []
    const details = response_metadata?.messages?.slice(0, 3) ?? []
    return [`Slack answered ${refusal}`, ...scope, ...details].join('; ')
  }
  if (error instanceof webApi.WebAPIRequestError) return `Slack cannot be reached (${rootOf(error.original)})`
  if (error instanceof webApi.WebAPIHTTPError) return `Slack answered HTTP ${error.statusCode}`
  if (error instanceof webApi.WebAPIRateLimitedError) return `Slack asks to wait ${error.retryAfter} seconds`
  if (error instanceof RespondError) return `Slack did not take the reply (HTTP ${error.statusCode})`
  // Bolt wraps what is not its own error.
  if (error instanceof UnknownError) return describeFailure(error.original)
  if (error instanceof MultipleListenerError) return error.originals.map(describeFailure).join('; ')
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** Slack's code for a refusal, e.g. `invalid_auth`; undefined if Slack did not refuse, or only for now. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError && !passing.has(error.data.error)
    ? error.data.error
    : undefined
}

/** Whether Slack refuses a token, or the token that renews it, since the app was removed. An expired token does not say so. */
export const isOfRemovedApp = (error: unknown): boolean => removed.has(refusalOf(error))

const removed: ReadonlySet<string | undefined> = new Set([
  'account_inactive',
  'invalid_auth',
  'invalid_refresh_token',
  'token_revoked',
])

/** Slack's errors that pass by themselves (https://docs.slack.dev/reference/methods/apps.connections.open). */
const passing: ReadonlySet<string> = new Set([
  'accesslimited',
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
])

/** The innermost cause: fetch says only `fetch failed`. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return rootOf(error.cause)
  return error.message || (errorCode(error) ?? error.name)
}
