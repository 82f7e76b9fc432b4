import type { Corpus } from '../notes/corpus.ts'
import { parseQuery } from '../search/parse-query.ts'
import type { SearchEngine, SearchOptions } from '../search/search-engine.ts'
import { type Answer, maxQuestionLength, type NoAnswerReason } from './answer.ts'
import { chooseAnswer, decidingResults } from './choose-answer.ts'

interface Parts {
  readonly corpus: Corpus
  readonly engine: SearchEngine
  /** Questions to suggest where there is nothing better. */
  readonly examples: readonly string[]
}

/**
 * Answers any text whatever. Every page of an answer is of the same kind, because the first results decide it.
 */
export async function answerQuestion(
  question: string,
  { corpus, engine, examples }: Parts,
  options: SearchOptions = {},
): Promise<Answer> {
  const limit = Math.max(1, options.limit ?? 3)
  const offset = Math.max(0, options.offset ?? 0)
  const none = (reason: NoAnswerReason, explanation: string, advice: string): Answer => ({
    kind: 'none',
    reason,
    question,
    results: [],
    explanation,
    suggestions: [advice, ...examples.slice(0, 2)],
    corpusVersion: corpus.version,
  })
  if (question.length > maxQuestionLength) {
    const length = `${question.length.toLocaleString('en')} characters`
    return none(
      'too-long',
      `The question is too long: it has ${length}, and ${maxQuestionLength.toLocaleString('en')} is the most.`,
      'Ask for one thing, in a sentence or in a few words.',
    )
  }
  const query = parseQuery(question)
  if (query.text === '')
    return none('empty', 'There is no question yet.', 'Ask about a topic, a tool or a speaker.')
  if (query.words.length === 0) {
    return none('no-words', 'The question has no words to search for.', 'Name a topic, a tool or a speaker.')
  }
  const found = await engine.search(query, { offset: 0, limit: Math.max(decidingResults, offset + limit) })
  return chooseAnswer({ question, query, found, offset, limit, talks: corpus.talks, examples })
}
