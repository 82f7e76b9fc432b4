import { isNarrowed, topicsOf, wordsBesideFields } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import { asQuestion } from '../text/as-question.ts'
import type { Answer, Unanswered } from './answer.ts'

/**
 * If filters, phrases or exclusions leave nothing, suggests the words alone, provided that they find something.
 * @param ask answers a question, with one talk at most
 */
export async function relaxQuestion(
  answer: Unanswered,
  query: Query,
  ask: (question: string) => Promise<Answer>,
): Promise<Unanswered> {
  if (!isNarrowed(query)) return answer
  const topics = topicsOf(query)
  const parts = wordsBesideFields(query).length + query.filters.length + query.exclusions.length
  const explanation = parts > 1 ? 'No talk fits all of the question.' : 'No talk fits.'
  const words = asQuestion(topics.map(({ text }) => text).join(' '))
  if (topics.length === 0 || (await ask(words)).kind === 'none') return { ...answer, explanation }
  const some = `${explanation.slice(0, -1)}, but some fit its words.`
  return { ...answer, explanation: some, suggestions: [words] }
}
