import type { Talk } from '../../notes/talk.ts'
import { rememberingOf } from '../../text/remembering.ts'
import type { Listing } from './listing.ts'

/** Questions for a list, which other answers offer. */
export const offeredLists = {
  talk: 'Which talks are there?',
  event: 'Which events are there?',
  keynote: 'Which keynotes are there?',
  link: 'Which links are there?',
  speaker: 'Which speakers are there?',
  tag: 'Which tags are there?',
  topic: 'Which topics are there?',
  year: 'Which years are there?',
} as const

/** Of the lists that some notes have nothing for: whether a talk has something. */
const holds: Readonly<Record<string, (talk: Talk) => boolean>> = {
  [offeredLists.keynote]: ({ kind }) => kind === 'keynote',
  [offeredLists.link]: ({ links }) => links.length > 0,
  [offeredLists.speaker]: ({ speakers }) => speakers.length > 0,
  [offeredLists.tag]: ({ tags }) => tags.length > 0,
  [offeredLists.topic]: ({ tags }) => tags.length > 0,
  [offeredLists.year]: ({ date, event }) => (date ?? event.year ?? event.starts) !== undefined,
}

/** The same listing, without offers of lists that would be empty. */
export function withoutEmptyLists(listing: Listing, talks: readonly Talk[]): Listing {
  const isHeld = (question: string) => !(question in holds) || heldOf(talks).has(question)
  return listing.suggestions.every(isHeld)
    ? listing
    : { ...listing, suggestions: listing.suggestions.filter(isHeld) }
}

const heldOf = rememberingOf(
  (talks: readonly Talk[]): ReadonlySet<string> =>
    new Set(Object.keys(holds).filter((question) => talks.some(holds[question]!))),
)
