import type { Shared } from '../search/similar/shared.ts'

const speakersNamed = 2
const tagsNamed = 3
const topicsNamed = 4

/** Why a talk is shown beside another, e.g. `Also by Ada Pier; also about queues, retries`; may be empty. */
export function describeShared({ speakers, tags, words }: Shared): string {
  const topics = [...tags.slice(0, tagsNamed), ...words].slice(0, topicsNamed)
  const reasons = [
    ...(speakers.length > 0 ? [`by ${speakers.slice(0, speakersNamed).join(' and ')}`] : []),
    ...(topics.length > 0 ? [`about ${topics.join(', ')}`] : []),
  ]
  return reasons.length === 0 ? '' : `Also ${reasons.join('; also ')}`
}
