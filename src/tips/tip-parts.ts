import type { TipPostStore, TipSubscriptionStore } from '../store/store.ts'

/** The part of the store that tips need. */
export type TipStore = TipSubscriptionStore & TipPostStore

export interface TipLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
