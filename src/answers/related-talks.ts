import type { SearchEngine, SearchOptions, SearchResult } from '../search/search-engine.ts'

/** Below this share of a talk's own key terms, another talk has only everyday words in common with it. */
const leastResemblance = 0.1

/** Talks like the given one, best first; empty for an unknown id, and where nothing resembles it. */
export async function relatedTalks(
  talkId: string,
  engine: SearchEngine,
  { limit = 3, offset = 0 }: SearchOptions = {},
): Promise<readonly SearchResult[]> {
  const { results } = await engine.similar(talkId, { limit, offset })
  return results.filter((result) => result.coverage >= leastResemblance)
}
