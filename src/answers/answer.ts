import type { Talk } from '../notes/talk.ts'
import type { Facet } from '../search/filter/facets.ts'
import type { Notice } from '../search/query/query.ts'
import type { SearchResult } from '../search/search-engine.ts'
import type { AnswerShape } from './answer-shape.ts'
import type { Listing } from './listing/listing.ts'

/** Why a question has no answer. */
export type NoAnswerReason =
  /** Nothing was asked: empty or white space. */
  | 'empty'
  /** Nothing in it can be searched for: punctuation or emoji only. */
  | 'no-words'
  /** It is said out of politeness and asks nothing (`thanks!`), or nothing about the notes (`is this private?`). */
  | 'small-talk'
  /** It only says what not to find: `-django`. */
  | 'only-exclusions'
  /** Longer than `maxQuestionLength`. */
  | 'too-long'
  /** The notes hold nothing that fits. */
  | 'no-match'
  /** The notes cannot be read. */
  | 'unread'
  /** The notes cannot be searched now: see `SearchAway`. */
  | 'away'

/** Why an answer is unsure. */
export type DoubtReason =
  /** The notes are on what was named, but do not say what is asked about it. */
  | 'says-nothing'
  /** The question is a phrase, and no talk has it word for word. */
  | 'no-phrase'
  /** The talks have hardly a word of the question, but are close to it in meaning. */
  | 'near'
  /** The talks have little of the question. */
  | 'weak'

/** What Hallway decided to say to a question. Pure data: Slack and the terminal each render it in their own way. */
export type Answer = Answered | Unanswered | Listing

export interface Answered {
  /** `found`: these talks answer the question. `unsure`: weak matches, to be offered as such. */
  readonly kind: 'found' | 'unsure'
  /** Only for `unsure`. */
  readonly reason?: DoubtReason
  /** As it was asked. */
  readonly question: string
  readonly shape: AnswerShape
  /** One page, best first; never empty. */
  readonly results: readonly SearchResult[]
  readonly offset: number
  /** How many talks match in all, over all pages; above fifty, an upper bound. */
  readonly total: number
  /** How much speaks for the first talk, from 0 to about 3: how much of the question it and its quotation have, less what is lacking. */
  readonly confidence: number
  /** For `unsure`, a sentence or two that say why; for `found`, how many talks there are if a list was asked for, or empty. */
  readonly explanation: string
  /** What to try instead; may be empty. One that ends in `?` can be asked as it stands. */
  readonly suggestions: readonly string[]
  /** Which parts of the question could not be read as they stand. Places are in `question`. */
  readonly notices: readonly Notice[]
  readonly didYouMean?: DidYouMean
  /** How the talks that match divide, if that was asked for. */
  readonly facets: readonly Facet[]
  /** Whether time ran out, so that there may be better talks. */
  readonly isPartial: boolean
  /** See `SearchResults.pagedTo`. */
  readonly pagedTo?: number
  /** See `SearchResults.isStandIn`. */
  readonly isStandIn?: boolean
  /** Whether a later page was asked for, but the notes have changed: then this is the first page from the new ones. */
  readonly isStartedAgain: boolean
  readonly corpusVersion: string
}

export interface Unanswered {
  readonly kind: 'none'
  readonly reason: NoAnswerReason
  readonly question: string
  readonly results: readonly []
  /** Whose notes were looked in, if that is one talk's alone. */
  readonly talk?: Talk
  /** One plain sentence that says why there is no answer. */
  readonly explanation: string
  /** What to try, each a short sentence or a question that can be asked as it stands; never empty. */
  readonly suggestions: readonly string[]
  readonly notices: readonly Notice[]
  /** See `SearchResults.isStandIn`. */
  readonly isStandIn?: boolean
  readonly corpusVersion: string
}

/** The question as it was probably meant. */
export interface DidYouMean {
  readonly question: string
  /** Whether the results are already those of this question. */
  readonly isAnswered: boolean
}

/** Characters (UTF-16 units) that a question may have. Chosen so that any question fits a button's value (2,000). */
export const maxQuestionLength = 1000
