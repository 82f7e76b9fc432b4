import type { TipSlot } from '../../store/store.ts'

/** The slot of a tip on request. A daily tip's is its local date. */
export const slotOfRequest = (request: string) => `now:${request}`

export const isDailySlot = (slot: string) => /^\d{4}-\d{2}-\d{2}$/.test(slot)

/** For the log. */
export const slotName = ({ channelId, slot }: TipSlot) => `Tip of ${channelId} for ${slot}`
