import { SearchAway } from '../search/search-away.ts'
import type { Answer } from './answer.ts'
import { answerLater } from './answer-later.ts'

const askAgain = 'Ask again in a minute: I go on as soon as it answers.'

/**
 * What is said if search is away, with what to do about it.
 * @throws any other failure
 */
export function answerAway(failure: unknown, question: string, corpusVersion: string): Answer {
  if (!isSearchAway(failure)) throw failure
  return answerLater({ reason: 'away', question, corpusVersion, explanation: failure.message, askAgain })
}

/** Completions are done without while search is away. */
export function noneIfAway(failure: unknown): readonly never[] {
  if (!isSearchAway(failure)) throw failure
  return []
}

export function isSearchAway(failure: unknown): failure is Error {
  return failure instanceof SearchAway
}
