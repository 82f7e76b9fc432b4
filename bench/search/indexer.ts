import type { Talk } from '../../src/notes/talk.ts'
import { compileIndex } from '../../src/search/index/compile-index.ts'
import type { RankingParameters } from '../../src/search/rank/parameters.ts'
import { prepareSearch, type SearchData } from '../../src/search/search-data.ts'

/** What the engine reads of talks, made once for all parameters with which it is the same. */
export function createIndexer(talks: readonly Talk[]): (parameters: RankingParameters) => SearchData {
  const made = new Map<number, SearchData>()
  return ({ index: { titleBoost } }) => {
    const search = made.get(titleBoost) ?? prepareSearch(talks, compileIndex(talks, undefined, titleBoost))
    made.set(titleBoost, search)
    return search
  }
}
