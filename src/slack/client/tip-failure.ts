import { webApi } from '@slack/bolt'
import type { TipRefusal } from '../../tips/posting/tip-refusal.ts'
import { neverLeft } from './never-left.ts'
import { describeFailure } from './slack-failure.ts'

/** What a failed request to Slack means for what it asked for. */
export type TipFailure =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** Not done. `needsCare`: a person has to see to it. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly needsCare?: true }
  /** Done or not. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'refused'; readonly why: TipRefusal }

/**
 * Reads what a call of the Web API threw. Whatever does not certainly say that nothing was done counts as `unknown`:
 * a look in Slack costs little, a second post much.
 */
export function readTipFailure(error: unknown): TipFailure {
  const reason = describeFailure(error)
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 }
  }
  if (error instanceof webApi.WebAPIRequestError) {
    return { kind: neverLeft(error.original) ? 'unavailable' : 'unknown', reason }
  }
  if (!(error instanceof webApi.WebAPIPlatformError)) return { kind: 'unknown', reason }
  const code = error.data.error
  if (code in refusals) return { kind: 'refused', why: refusals[code]! }
  if (code.startsWith('restricted_action')) return { kind: 'refused', why: 'posting-restricted' }
  if (tooMuch.has(code)) return { kind: 'rate-limited', retryAfterMs: 60_000 }
  if (unfit.has(code)) return { kind: 'unfit', reason }
  if (halfDone.has(code)) return { kind: 'unknown', reason }
  if (code.startsWith('time_')) {
    const clocks = `${reason}: does the clock of this machine differ from Slack’s?`
    return { kind: 'unavailable', reason: clocks, needsCare: true }
  }
  return { kind: 'unavailable', reason, needsCare: true }
}

const refusals: Readonly<Record<string, TipRefusal>> = {
  not_in_channel: 'not-in-channel',
  channel_not_found: 'channel-not-found',
  invalid_channel: 'channel-not-found',
  is_archived: 'archived',
  ekm_access_denied: 'posting-restricted',
  messages_tab_disabled: 'person-unreachable',
  user_not_found: 'person-unreachable',
  user_disabled: 'person-unreachable',
  cannot_dm_bot: 'person-unreachable',
}

/** The message itself is at fault. */
const unfit: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
])

/** Too many messages, though the request itself was not one too many. */
const tooMuch: ReadonlySet<string> = new Set([
  'message_limit_exceeded',
  'rate_limited',
  'ratelimited',
  'restricted_too_many',
])

/** Slack's own failures, after which a part may have been done. */
const halfDone: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
])
