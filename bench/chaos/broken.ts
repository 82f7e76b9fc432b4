import type { TipStore } from '../../src/tips/tip-parts.ts'

/** Deliveries that look right and are not: what the chaos test must catch. */
export const brokenKinds = ['check-then-post', 'claim-only'] as const
export type Broken = (typeof brokenKinds)[number]

export function breakStore(store: TipStore, broken: Broken | undefined): TipStore {
  switch (broken) {
    case undefined:
      return store
    // Whether there is a post already is looked up first; nothing keeps two from finding that there is none.
    case 'check-then-post':
      return {
        ...store,
        async claimTip(occasion, now) {
          const lease = await store.claimTip(occasion, now, 0)
          return lease && { ...lease, attempt: 1, expiresAt: Number.MAX_SAFE_INTEGER }
        },
        async planTip(...plan) {
          const state = await store.planTip(...plan)
          return state === 'lost' ? 'planned' : state
        },
      }
    // Each post is claimed once, for good; what became of it is nobody's business any more.
    case 'claim-only':
      return {
        ...store,
        async claimTip(...claim) {
          const lease = await store.claimTip(...claim)
          return lease?.attempt === 1 ? lease : undefined
        },
      }
  }
}
