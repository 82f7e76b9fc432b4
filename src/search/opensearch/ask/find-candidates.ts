import type { Query } from '../../query/query.ts'
import { meantByTitle } from '../../rank/named-talks.ts'
import type { SearchResponse } from '../cluster.ts'
import type { CorpusStatistics, WeighedTalk } from '../corpus-statistics.ts'
import type { SimilarityOfTalks } from '../in-process-similarity.ts'
import { titleKeyOf } from '../talk-document.ts'
import { bestBy, idsOfHits, matchNone, type TalkIndex } from '../talk-index.ts'
import { type CandidateIndex, createCandidateIndex } from './candidate-index.ts'
import type { ReadQuestion, ReadWords } from './read-question.ts'
import type { ReadWeighedTalks } from './talk-reader.ts'

/** All that is ranked for one question. */
export interface Candidates {
  readonly known: CandidateIndex
  readonly byWords: FoundTalks
  readonly byPhrases: FoundTalks
  /** The documents whose title the question is, word for word; to the letter, if there is one. */
  readonly titled: readonly number[]
  /** Whether time ran out. */
  readonly isPartial: boolean
}

export interface FoundTalks {
  readonly talks: readonly WeighedTalk[]
  /** The most that any of all talks can cover, in units of idf. */
  readonly highestBound: number
  /** Whether there are no others that have a word of the question. */
  readonly isWhole: boolean
}

interface CandidateRequest {
  readonly query: Query
  readonly question: ReadQuestion
  readonly near: SimilarityOfTalks | undefined
  /** How many talks are ranked, by words and by similarity. */
  readonly counts: { readonly byWords: number; readonly byMeaning: number }
  readonly timeLeft: () => number
}

interface CandidateSource {
  readonly index: TalkIndex
  readonly readTalks: ReadWeighedTalks
  readonly statistics: CorpusStatistics
}

/** What fits the words best, what says the phrases, what is nearest in meaning, and what the question is the title of. */
export async function findCandidates(
  { index, readTalks, statistics }: CandidateSource,
  { query, question, near, counts, timeLeft }: CandidateRequest,
): Promise<Candidates> {
  const { byWords, byPhrases, isListing } = question
  const best = (asked?: ReadWords) =>
    asked?.score && !isListing ? bestBy(asked.score, asked.filter, counts.byWords) : matchNone
  const highest = (asked?: ReadWords) =>
    asked?.bounds && !isListing ? bestBy(asked.bounds, asked.filter, 1) : matchNone
  const title = titleKeyOf(query.words.map(({ folded }) => folded))
  // Exclusions leave fewer of them.
  const ids = near?.nearest((query.exclusions.length > 0 ? 4 : 1) * counts.byMeaning)
  const responses = await index.search(
    [
      best(byWords),
      highest(byWords),
      best(byPhrases),
      highest(byPhrases),
      title === '' ? matchNone : bestBy({ term: { titled: title } }, [], counts.byWords),
      ids ? bestBy({ terms: { id: ids } }, byWords.filter, ids.length) : matchNone,
    ],
    timeLeft(),
  )
  const [words, bound, said, boundOfSaid, ofTitle, ofMeaning] = responses
  const isWhole = (of?: SearchResponse<unknown>) => idsOfHits(of).length < counts.byWords
  const found = [words, said, ofMeaning, ofTitle].flatMap(idsOfHits)
  const talks = await readTalks(found, timeLeft())
  const talksOf = (of?: SearchResponse<unknown>) => idsOfHits(of).flatMap((id) => talks.get(id) ?? [])
  const candidates = [...talksOf(words), ...talksOf(said), ...talksOf(ofMeaning)]
  const titled = meantByTitle(talksOf(ofTitle), ({ title }) => title, query)
  const known = createCandidateIndex([...candidates, ...titled], statistics)
  return {
    known,
    // What says the phrases, or is near in meaning, may have words of the question, too.
    byWords: { talks: candidates, highestBound: boundIn(bound), isWhole: isWhole(words) },
    byPhrases: { talks: talksOf(said), highestBound: boundIn(boundOfSaid), isWhole: isWhole(said) },
    titled: titled.map(({ id }) => known.numberOf(id)!),
    isPartial: responses.some(({ timed_out }) => timed_out) || found.some((id) => !talks.has(id)),
  }
}

function boundIn(response: SearchResponse<unknown> | undefined): number {
  return response?.hits.hits[0]?._score ?? 0
}
