import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analysis/analyzer.ts'
import { textsOf } from '../search/index/talk-texts.ts'
import { type Notice, type Place, type Query, topicsOf } from '../search/query/query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { SearchResult, SearchResults, Topic } from '../search/search-engine.ts'
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
  readonly decision: Decision
}

type Decision = RankingParameters['decision']

/**
 * The coverage from which on a talk answers the question. Among many talks some cover a good part of any question by
 * chance, so more is asked of them: it grows with the logarithm of their number.
 */
export function minCoverageOfAnswer(talks: number, { foundAmongFew, foundAmongMany }: Decision): number {
  const growth = Math.log(talks / few) / Math.log(many / few)
  return foundAmongFew + (foundAmongMany - foundAmongFew) * Math.min(1, Math.max(0, growth))
}

/** The sizes of the two corpora that it was measured on. */
const few = 56
const many = 21_715

/** Decides what to say: pure, and by coverage alone, because scores mean nothing outside of one answer. */
export function chooseAnswer(choice: Choice): Answer {
  const { question, query, found, talkCount, topics, examples, decision } = choice
  const { results, offset, total, corpusVersion, notices, facets, isPartial, bestCoverage: best } = found
  if ((best < decision.minCoverage && !found.isNear) || results.length === 0) {
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
  const isFound = best >= minCoverageOfAnswer(talkCount, decision) && !lacksItsPhrase(query, notices)
  return {
    kind: isFound ? 'found' : 'unsure',
    question,
    results,
    offset,
    total,
    explanation: isFound ? '' : best < decision.minCoverage ? onlyNear : doubt(query, found),
    suggestions: isFound ? [] : topicSuggestions(query, topics),
    notices,
    ...meant(found),
    facets,
    isPartial,
    isStartedAgain: false,
    corpusVersion,
  }
}

const onlyNear = 'No talk says this in these words; these are close in meaning to your question.'

/** Whether the question is nothing but a phrase, and no talk has it word for word. */
function lacksItsPhrase(query: Query, notices: readonly Notice[]): boolean {
  const isInPhrase = (word: Place) =>
    query.phrases.some(({ start, end }) => start <= word.start && word.end <= end)
  return notices.some(({ kind }) => kind === 'unknown-phrase') && topicsOf(query).every(isInPhrase)
}

function meant({ didYouMean, isCorrected }: SearchResults): { didYouMean?: DidYouMean } {
  return didYouMean === undefined ? {} : { didYouMean: { question: didYouMean, isAnswered: isCorrected } }
}

function doubt(query: Query, { results, notices }: SearchResults): string {
  if (lacksItsPhrase(query, notices)) return 'No talk says this word for word; these have its words.'
  const [{ talk }] = results as [SearchResult]
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

function wordsOf(query: Query): string[] {
  return topicsOf(query).map(({ text }) => text)
}

function quoteList(words: readonly string[]): string {
  return orList(words.map((word) => `“${word}”`))
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
