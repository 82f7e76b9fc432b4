export interface TipPolicy {
  /** How late a daily tip may come before its day is skipped. Default 3 h. */
  readonly graceMs: number
  /** How long a post is one process's own. Far longer than a request to Slack takes. Default 60 s. */
  readonly leaseMs: number
  /** The pause before another try if Slack was unavailable; doubles with each, up to 10 min. Default 15 s. */
  readonly retryMs: number
}

export const defaultTipPolicy: TipPolicy = { graceMs: 3 * 60 * 60_000, leaseMs: 60_000, retryMs: 15_000 }

const maxRetryMs = 10 * 60_000

/** The pause after an attempt that Slack certainly did not accept. `attempt` counts from 1. */
export function retryPauseMs({ retryMs }: TipPolicy, attempt: number): number {
  return Math.min(retryMs * 2 ** Math.min(attempt - 1, 20), maxRetryMs)
}

/** Days further back are not put on record as skipped; and a channel that has no post to come is seen to as often. */
export const maxLookBackMs = 31 * 24 * 60 * 60_000
