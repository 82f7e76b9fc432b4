import type { Talk } from '../../src/notes/talk.ts'

/** A talk with all its parts read, to compare: some talks read theirs only when asked. */
export function plainTalk(talk: Talk): Talk {
  const { id, event, title, kind, speakers, tags, links, followUps, attendees, date, language, file } = talk
  const { summary, takeaways, sections } = talk
  const head = { id, event, title, kind, speakers, tags, links, followUps, attendees, date, language, file }
  return { ...head, summary, takeaways, sections }
}
