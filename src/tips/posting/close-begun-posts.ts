import type { TipChannel } from '../../store/store.ts'
import type { DuePost } from '../settings/posts-due.ts'
import { findEarlierAttempt } from './find-earlier-attempt.ts'
import type { PostResult } from './post-result.ts'
import type { OnePostParts } from './posting-parts.ts'
import { isDailyOccasion } from './tip-occasion.ts'

/**
 * Settles the posts that were begun under earlier settings: each has arrived, or counts as never begun. Resolves to
 * undefined once none is open any more but those that are to be decided about now (`decided`).
 */
export async function closeBegunPosts(
  channel: TipChannel,
  decided: readonly DuePost[],
  parts: OnePostParts,
): Promise<PostResult | undefined> {
  const { store, now, policy } = parts
  for (const { occasion } of await store.openTips(channel)) {
    if (!isDailyOccasion(occasion) || decided.some(({ date }) => date === occasion)) continue
    const lease = await store.claimTip({ ...channel, occasion }, now(), policy.leaseMs)
    if (lease === undefined) return { kind: 'not-ours', state: 'open' }
    const found = await findEarlierAttempt(lease, parts)
    if (found?.kind === 'waiting') return found
    if (found === undefined) await store.dropTip(lease)
  }
  return undefined
}
