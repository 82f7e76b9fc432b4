import { parseQuery } from '../search/query/parse-query.ts'
import type { Notice, Query } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { asQuestion } from '../text/as-question.ts'
import type { Answer } from './answer.ts'
import { collectionWanted } from './answer-collection.ts'
import type { Asking } from './asking.ts'
import { isOfAllTalks, readKindSaid, signOfKind } from './read-kind-said.ts'
import { readLeftOut, type SaidInWords, signOfLeavingOut } from './read-left-out.ts'

/**
 * Answers what says in words what the query language has signs for, from the talks that are of the kind said, less what is left
 * out. A kind of which no talk fits may be a topic after all.
 */
export async function answerSaidInWords(asking: Asking): Promise<Answer | undefined> {
  const { question, query: asked, parts } = asking
  const read = await readSaidInWords(asked, parts.engine)
  if (read === undefined) return undefined
  const { query, notices: ofRead, rest, ifNone, mayBeWords } = read
  const list = await collectionWanted({ ...asking, query })
  if (list?.kind === 'listing') return { ...list, question }
  const answer = await asking.answerFromNotes(list ? parseQuery(list.clauses) : query)
  const first = Math.min(...ofRead.map(({ start }) => start))
  const notices = [...answer.notices.filter(({ end }) => end <= first), ...ofRead]
  const asTyped = mayBeWords && answer.kind !== 'found' ? await asking.answerFromNotes(asked) : undefined
  if (asTyped?.kind === 'found' && asTyped.results[0]?.evidence().missing.length === 0) return asTyped
  if (answer.kind !== 'none') return { ...answer, question, notices }
  if (asTyped?.kind === 'unsure') return asTyped
  const endsInGrammar = parseQuery(rest).words.at(-1)?.role === 'grammar'
  const suggestions = endsInGrammar ? answer.suggestions : [asQuestion(rest)]
  return { ...answer, question, explanation: ifNone, suggestions, notices }
}

/** A question of which something was read that is said in words. */
interface Reading extends Pick<SaidInWords, 'rest' | 'ifNone' | 'mayBeWords'> {
  readonly query: Query
  readonly notices: readonly [Notice, ...Notice[]]
}

async function readSaidInWords(asked: Query, engine: SearchEngine): Promise<Reading | undefined> {
  const kind = signOfKind.test(asked.text) ? await readKindSaid(asked, engine) : undefined
  const others = kind ? parseQuery(kind.rest) : asked
  const leftOut = signOfLeavingOut.test(others.text) ? await readLeftOut(others, engine) : undefined
  if (!kind)
    return leftOut && { ...leftOut, query: withClauses(leftOut.rest, leftOut), notices: [leftOut.notice] }
  if (!leftOut) return { ...kind, query: withClauses(talksOf(kind.rest), kind), notices: [kind.notice] }
  const query = withClauses(talksOf(leftOut.rest), kind, leftOut)
  const { rest, ifNone } = kind
  const typed = others.text.slice(leftOut.notice.start, leftOut.notice.end)
  const start = Math.max(0, asked.text.lastIndexOf(typed))
  const notices = [kind.notice, { ...leftOut.notice, start, end: start + typed.length }] as const
  return { query, notices, rest, ifNone }
}

function talksOf(rest: string): string {
  if (!isOfAllTalks(rest)) return rest
  return /keynote/i.test(rest) ? 'list keynotes' : 'list talks'
}

const withClauses = (rest: string, ...said: readonly SaidInWords[]) =>
  parseQuery([rest, ...said.flatMap(({ clauses }) => clauses)].join(' '))
