import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analysis/analyzer.ts'
import { textsOf } from '../search/index/talk-texts.ts'
import type { Query } from '../search/query/query.ts'
import type { SearchResults, Topic } from '../search/search-engine.ts'
import type { Answer, DidYouMean } from './answer.ts'
import { nearestTopics } from './nearest-topics.ts'

export interface Choice {
  readonly question: string
  readonly query: Query
  /** One page of what is worth showing. */
  readonly found: SearchResults
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
export const worthShowing = 0.4

/** Decides what to say: pure, and by coverage alone, because scores mean nothing outside of one answer. */
export function chooseAnswer(choice: Choice): Answer {
  const { question, query, found, talkCount, topics, examples } = choice
  const { results, offset, total, corpusVersion, notices, facets, isPartial, bestCoverage: best } = found
  if (best < unsureFrom || results.length === 0) {
    return {
      kind: 'none',
      reason: 'no-match',
      question,
      results: [],
      explanation: isPartial ? 'Nothing was found in the time given.' : 'The notes say nothing about this.',
      suggestions: [...topicSuggestions(query, topics), ...examples.slice(0, 2)].slice(0, 3),
      notices,
      corpusVersion,
    }
  }
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
