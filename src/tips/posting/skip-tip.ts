import type { TipSlot } from '../../store/store.ts'
import type { TipLog } from '../tip-parts.ts'
import type { Delivery } from './tip-delivery.ts'
import { slotName } from './tip-slot.ts'

/** The delivery of a day that has no tip, logged. */
export function skipTip(slot: TipSlot, reason: string, log: TipLog): Delivery {
  log.info(`${slotName(slot)}: skipped. ${reason}`)
  return { kind: 'skipped', reason }
}
