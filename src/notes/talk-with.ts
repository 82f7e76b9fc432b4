import type { Talk } from './talk.ts'

/** The talk, but for these. What it reads only when asked stays unread. */
export const talkWith = (talk: Talk, given: Partial<Pick<Talk, 'event' | 'speakers' | 'file'>>): Talk =>
  Object.create(
    talk,
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, { value, enumerable: true }])),
  )
