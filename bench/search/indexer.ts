import type { Talk } from '../../src/notes/talk.ts'
import { buildIndex } from '../../src/search/index/build-index.ts'
import type { RankingParameters } from '../../src/search/rank/parameters.ts'
import { prepareSearch, type SearchData } from '../../src/search/search-data.ts'

/** What the engine reads of talks, made once for all parameters with which it is the same. */
export function createIndexer(talks: readonly Talk[]): (parameters: RankingParameters) => SearchData {
  const made = new Map<string, SearchData>()
  return ({ index }) => {
    const key = JSON.stringify(index)
    const search = made.get(key) ?? prepareSearch(talks, buildIndex(talks, index))
    made.set(key, search)
    return search
  }
}
