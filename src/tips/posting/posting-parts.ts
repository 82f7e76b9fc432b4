import type { Holidays } from '../settings/holidays.ts'
import type { TipSource } from '../tip.ts'
import type { TipLog, TipStore } from '../tip-parts.ts'
import type { TipPolicy } from './tip-policy.ts'
import type { InstantTipSender, TipSender } from './tip-sender.ts'

/** What posting needs from outside. Each piece says which of it it uses; none keeps anything between two calls. */
export interface PostingParts {
  readonly store: TipStore
  readonly sender: TipSender
  readonly tips: TipSource
  readonly holidays: Holidays
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Whether `now` is certainly right, found out if in doubt: only then is a day left without a tip for good. Default: it is. */
  readonly isSure?: (() => Promise<boolean>) | undefined
  readonly log: TipLog
  readonly policy: TipPolicy
}

/** What it takes to fill one occasion, with a daily tip or at once. */
export interface OnePostParts extends Pick<PostingParts, 'store' | 'tips' | 'now' | 'log' | 'policy'> {
  readonly sender: InstantTipSender
}
