import type { SimilarTalk } from '../search/search-engine.ts'

const speakersNamed = 2
const tagsNamed = 3
const topicsNamed = 4

/**
 * Says why a talk is shown beside another, e.g. `Also by Ada Pier; also about queues, retries`, or `Close in meaning` if there is no
 * word to name; may be empty.
 */
export function describeShared({ shared, isNear }: Pick<SimilarTalk, 'shared' | 'isNear'>): string {
  const { speakers, tags, words } = shared
  const topics = [...tags.slice(0, tagsNamed), ...words].slice(0, topicsNamed)
  const reasons = [
    ...(speakers.length > 0 ? [`by ${speakers.slice(0, speakersNamed).join(' and ')}`] : []),
    ...(topics.length > 0 ? [`about ${topics.join(', ')}`] : []),
  ]
  if (reasons.length === 0) return isNear ? 'Close in meaning' : ''
  return `Also ${reasons.join('; also ')}${isNear ? '; close in meaning' : ''}`
}
