import { analyze, splitWords, type Word } from './analyzer.ts'
import { type Clause, readClauses } from './clauses.ts'
import type { Exclusion, Filter, Notice, Place, Query, QueryPart, Sort } from './query.ts'
import { roleOf } from './question-words.ts'
import { readFieldClause } from './read-field.ts'
import { isDocumentStopWord } from './stop-words.ts'

/**
 * Takes a question apart; never throws. What is neither field, phrase, exclusion nor prefix is words, of which those
 * that only ask ("what did they say about …") are left out, unless nothing else would remain. Any text is a question.
 * @example parseQuery('What did they say about Flask?').words.map((word) => word.text) // => ['Flask']
 * @example parseQuery('deploy* -heroku speaker:"Alex Martelli" year:2012').filters.length // => 2
 */
export function parseQuery(question: string): Query {
  const text = question.trim()
  const parts: Parts = { phrases: [], prefixes: [], exclusions: [], filters: [], notices: [] }
  let plain = text
  for (const { start, end } of readClauses(text).flatMap((clause) => take(clause, parts))) {
    // Blanks keep all other places as they are.
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  }
  const words = [...topicWords(plain, parts), ...parts.phrases.flatMap(wordsOfPhrase)]
  if (words.length > longestCommand) parts.phrases = []
  return { text, words: words.sort((a, b) => a.start - b.start), ...parts }
}

/** In a text of more words, pasted as a question, quotation marks only quote. */
const longestCommand = 20

interface Parts {
  phrases: QueryPart[]
  readonly prefixes: QueryPart[]
  readonly exclusions: Exclusion[]
  readonly filters: Filter[]
  readonly notices: Notice[]
  sort?: Sort
}

/** Puts a clause where it belongs, and gives the places that are no plain words then. */
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
  const isBeginning = beginning !== undefined
  exclusions.push(
    isBeginning
      ? { text: beginning, start, end: start + beginning.length, isBeginning }
      : { text, start, end, isBeginning },
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
    if (clause.isExcluded) parts.exclusions.push({ text, start, end, isBeginning: false })
    else parts.phrases.push({ text, start, end })
    return [clause]
  }
  if (splitWords(text).length === 0) return []
  const message = `“${text}” is only words that nearly all notes have, so it is not searched for as a phrase.`
  parts.notices.push({ kind: 'empty-phrase', start, end, message })
  return []
}

function topicWords(plain: string, { phrases, prefixes, filters }: Parts): QueryPart[] {
  const words = splitWords(plain)
  const asWritten = ({ start, end }: Word) => plain.slice(start, end)
  const topics = words.filter((word) => carriesTopic(word.text) || isName(asWritten(word), plain))
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const kept =
    topics.length > 0 || isAboutMore ? topics : words.filter((word) => roleOf(word.text) !== 'grammar')
  return kept
    .filter((word) => !isDocumentStopWord(word.text))
    .map((word) => ({ text: asWritten(word), start: word.start, end: word.end }))
}

function wordsOfPhrase({ text, start }: QueryPart): QueryPart[] {
  return splitWords(text)
    .filter((word) => !isDocumentStopWord(word.text))
    .map((word) => ({
      text: text.slice(word.start, word.end),
      start: start + word.start,
      end: start + word.end,
    }))
}

function carriesTopic(word: string): boolean {
  const role = roleOf(word)
  return role !== 'grammar' && role !== 'request'
}

/** "US" and "IT" in a question that is not itself in capitals are names, not pronouns. */
function isName(word: string, question: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(question)
}
