import { withoutInvisible } from '../../text/fold.ts'
import { remembering } from '../../text/remembering.ts'
import { analyze, splitWords } from '../analysis/analyzer.ts'
import { type Clause, readClauses, signOfClauses } from './clauses.ts'
import type { Exclusion, Filter, Notice, Query, QueryPart, QueryWord, QuestionPlace, Sort } from './query.ts'
import { isInAny, readWords } from './question-words.ts'
import { readFieldClause } from './read-field.ts'

/**
 * Takes a question apart; never throws, since any text is a question. What is neither field, exclusion nor prefix is words
 * (`readWords`). The last ones are remembered, since several parts of an answer parse the same question.
 * @example topicsOf(parseQuery('What did they say about Flask?')).map((word) => word.text) // => ['Flask']
 * @example parseQuery('deploy* -heroku speaker:"Alex Martelli" year:2012').filters.length // => 2
 */
export const parseQuery = remembering((question): Query => {
  const text = withoutInvisible(question).trim()
  const parts: ClausesRead = { phrases: [], prefixes: [], exclusions: [], filters: [], notices: [] }
  const clauses = signOfClauses.test(text) ? readClauses(text) : []
  const taken = clauses.flatMap((clause) => take(clause, parts))
  const words = readWords(text, { taken, ...parts })
  return { text, words, ...parts }
}, 20)

interface ClausesRead {
  readonly phrases: QueryPart[]
  readonly prefixes: QueryPart[]
  readonly exclusions: Exclusion[]
  readonly filters: Filter[]
  readonly notices: Notice[]
  sort?: Sort
}

/**
 * Adds a clause to the parts.
 * @returns the places that are no plain words
 */
function take(clause: Clause, parts: ClausesRead): readonly QuestionPlace[] {
  if (clause.name !== undefined) return takeField(clause, clause.name, parts)
  const [value] = clause.values
  if (value === undefined) return []
  if (value.form === 'quoted') return takePhrase(clause, value, parts)
  return clause.isExcluded ? takeExclusion(clause, value, parts) : takePrefix(clause, value, parts)
}

function takeField(clause: Clause, name: QueryPart, parts: ClausesRead): readonly QuestionPlace[] {
  const { filter, sort, notices, taken } = readFieldClause(clause, name)
  if (filter) parts.filters.push(filter)
  if (sort) parts.sort = sort
  parts.notices.push(...notices)
  return taken
}

/** A flag of one letter is a word: `python -O`. */
const excludable = /^(?:[\p{L}\p{N}_@#][\p{L}\p{N}_]|\.\p{L}|\p{L}(?:\+\+|#|\.\p{L}))/u

function takeExclusion(clause: Clause, { text, start, end }: QueryPart, { exclusions }: ClausesRead) {
  if (!excludable.test(text)) return []
  const beginning = beginningIn(text)
  exclusions.push(
    beginning === undefined
      ? { text, start, end, form: 'word' }
      : { text: beginning, start, end: start + beginning.length, form: 'beginning' },
  )
  return [clause]
}

function takePrefix(clause: Clause, { text, start }: QueryPart, { prefixes }: ClausesRead) {
  const beginning = beginningIn(text)
  if (beginning === undefined) return []
  prefixes.push({ text: beginning, start, end: start + beginning.length })
  return [clause]
}

/** `djan` in `djan*`. */
function beginningIn(text: string): string | undefined {
  return /^[\p{L}\p{N}_]{2,}(?=\*$)/u.exec(text)?.[0]
}

function takePhrase(
  clause: Clause,
  { text, start, end }: QueryPart,
  parts: ClausesRead,
): readonly QuestionPlace[] {
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

/** Whether it restricts which talks may be found. */
export function isNarrowed({ filters, phrases, exclusions }: Query): boolean {
  return filters.length + phrases.length + exclusions.length > 0
}

/** Whether it holds no sign of the query language but fields: no phrase, no exclusion, no beginning of a word. */
export function isOfWordsAndFields({ phrases, exclusions, prefixes }: Query): boolean {
  return phrases.length + exclusions.length + prefixes.length === 0
}

/** The same without fields. */
export function isOfWordsAlone(query: Query): boolean {
  return isOfWordsAndFields(query) && query.filters.length === 0
}

/** The question as it is searched: in a longer text that was pasted as a question, quotation marks only quote. */
export function withPhrasesMeant(
  query: Query,
  { maxTopicsOfPhrases }: { readonly maxTopicsOfPhrases: number },
): Query {
  const isPasted = query.phrases.length > 0 && topicsOf(query).length > maxTopicsOfPhrases
  return isPasted ? { ...query, phrases: [] } : query
}

/** The words that stand in no field: those of a filter or of an order are said by it. */
export function wordsBesideFields({
  words,
  phrases,
}: Pick<Query, 'words' | 'phrases'>): readonly QueryWord[] {
  return words.filter((word) => word.use !== 'clause' || isInAny(word, phrases))
}

/** The words that carry the question's topic, those of phrases among them. */
export function topicsOf({ words }: Pick<Query, 'words'>): readonly QueryWord[] {
  return words.filter(({ use }) => use === 'topic')
}

/** See `RankingParameters.quotation`. */
export interface NameParameters {
  readonly maxShareOfCapitals: number
}

/**
 * The names that a question says, each as its words: runs of words that are written as names are (`Windows Phone`, `OAuth`,
 * `Python 3`). A capital tells nothing at the beginning of a sentence, nor in a question that is all capitals or a title.
 */
export function namesInQuestion(
  { text, words }: Pick<Query, 'text' | 'words'>,
  { maxShareOfCapitals }: NameParameters,
): QueryWord[][] {
  const topics = topicsOf({ words })
  const capitals = topics.filter(({ text: word }) => /^\p{Lu}/u.test(word))
  if (topics.length > 2 && capitals.length > maxShareOfCapitals * words.length) return []
  const names: QueryWord[][] = []
  for (const word of topics.filter((topic) => topic.role !== 'generic' && isWrittenAsName(topic, text))) {
    const last = names.at(-1)?.at(-1)
    if (last && /^\s+$/.test(text.slice(last.end, word.start))) names.at(-1)!.push(word)
    else names.push([word])
  }
  return names
}

/** Whether a word of a text is written as names are: `HAProxy`, `h2o`, or with a capital that begins no sentence. */
export function isWrittenAsName(
  { text: word, start }: Pick<QueryWord, 'text' | 'start'>,
  text: string,
): boolean {
  if (/\p{L}\p{N}|[\p{L}\p{N}][_+#]|\p{L}\p{Lu}/u.test(word)) return true
  return /^\p{Lu}/u.test(word) && !/(^|[.?!…]\s+)["'“‘«(]*$/u.test(text.slice(0, start))
}
