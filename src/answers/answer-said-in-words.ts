import { parseQuery } from '../search/query/parse-query.ts'
import { asQuestion } from '../text/as-question.ts'
import { saidOfTyped } from '../text/placed-text.ts'
import type { Answer } from './answer.ts'
import { collectionWanted } from './answer-collection.ts'
import type { Asking } from './asking.ts'
import { mayWantCollection } from './request-signs.ts'
import { readSaidInWords } from './said-in-words/read-said-in-words.ts'

/**
 * Answers a question that says in words what the query language says with signs, from the talks of that kind, without what is left
 * out. If no talk of that kind fits, the words may be a topic after all.
 */
export async function answerSaidInWords(asking: Asking): Promise<Answer | undefined> {
  const { question, query: asked, parts } = asking
  const read = await readSaidInWords(asked, parts.engine)
  if (read === undefined) return undefined
  const { query, placed, notices: ofRead, rest, ifNone, mayBeWords } = read
  const list = mayWantCollection(query) ? await collectionWanted({ ...asking, query }) : undefined
  if (list?.kind === 'listing') return { ...list, question, notices: asked.notices }
  const answer = await asking.answerFromNotes(list ? parseQuery(list.clauses) : query)
  // Nobody typed the clauses of a list.
  const ofTyped = list ? asked.notices : saidOfTyped(answer.notices, placed)
  const notices = [...ofTyped, ...ofRead]
  const asTyped = mayBeWords && answer.kind !== 'found' ? await asking.answerFromNotes(asked) : undefined
  if (asTyped?.kind === 'found' && asTyped.results[0]?.evidence().missing.length === 0) return asTyped
  if (answer.kind !== 'none') return { ...answer, question, notices }
  if (asTyped?.kind === 'unsure') return asTyped
  const endsInGrammar = parseQuery(rest).words.at(-1)?.role === 'grammar'
  const suggestions = endsInGrammar ? answer.suggestions : [asQuestion(rest)]
  return { ...answer, question, explanation: ifNone, suggestions, notices }
}
