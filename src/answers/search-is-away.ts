import { SearchAway } from '../search/search-away.ts'
import type { Answer } from './answer.ts'

const askAgain = 'Ask again in a minute: I go on as soon as it answers.'
const tellOperator = 'If it lasts, tell whoever runs Hallway here. Its log says why.'

/**
 * What is said to a question that cannot be searched for now, with what to do about it.
 * @throws any other failure
 */
export function answerAway(failure: unknown, question: string, corpusVersion: string): Answer {
  if (!isSearchAway(failure)) throw failure
  return {
    ...{ kind: 'none', reason: 'away', question, results: [], notices: [], corpusVersion },
    explanation: failure.message,
    suggestions: [askAgain, tellOperator],
  }
}

/** Completions are done without while search is away. */
export function noneIfAway(failure: unknown): readonly never[] {
  if (!isSearchAway(failure)) throw failure
  return []
}

export function isSearchAway(failure: unknown): failure is Error {
  return failure instanceof SearchAway
}
