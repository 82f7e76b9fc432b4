import type { PageOptions, SearchOptions, SearchResults } from '../search/search-engine.ts'

/** How much is searched for the talks that may answer: no question has more good matches. One alone is found, though many fit better. */
export const searchAmong = (ids: ReadonlySet<string>): Pick<SearchOptions, 'limit' | 'minShare'> =>
  ids.size === 1 ? { limit: 200, minShare: 0 } : { limit: 50 }

/**
 * A page of what was found, without other talks than these.
 * @param ids of the talks that may answer
 */
export function foundAmong(
  found: SearchResults,
  ids: ReadonlySet<string>,
  { offset, limit }: Required<PageOptions>,
): SearchResults {
  const results = found.results.filter(({ talk }) => ids.has(talk.id))
  return {
    ...found,
    results: results.slice(offset, offset + limit),
    offset,
    total: results.length,
    best: results[0],
    lead: results[0]?.talk.id === found.best?.talk.id ? found.lead : undefined,
    bestCoverage: Math.max(0, ...results.map(({ coverage }) => coverage())),
  }
}
