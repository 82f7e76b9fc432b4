import type { SearchResult } from '../search/search-engine.ts'

/** Why a question has no answer. */
export type NoAnswerReason =
  /** Nothing was asked: empty or white space. */
  | 'empty'
  /** Nothing in it can be searched for: punctuation or emoji only. */
  | 'no-words'
  /** Longer than `maxQuestionLength`. */
  | 'too-long'
  /** The notes hold nothing that fits. */
  | 'no-match'

/** What Hallway decided to say to a question. Pure data: Slack and the terminal each render it in their own way. */
export type Answer =
  | {
      /** `found`: these talks answer the question. `unsure`: weak matches, to be offered as such. */
      readonly kind: 'found' | 'unsure'
      readonly question: string
      /** One page, best first; never empty. */
      readonly results: readonly SearchResult[]
      readonly offset: number
      /** How many talks match in all, over all pages. */
      readonly total: number
      /** For `unsure`, one sentence that says why; for `found`, empty. */
      readonly explanation: string
      /** What to try instead; may be empty. */
      readonly suggestions: readonly string[]
      readonly corpusVersion: string
    }
  | {
      readonly kind: 'none'
      readonly reason: NoAnswerReason
      readonly question: string
      readonly results: readonly []
      /** One plain sentence that says why there is no answer. */
      readonly explanation: string
      /** What to try, each a short sentence; never empty. */
      readonly suggestions: readonly string[]
      readonly corpusVersion: string
    }

/** Characters (UTF-16 units) that a question may have. Chosen so that any question fits a button's value (2,000). */
export const maxQuestionLength = 1000
