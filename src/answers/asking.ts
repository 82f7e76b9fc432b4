import type { Now } from '../calendar/now.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { Query } from '../search/query/query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { PageOptions, SearchEngine, SearchOptions, SearchResults } from '../search/search-engine.ts'
import type { Answer, Answered, Unanswered } from './answer.ts'

/** Answers one kind of question. */
export interface Answerer {
  /** Whether a question has a sign that it may be of this kind. A sign may mislead; none may be missing. */
  readonly hasSign: (asking: Asking) => boolean
  /** The answer; undefined if the question is not of this kind after all. */
  readonly answer: (asking: Asking) => Promise<Answer | undefined>
}

/** One question on its way to its answer. */
export interface Asking {
  /** As it was typed. */
  readonly question: string
  /** What is asked: the question, or what an earlier answerer has made of it. */
  readonly query: Query
  /** Set if days, times and rooms may be asked for. */
  readonly now?: Now
  readonly parts: AnswerParts
  readonly options: AskOptions
  /** Whether the notes have changed since the page before. */
  readonly isOfOtherNotes: boolean
  /** The time that is left for further searches. */
  readonly timeLeft: () => Pick<SearchOptions, 'timeLimit'>
  /** What the notes say to a question as it stands. */
  readonly search: (question: string, options: AskOptions, query?: Query) => Promise<SearchedAnswer>
  /** What the last answerer says to another query. */
  readonly answerFromNotes: (query: Query) => Promise<Answered | Unanswered>
  /** What all answerers say to another question. */
  readonly answerAnew: (question: string) => Promise<Answer>
}

export interface AskOptions extends SearchOptions {
  /** Identifies the notes of the page before: if they have changed since, the answer starts again. */
  readonly corpusVersion?: string
  /** Which part of a list to give, if the question wants one. Default: its first twenty lines. */
  readonly list?: PageOptions
  /** Without it, questions about today or now are not answered. */
  readonly now?: Now
  /** Answers from these talks alone, as ids, if they are among those that fit best. Default: from all. */
  readonly among?: ReadonlySet<string>
}

/** What questions are answered from. */
export interface AnswerParts {
  readonly corpus: Corpus
  readonly engine: SearchEngine
  /** Questions to suggest if there is nothing better. */
  readonly examples: readonly string[]
  readonly parameters: RankingParameters
}

/** An answer, and what the search knows that may lead to a better one. */
export interface SearchedAnswer extends Pick<SearchResults, 'didYouMean' | 'isOffered' | 'unknownWords'> {
  readonly answer: Answered | Unanswered
}
