import type { TipChannel } from '../../store/store.ts'
import type { DuePost } from '../settings/posts-due.ts'
import type { Tip } from '../tip.ts'
import type { TipRefusal, TipTrouble } from './tip-refusal.ts'

/**
 * Brings daily tips to Slack, ahead of their time. Nothing here throws: what can go wrong is a result.
 *
 * What "at most one post, and none missing" asks of an implementation: a request takes effect within `settleMs` or never,
 * and from then on `find` sees whether it did. If `find` can see that only for a while, that while must be far longer
 * than a lease (`TipPolicy.leaseMs`), and afterwards it says `cannot-tell`, never `absent`.
 */
export interface TipSender {
  /** How long before its time a post is handed to Slack. */
  readonly leadMs: number
  readonly settleMs: number
  /** What has to be kept before the request is made, so that `find` can tell this post from all others. */
  trace(post: Pick<DuePost, 'at'>, now: number): string
  send(message: TipMessage): Promise<SendResult>
  /** Whether the message with this trace has arrived. */
  find(channel: TipChannel, trace: string): Promise<FindResult>
  /** What time it is for Slack, as far as it has told; this machine's clock may be wrong. Epoch milliseconds. */
  now(): number
  /** Takes back what appears in `firmMs` or later by Slack's clock. What is gone before counts as taken back. */
  withdraw(channel: TipChannel, post: HeldPost): Promise<WithdrawResult>
  /** A direct message to the person who set the tips up. Resolves to whether it was sent. */
  tell(person: { readonly teamId: string; readonly userId: string }, trouble: TipTrouble): Promise<boolean>
}

/** Posts a tip at once, for somebody who asked for it. */
export type InstantTipSender = Omit<TipSender, 'leadMs' | 'now' | 'withdraw'>

export interface TipMessage {
  readonly channel: TipChannel
  readonly tip: Tip
  readonly trace: string
}

/** A post that Slack holds for its time. */
export interface HeldPost {
  readonly reference: string
  readonly appearsAt: number
}

export type SendResult =
  /** `reference` is Slack's name for it: the ts of a message, or the id of a scheduled one, which then `appearsAt`. */
  | { readonly kind: 'accepted'; readonly reference: string; readonly appearsAt?: number }
  /** Slack asks for patience: not accepted. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** Not accepted, and worth another try: no connection, a token that is being replaced. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** The request went out and no answer came back, or one that says nothing, such as HTTP 503: accepted or not. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Slack will not have this message, whatever the channel: too long, or blocks that it does not like. */
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'refused'; readonly why: TipRefusal }

export type FindResult =
  | { readonly kind: 'arrived'; readonly reference: string; readonly appearsAt?: number }
  | { readonly kind: 'absent' }
  /** It is too late to know. */
  | { readonly kind: 'cannot-tell'; readonly reason: string }
  /** Slack did not say; worth another try. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number }

export type WithdrawResult =
  | { readonly kind: 'withdrawn' }
  /** It appears, or has appeared. */
  | { readonly kind: 'too-late' }
  /** It could not be said; worth another try. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryAfterMs?: number }

/**
 * How near to its time a post that Slack holds cannot be taken back any more: within about five minutes of it Slack
 * confirms the deletion and posts the message all the same (documented is one minute).
 * https://github.com/slackapi/bolt-js/issues/1857, https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage
 */
export const firmMs = 6 * 60_000
