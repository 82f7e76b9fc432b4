import type { Concept } from './concepts.ts'
import type { Notice, Query } from './query.ts'
import type { SearchResults } from './search-engine.ts'
import { rewrite } from './write-query.ts'

/**
 * All notices in the order of their places, and the question with everything put right that one can guess.
 * @param ofSelection what the filters and phrases were found to be
 */
export function readingOf(
  { text, notices: ofQuery }: Query,
  ofSelection: readonly Notice[],
  concepts: readonly Concept[],
): Reading {
  const notices = [...ofQuery, ...ofSelection].sort((a, b) => a.start - b.start)
  const corrections = concepts.flatMap(({ correction }) => correction ?? [])
  const suggestions = notices.flatMap(({ start, end, suggestion }) =>
    suggestion === undefined ? [] : { start, end, text: suggestion },
  )
  const offers = concepts.flatMap(({ offer }) => offer ?? [])
  const didYouMean = rewrite(text, [...suggestions, ...corrections, ...offers])
  const isCorrected = corrections.length > 0 && suggestions.length + offers.length === 0
  return { notices, isCorrected, ...(didYouMean !== text && { didYouMean }) }
}

/** How the question was read. */
type Reading = Pick<SearchResults, 'notices' | 'didYouMean' | 'isCorrected'>
