import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analyzer.ts'
import type { Query } from '../search/query.ts'
import type { SearchResults } from '../search/search-engine.ts'
import { textsOf } from '../search/talk-texts.ts'
import type { Answer } from './answer.ts'
import { nearestTopics } from './nearest-topics.ts'

export interface Choice {
  readonly question: string
  readonly query: Query
  /** The best results, at least `offset + limit` and `decidingResults` of them where there are so many. */
  readonly found: SearchResults
  readonly offset: number
  readonly limit: number
  /** What suggestions are made from. */
  readonly talks: readonly Talk[]
  readonly examples: readonly string[]
}

/** From this share of the question's information on, a talk answers it. */
export const foundFrom = 0.575
/** How many of the first results decide of which kind the answer is, whatever page is asked for. */
export const decidingResults = 3
/** Below this share, what a talk has in common with the question is chance. */
export const unsureFrom = 0.3
/** Talks that cover less than this share of what the best one covers are not worth a reader's time. */
const worthShowing = 0.4

/** Decides what to say: pure, and by coverage alone, because scores mean nothing outside of one answer. */
export function chooseAnswer(choice: Choice): Answer {
  const { question, query, found, talks, examples } = choice
  const { corpusVersion } = found
  const best = Math.max(0, ...found.results.slice(0, decidingResults).map((result) => result.coverage))
  if (best < unsureFrom) {
    return {
      kind: 'none',
      reason: 'no-match',
      question,
      results: [],
      explanation: 'The notes say nothing about this.',
      suggestions: [...topicSuggestions(query, talks), ...examples.slice(0, 2)].slice(0, 3),
      corpusVersion,
    }
  }
  const { results, offset, total } = page(choice, best * worthShowing)
  if (best >= foundFrom) {
    return {
      kind: 'found',
      question,
      results,
      offset,
      total,
      explanation: '',
      suggestions: [],
      corpusVersion,
    }
  }
  return {
    kind: 'unsure',
    question,
    results,
    offset,
    total,
    explanation: doubt(query, results[0]!.talk),
    suggestions: topicSuggestions(query, talks),
    corpusVersion,
  }
}

/** An offset beyond the end gives the last page, so that a page is never empty. */
function page({ found, offset, limit }: Choice, leastCoverage: number) {
  const worthy = found.results.filter((result) => result.coverage >= leastCoverage)
  const complete = found.results.length >= found.total || worthy.length < found.results.length
  const total = complete ? worthy.length : found.total
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
  const terms = new Set(textsOf(talk).flatMap(({ text }) => analyze(text).map((token) => token.term)))
  return [...new Set(query.words)]
    .filter((word) => !analyze(word).some((token) => terms.has(token.term)))
    .slice(0, 3)
}

function topicSuggestions(query: Query, talks: readonly Talk[]): string[] {
  const topics = nearestTopics(query.words, talks)
  return topics.length === 0
    ? ['Ask about a topic, a tool or a speaker of the notes.']
    : [`Try ${orList(topics)}.`]
}

function quoteList(words: readonly string[]): string {
  return orList(words.map((word) => `“${word}”`))
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
