import type { Query } from '../../query/query.ts'
import { createMatcher, type Matches, type MatchRequest, withFirst } from '../../rank/find-matches.ts'
import { fuseMeaning } from '../../rank/fuse-meaning.ts'
import { listMatches } from '../../rank/list-matches.ts'
import { talkCalled } from '../../rank/named-talks.ts'
import type { RankingParameters } from '../../rank/parameters.ts'
import { wordsOrPhrases } from '../../rank/words-or-phrases.ts'
import type { SimilarityOfTalks } from '../in-process-similarity.ts'
import type { Candidates, FoundTalks } from './find-candidates.ts'
import type { ReadQuestion, ReadWords } from './read-question.ts'

/** What a question finds among its candidates, ranked as all talks would be. */
export interface RankedCandidates {
  readonly matches: Matches
  /** Which of the two readings of the question was chosen. */
  readonly asked: ReadWords
  readonly isByPhrases: boolean
  /** The documents that lead because the question is their title. */
  readonly first: readonly number[]
  /** What other talks have to cover at least, in units of idf, to be found. */
  readonly minBound: number
  /** Whether there are no others to be found. */
  readonly isWhole: boolean
  readonly request: MatchRequest
}

interface RankCandidatesOptions {
  readonly query: Query
  readonly near: SimilarityOfTalks | undefined
  readonly minShare: number
  readonly isLate: () => boolean
}

/** As the embedded engine chooses between words and phrases, and adds meaning. */
export function rankCandidates(
  { known, byWords, byPhrases, titled }: Candidates,
  question: ReadQuestion,
  { query, near, minShare, isLate }: RankCandidatesOptions,
  parameters: RankingParameters,
): RankedCandidates {
  const { decision } = parameters
  const { isListing, named } = question
  const findMatches = createMatcher(known.reader, parameters)
  const ofNamed =
    named.length > 0 ? known.maskOf(known.talks.filter(({ event }) => named.includes(event))) : undefined
  const requestFor = (asked: ReadWords, { talks, highestBound }: FoundTalks): MatchRequest => ({
    ...asked,
    mask: known.maskOf(talks),
    named: ofNamed,
    minShare,
    highestBound,
    isLate,
  })
  const wordRequest = requestFor(question.byWords, byWords)
  const phraseRequest = question.byPhrases && requestFor(question.byPhrases, byPhrases)
  const findWords = () => (isListing ? listMatches(undefined) : findMatches(wordRequest))
  const findPhrases = phraseRequest && (() => findMatches(phraseRequest))
  const { matches: ranked, isByPhrases } = findPhrases
    ? wordsOrPhrases(findWords, findPhrases, decision)
    : { matches: findWords(), isByPhrases: false }
  const { highestBound, isWhole } = isByPhrases ? byPhrases : byWords
  const isFused = near !== undefined && titled.length === 0
  const similarity = near?.among(known.talks.map(({ id }) => id))
  const fused =
    isFused && similarity
      ? fuseMeaning(ranked, { similarity, mask: wordRequest.mask, minShare }, parameters)
      : ranked
  const request = isByPhrases ? phraseRequest! : wordRequest
  const first = isListing || query.filters.length > 0 ? [] : titled
  return {
    matches: withFirst(first.length > 0 || isListing ? first : talkCalled(query, known, request.mask), fused),
    asked: isByPhrases ? question.byPhrases! : question.byWords,
    isByPhrases,
    first,
    minBound: minShare === 0 ? 0 : decision.listedShareOfBound * highestBound,
    isWhole: isWhole && !isListing,
    request,
  }
}
