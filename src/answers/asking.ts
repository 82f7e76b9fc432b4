import type { Now } from '../calendar/now.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { Query } from '../search/query/query.ts'
import type { RankingParameters } from '../search/rank/parameters.ts'
import type { PageOptions, SearchEngine, SearchOptions, SearchResults } from '../search/search-engine.ts'
import type { Answer, Answered, Unanswered } from './answer.ts'

/** Who answers some kind of question. */
export interface Answerer {
  /** Whether a question has a sign that it may be of this kind. A sign may mislead; none may be missing. */
  readonly hasSign: (asking: Asking) => boolean
  /** Undefined if the question is not of this kind after all. */
  readonly answer: (asking: Asking) => Promise<Answer | undefined>
}

/** One question on its way to its answer. */
export interface Asking {
  /** As it was typed. */
  readonly question: string
  /** What is asked: the question, or what one who may answer has made of it. */
  readonly query: Query
  /** If days, times and rooms may be asked for. */
  readonly now?: Now
  readonly parts: AnswerParts
  readonly options: AskOptions
  /** Whether the page before was of notes that have changed since. */
  readonly isOfOtherNotes: boolean
  /** What the searches so far have left to further ones. */
  readonly timeLeft: () => Pick<SearchOptions, 'timeLimit'>
  /** What the notes say to a question as it stands. */
  readonly search: (question: string, options: AskOptions, query?: Query) => Promise<SearchedAnswer>
  /** What the last of those who answer says to another query. */
  readonly answerFromNotes: (query: Query) => Promise<Answered | Unanswered>
  /** What all of them say to another question. */
  readonly answerAnew: (question: string) => Promise<Answer>
}

export interface AskOptions extends SearchOptions {
  /** Of the page before: if the notes have changed since, the answer starts again. */
  readonly corpusVersion?: string
  /** Which part of a list to give, if the question wants one. Default: its first twenty lines. */
  readonly list?: PageOptions
  /** Without it, nothing is answered of what is on today or now. */
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
