import type { Talk } from '../notes/talk.ts'
import { rememberingOf } from '../text/remembering.ts'
import type { Listing } from './listing/listing.ts'

/** Questions for a list that some notes have nothing for, and whether a talk has something for it. */
const lists: Readonly<Record<string, (talk: Talk) => boolean>> = {
  'Which keynotes are there?': ({ kind }) => kind === 'keynote',
  'Which links are there?': ({ links }) => links.length > 0,
  'Which speakers are there?': ({ speakers }) => speakers.length > 0,
  'Which tags are there?': ({ tags }) => tags.length > 0,
  'Which topics are there?': ({ tags }) => tags.length > 0,
}

/** The same listing, without offers of lists that would be empty. */
export function withoutEmptyLists(listing: Listing, talks: readonly Talk[]): Listing {
  const isHeld = (question: string) => !(question in lists) || heldOf(talks).has(question)
  return listing.suggestions.every(isHeld)
    ? listing
    : { ...listing, suggestions: listing.suggestions.filter(isHeld) }
}

const heldOf = rememberingOf(
  (talks: readonly Talk[]): ReadonlySet<string> =>
    new Set(Object.keys(lists).filter((question) => talks.some(lists[question]!))),
)
