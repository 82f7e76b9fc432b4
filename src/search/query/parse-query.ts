import { withoutInvisible } from '../../text/invisible.ts'
import { analyze, splitWords } from '../analysis/analyzer.ts'
import { type Clause, readClauses, signOfClauses } from './clauses.ts'
import type { Exclusion, Filter, Notice, Place, Query, QueryPart, Sort } from './query.ts'
import { readWords } from './question-words.ts'
import { readFieldClause } from './read-field.ts'

/**
 * Takes a question apart; never throws, since any text is a question. What is neither field, exclusion nor prefix is words
 * (`readWords`).
 * @example topicsOf(parseQuery('What did they say about Flask?')).map((word) => word.text) // => ['Flask']
 * @example parseQuery('deploy* -heroku speaker:"Alex Martelli" year:2012').filters.length // => 2
 */
export function parseQuery(question: string): Query {
  const text = withoutInvisible(question).trim()
  const parts: Parts = { phrases: [], prefixes: [], exclusions: [], filters: [], notices: [] }
  const clauses = signOfClauses.test(text) ? readClauses(text) : []
  const taken = clauses.flatMap((clause) => take(clause, parts))
  const words = readWords(text, { taken, ...parts })
  if (words.filter(({ use }) => use === 'topic').length > maxCommandWords) parts.phrases = []
  return { text, words, ...parts }
}

/** In a text of more words, pasted as a question, quotation marks only quote. */
const maxCommandWords = 20

interface Parts {
  phrases: QueryPart[]
  readonly prefixes: QueryPart[]
  readonly exclusions: Exclusion[]
  readonly filters: Filter[]
  readonly notices: Notice[]
  sort?: Sort
}

/** Adds a clause to the parts. Returns the places that are no plain words. */
function take(clause: Clause, parts: Parts): readonly Place[] {
  if (clause.name !== undefined) return takeField(clause, clause.name, parts)
  const [value] = clause.values
  if (value === undefined) return []
  if (value.form === 'quoted') return takePhrase(clause, value, parts)
  return clause.isExcluded ? takeExclusion(clause, value, parts) : takePrefix(clause, value, parts)
}

function takeField(clause: Clause, name: QueryPart, parts: Parts): readonly Place[] {
  const { filter, sort, notices, taken } = readFieldClause(clause, name)
  if (filter) parts.filters.push(filter)
  if (sort) parts.sort = sort
  parts.notices.push(...notices)
  return taken
}

/** A flag of one letter is a word: `python -O`. */
const excludable = /^(?:[\p{L}\p{N}_@#][\p{L}\p{N}_]|\.\p{L}|\p{L}(?:\+\+|#|\.\p{L}))/u

function takeExclusion(clause: Clause, { text, start, end }: QueryPart, { exclusions }: Parts) {
  if (!excludable.test(text)) return []
  const beginning = beginningIn(text)
  exclusions.push(
    beginning === undefined
      ? { text, start, end, form: 'word' }
      : { text: beginning, start, end: start + beginning.length, form: 'beginning' },
  )
  return [clause]
}

function takePrefix(clause: Clause, { text, start }: QueryPart, { prefixes }: Parts) {
  const beginning = beginningIn(text)
  if (beginning === undefined) return []
  prefixes.push({ text: beginning, start, end: start + beginning.length })
  return [clause]
}

/** `djan` in `djan*`. */
function beginningIn(text: string): string | undefined {
  return /^[\p{L}\p{N}_]{2,}(?=\*$)/u.exec(text)?.[0]
}

function takePhrase(clause: Clause, { text, start, end }: QueryPart, parts: Parts): readonly Place[] {
  if (analyze(text).length > 0) {
    if (clause.isExcluded) parts.exclusions.push({ text, start, end, form: 'quoted' })
    else parts.phrases.push({ text, start, end })
    return [clause]
  }
  if (splitWords(text).length === 0) return []
  const message = `“${text}” is only words that nearly all notes have, so it is not searched for as a phrase.`
  parts.notices.push({ kind: 'empty-phrase', start, end, message })
  return []
}
