import type { TipSlot } from '../../store/store.ts'
import { drawFrom, type TipFilter } from '../tip.ts'
import { findEarlierAttempt } from './find-earlier-attempt.ts'
import type { SlotParts } from './posting-parts.ts'
import { sendTip, type TipOrder } from './send-tip.ts'
import { skipTip } from './skip-tip.ts'
import type { Delivery } from './tip-delivery.ts'

export interface SlotOrder extends Omit<TipOrder, 'tips'> {
  readonly slot: TipSlot
  /** Whether it may still be posted; if not, only what an earlier attempt began is brought to its end. */
  readonly isOpen: boolean
  readonly filter: TipFilter
}

const tooLate = 'Hallway could not post it in time.'

/** Decides about one slot and fills it, unless it is or was another's to fill. */
export async function deliverSlot(
  { slot, isOpen, filter, ...order }: SlotOrder,
  parts: SlotParts,
): Promise<Delivery> {
  const { store, tips, now, log, policy } = parts
  if (!isOpen && (await store.skipTip(slot, tooLate, now()))) return skipTip(slot, tooLate, log)
  const lease = await store.claimTip(slot, now(), policy.leaseMs)
  if (!lease) {
    const record = await store.tipRecord(slot)
    return { kind: 'not-ours', state: record === undefined || record.state === 'open' ? 'open' : 'settled' }
  }
  const found = await findEarlierAttempt(lease, parts)
  if (found) return found
  if (!isOpen) {
    await store.finishTip(lease, { state: 'skipped', reason: tooLate })
    return skipTip(slot, tooLate, log)
  }
  return sendTip(lease, { ...order, tips: drawFrom(tips(), filter) }, parts)
}
