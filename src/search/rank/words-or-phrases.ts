import type { Matches } from './find-matches.ts'
import type { RankingParameters } from './parameters.ts'

/**
 * What a question with phrases finds by them, unless that fits much less than its words alone: then a phrase counts only as its words.
 * Only the matches of the last search can be read, so an earlier search may be repeated.
 */
export function wordsOrPhrases(
  findWords: () => Matches,
  findPhrases: () => Matches,
  { minShareOfPhrases }: RankingParameters['decision'],
): { readonly matches: Matches; readonly isByPhrases: boolean } {
  const minCoverage = minShareOfPhrases * findWords().bestCoverage
  const byPhrases = findPhrases()
  const isByPhrases = byPhrases.total > 0 && byPhrases.bestCoverage >= minCoverage
  return { matches: isByPhrases ? byPhrases : findWords(), isByPhrases }
}
