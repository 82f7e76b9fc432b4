import type { TipOutcome } from '../../store/store.ts'
import type { Tip } from '../tip.ts'
import type { TipRefusal } from './tip-refusal.ts'

/** How a post ended, or that it did not yet. */
export type PostResult =
  | { readonly kind: 'posted'; readonly tip: Tip | undefined }
  /** Another try follows: Slack was not available, or its answer is not known. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly why: TipRefusal }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Only on request: it did not arrive, and nobody tries again unless asked. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Only on request: Slack did not answer, so it may have arrived. */
  | { readonly kind: 'unconfirmed'; readonly reason: string }
  /** Somebody else did it, or is doing it. */
  | { readonly kind: 'not-ours'; readonly state: 'open' | 'settled' }

/** `TipOutcome.messageTs` of a post of which nobody can know any more whether it arrived. */
export const unconfirmed = 'unconfirmed'

/** The record of a post that arrived; without `message`, of one that may have. */
export function postedAs(message?: {
  readonly reference: string
  readonly appearsAt?: number | undefined
}): TipOutcome {
  return { state: 'posted', messageTs: message?.reference ?? unconfirmed, appearsAt: message?.appearsAt }
}
