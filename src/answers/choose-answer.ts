import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analyzer.ts'
import type { Query } from '../search/query.ts'
import type { SearchResults, Topic } from '../search/search-engine.ts'
import { textsOf } from '../search/talk-texts.ts'
import type { Answer, DidYouMean } from './answer.ts'
import { nearestTopics } from './nearest-topics.ts'

export interface Choice {
  readonly question: string
  readonly query: Query
  /** The best results, at least `offset + limit` and `decidingResults` of them where there are so many. */
  readonly found: SearchResults
  readonly offset: number
  readonly limit: number
  /** How many talks there are. */
  readonly talkCount: number
  /** What suggestions are made from. */
  readonly topics: readonly Topic[]
  readonly examples: readonly string[]
}

/**
 * From this share of the question's information on, a talk answers it. Among many talks some have a good part of any
 * question by chance, so more is asked of them; measured at 56 talks and at 21,715.
 */
export function foundFrom(talks: number): number {
  const growth = Math.log(talks / 56) / Math.log(21_715 / 56)
  return 0.575 + 0.1 * Math.min(1, Math.max(0, growth))
}
/** Below this share, what a talk has in common with the question is chance. */
export const unsureFrom = 0.3
/** Talks that cover less than this share of what the best one covers are not worth a reader's time. */
const worthShowing = 0.4

/** How many of the first results to ask for, so that as many as wanted are worth showing, or all that are. */
export function depthOfWorthy({ coverages, bestCoverage }: SearchResults, wanted: number): number {
  const places = [...coverages.keys()].filter((place) => coverages[place]! >= bestCoverage * worthShowing)
  if (places.length === coverages.length) return wanted
  return (places[wanted - 1] ?? places.at(-1) ?? 0) + 1
}

/** Decides what to say: pure, and by coverage alone, because scores mean nothing outside of one answer. */
export function chooseAnswer(choice: Choice): Answer {
  const { question, query, found, talkCount, topics, examples } = choice
  const { corpusVersion, notices, facets, isPartial, bestCoverage: best } = found
  if (best < unsureFrom || found.results.length === 0) {
    return {
      kind: 'none',
      reason: 'no-match',
      question,
      results: [],
      explanation: 'The notes say nothing about this.',
      suggestions: [...topicSuggestions(query, topics), ...examples.slice(0, 2)].slice(0, 3),
      notices,
      corpusVersion,
    }
  }
  const { results, offset, total } = page(choice, best * worthShowing)
  const isFound = best >= foundFrom(talkCount)
  return {
    kind: isFound ? 'found' : 'unsure',
    question,
    results,
    offset,
    total,
    explanation: isFound ? '' : doubt(query, results[0]!.talk),
    suggestions: isFound ? [] : topicSuggestions(query, topics),
    notices,
    ...meant(found),
    facets,
    isPartial,
    isStartedAgain: false,
    corpusVersion,
  }
}

function meant({ didYouMean, isCorrected }: SearchResults): { didYouMean?: DidYouMean } {
  return didYouMean === undefined ? {} : { didYouMean: { question: didYouMean, isAnswered: isCorrected } }
}

/** An offset beyond the end gives the last page, so that a page is never empty. */
function page({ found, offset, limit }: Choice, leastCoverage: number) {
  const worthy = found.results.filter((result) => result.coverage >= leastCoverage)
  const count = found.coverages.filter((coverage) => coverage >= leastCoverage).length
  // Where all of the first are worthy, so may be those that nobody has looked at yet.
  const total = Math.max(worthy.length, count < found.coverages.length ? count : found.total)
  const start = offset < worthy.length ? offset : Math.floor((worthy.length - 1) / limit) * limit
  return { results: worthy.slice(start, start + limit), offset: start, total }
}

function doubt(query: Query, talk: Talk): string {
  const missing = missingWords(query, talk)
  if (missing.length === 0) return 'No talk fits this well; these come closest.'
  return `No talk fits this well: the closest ones do not mention ${quoteList(missing)}.`
}

/** Words of the question, as typed, that the talk does not have in any form. */
function missingWords(query: Query, talk: Talk): string[] {
  const terms = new Set(
    textsOf(talk).flatMap(({ text }) => analyze(text, talk.language).map((token) => token.term)),
  )
  return [...new Set(wordsOf(query))]
    .filter((word) => !analyze(word, talk.language).some((token) => terms.has(token.term)))
    .slice(0, 3)
}

function topicSuggestions(query: Query, topics: readonly Topic[]): string[] {
  const nearest = nearestTopics(wordsOf(query), topics)
  return nearest.length === 0
    ? ['Ask about a topic, a tool or a speaker of the notes.']
    : [`Try ${orList(nearest)}.`]
}

function wordsOf({ words }: Query): string[] {
  return words.map(({ text }) => text)
}

function quoteList(words: readonly string[]): string {
  return orList(words.map((word) => `“${word}”`))
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
