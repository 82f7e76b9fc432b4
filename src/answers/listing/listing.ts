import type { LinkKind, Slot, Talk } from '../../notes/talk.ts'
import type { FacetField, Notice } from '../../search/query/query.ts'
import type { SearchResult } from '../../search/search-engine.ts'

/** What a list is of: talks, or the values that they have in one field. */
export type Listed = 'talk' | FacetField

/** A page of a list, or a count: what is said to `list speakers` and `how many talks are there?`. Pure data. */
export interface Listing {
  readonly kind: 'listing'
  /** As it was asked. */
  readonly question: string
  readonly of: Listed | 'day' | 'link' | 'follow-up'
  /** One sentence that says how many there are in all. */
  readonly explanation: string
  /** If talks are listed: those of the page. */
  readonly results: readonly SearchResult[]
  /** If they are listed by time: when and where each talk of the page is. */
  readonly slots?: readonly Slot[]
  /**
   * If they are listed by day: for each talk, the day that begins with it, `YYYY-MM-DD`, and undefined if it is that of the one
   * before; empty if `explanation` says the day that all have.
   */
  readonly dayStarts?: readonly (string | undefined)[]
  /** If links, or things to follow up, are listed: for each talk of the page, the one that is meant. */
  readonly links?: readonly ListedLink[]
  /** If values are listed: those of the page. */
  readonly values: readonly ListedValue[]
  readonly offset: number
  /** How many there are, over all pages. */
  readonly total: number
  /** Whole questions that lead on; may be empty. */
  readonly suggestions: readonly string[]
  readonly notices: readonly Notice[]
  readonly isStartedAgain: boolean
  readonly corpusVersion: string
}

/** What a talk leads to. */
export interface ListedLink {
  readonly title: string
  /** Missing if a thing to follow up has none. */
  readonly url?: string
}

/** What a talk leads to, of one kind: links of some kind or of any, or what it says to follow up. */
export const linksOf = ({ links, followUps }: Talk, kind?: LinkKind | 'follow-up'): readonly ListedLink[] =>
  kind === 'follow-up'
    ? followUps.map(({ text, url }) => ({ title: text, ...(url !== undefined && { url }) }))
    : links.filter((link) => kind === undefined || link.kind === kind)

/** A speaker, a tag and so on. */
export interface ListedValue {
  /** As people read it. */
  readonly value: string
  /** How many of the talks have it; missing if `value` counts something else. */
  readonly talks?: number
  /** The question that lists these talks. */
  readonly question: string
}

/** Whether all links that are listed are of the one talk that is named above them. */
export function isOfTalkNamed({ explanation, results }: Pick<Listing, 'explanation' | 'results'>): boolean {
  const [first] = results
  return (
    first !== undefined &&
    results.every(({ talk }) => talk.id === first.talk.id) &&
    explanation.includes(`“${first.talk.title}”`)
  )
}

/** Lines of a page, if nobody says how many. */
export const defaultLines = 20
