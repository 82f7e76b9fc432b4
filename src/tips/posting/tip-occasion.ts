import type { TipOccasion } from '../../store/store.ts'

/** The occasion of a tip on request. A daily tip's is its local date. */
export const occasionOfRequest = (request: string) => `now:${request}`

export const isDailyOccasion = (occasion: string) => /^\d{4}-\d{2}-\d{2}$/.test(occasion)

/** For the log. */
export const occasionName = ({ channelId, occasion }: TipOccasion) => `Tip of ${channelId} for ${occasion}`
