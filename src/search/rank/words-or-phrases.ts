import type { Matches } from './find-matches.ts'
import type { RankingParameters } from './parameters.ts'

/**
 * What a question with phrases finds by them, unless they fit much less of it than its words alone: then a phrase is no more than
 * its words. Only the last matches that were asked for can be read, so what was found before may be found anew.
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
