import type { SearchEngine } from './search-engine.ts'

/** Nothing can be searched at the moment: the cluster cannot be asked, and the process has no index of its own. */
export class SearchAway extends Error {
  override readonly name = 'SearchAway'

  constructor(options?: ErrorOptions) {
    super('Search is away at the moment: no search cluster answers for these notes.', options)
  }
}

/** Takes the place of an index that would not fit: it throws `SearchAway` whatever is asked. */
export function createEngineAway(): SearchEngine {
  const isAway = () => Promise.reject(new SearchAway())
  return {
    search: isAway,
    similar: isAway,
    keyTerms: isAway,
    suggest: isAway,
    topics: isAway,
    names: isAway,
  }
}
