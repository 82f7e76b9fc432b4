import type { Talk } from './talk.ts'

/** All parts of a talk, in the order in which it is written. */
export const talkKeys = Object.keys({
  id: true,
  event: true,
  title: true,
  kind: true,
  speakers: true,
  tags: true,
  links: true,
  followUps: true,
  attendees: true,
  language: true,
  file: true,
  date: true,
  starts: true,
  ends: true,
  room: true,
  again: true,
  summary: true,
  takeaways: true,
  sections: true,
} satisfies Record<keyof Talk, true>) as readonly (keyof Talk)[]

/** The talk as a plain value. One that is kept reads its parts only when asked, so that it cannot be spread or written. */
export const wholeTalk = (talk: Talk): Talk =>
  Object.fromEntries(
    talkKeys.flatMap((key) => (talk[key] === undefined ? [] : [[key, talk[key]]])),
  ) as unknown as Talk
