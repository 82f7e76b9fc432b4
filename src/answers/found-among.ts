import type { PageOptions, SearchResults } from '../search/search-engine.ts'

/** How many talks are searched for those that may answer: no question has more good matches. */
export const maxAmong = 50

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
