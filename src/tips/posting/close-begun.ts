import type { TipChannel } from '../../store/store.ts'
import type { DuePost } from '../settings/days-due.ts'
import { findEarlierAttempt } from './find-earlier-attempt.ts'
import type { SlotParts } from './posting-parts.ts'
import type { Delivery } from './tip-delivery.ts'
import { isDailySlot } from './tip-slot.ts'

/**
 * Closes what was begun by other settings: it arrived, or never was. Undefined once nothing is left open but the posts
 * that are to be decided about now.
 */
export async function closeBegun(
  channel: TipChannel,
  decided: readonly DuePost[],
  parts: SlotParts,
): Promise<Delivery | undefined> {
  const { store, now, policy } = parts
  for (const { slot } of await store.openTips(channel)) {
    if (!isDailySlot(slot) || decided.some(({ date }) => date === slot)) continue
    const lease = await store.claimTip({ ...channel, slot }, now(), policy.leaseMs)
    if (lease === undefined) return { kind: 'not-ours', state: 'open' }
    const found = await findEarlierAttempt(lease, parts)
    if (found?.kind === 'waiting') return found
    if (found === undefined) await store.dropTip(lease)
  }
  return undefined
}
