import type { Corpus } from '../notes/corpus.ts'
import { defaultParameters } from '../search/rank/parameters.ts'
import type { SearchEngine, SearchResult } from '../search/search-engine.ts'
import { answerQuestion } from './answers.ts'
import { checkedExamples, type Example } from './example-questions.ts'

/** How many UTF-16 units a quotation may have, as one in an answer has. */
const answerLength = 400

/**
 * The example questions of these notes. Each is asked first: one that is not answered as it should be is no example.
 * @param tags as in `checkedExamples`
 */
export function chooseExamples(
  corpus: Corpus,
  engine: SearchEngine,
  tags?: ReadonlyMap<string, number>,
): Promise<string[]> {
  const parts = { corpus, engine, examples: [], parameters: defaultParameters }
  const isAnswered = async ({ question, ...expected }: Example) => {
    const answer = await answerQuestion(question, parts, { limit: 1 })
    return answer.kind === 'found' && isExpectedExample(answer.results[0]!, expected)
  }
  return checkedExamples(corpus.talks, isAnswered, tags)
}

function isExpectedExample(
  { talk, quote }: SearchResult,
  { talk: id, passage }: Omit<Example, 'question'>,
): boolean {
  return (
    (id === undefined || talk.id === id) &&
    (passage === undefined || quote(answerLength).text.includes(passage))
  )
}
