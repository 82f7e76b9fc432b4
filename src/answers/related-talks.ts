import type { PageOptions, SearchEngine, SimilarTalk } from '../search/search-engine.ts'

/** Below this share of a talk's own key terms, another talk has only everyday words in common with it. */
const minResemblance = 0.1

/** Talks like the given one, best first; empty for an unknown id, and if nothing resembles it. */
export async function relatedTalks(
  talkId: string,
  engine: SearchEngine,
  { limit = 3, offset = 0 }: PageOptions = {},
): Promise<readonly SimilarTalk[]> {
  const similar = await engine.similar(talkId, { limit, offset })
  return similar.filter(({ coverage, isNear }) => isNear || coverage >= minResemblance)
}
