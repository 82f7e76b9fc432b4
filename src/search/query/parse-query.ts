import { analyze, splitWords } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import { isDocumentStopWord, isNameInCapitals } from '../analysis/stop-words.ts'
import type { Word } from '../analysis/word.ts'
import { type Clause, readClauses } from './clauses.ts'
import type { Exclusion, Filter, Notice, Place, Query, QueryPart, QueryWord, Sort } from './query.ts'
import { roleOf } from './question-words.ts'
import { readFieldClause } from './read-field.ts'

/**
 * Takes a question apart; never throws. What is neither field, exclusion nor prefix is words, of which those that only ask
 * ("what did they say about …") are told apart, unless nothing else would remain. Any text is a question.
 * @example topicsOf(parseQuery('What did they say about Flask?')).map((word) => word.text) // => ['Flask']
 * @example parseQuery('deploy* -heroku speaker:"Alex Martelli" year:2012').filters.length // => 2
 */
export function parseQuery(question: string): Query {
  const text = question.trim()
  const parts: Parts = { phrases: [], prefixes: [], exclusions: [], filters: [], notices: [] }
  const taken = readClauses(text).flatMap((clause) => take(clause, parts))
  const words = readWords(text, taken, parts)
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

/** @param taken the places that are no plain words, phrases among them */
function readWords(text: string, taken: readonly Place[], parts: Parts): QueryWord[] {
  const words = splitWords(text)
  const { phrases, prefixes, filters } = parts
  const isIn = (places: readonly Place[]) => (word: Word) =>
    places.some(({ start, end }) => start < word.end && word.start < end)
  const plain = words.filter((word) => !isIn(taken)(word))
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const isTopic = (word: Word) => carriesTopic(word.text) || isName(word, plain, text)
  const hasTopic = isAboutMore || plain.some(isTopic)
  const isAsked = (word: Word) =>
    hasTopic ? isTopic(word) : plain.length === 1 || roleOf(word.text) !== 'grammar'
  const isFindableIn = (context: readonly Word[]) => (word: Word) =>
    !isDocumentStopWord(word.text) || isCapitalName(word, context, text)
  const topics = new Set([
    ...plain.filter(isAsked).filter(isFindableIn(plain)),
    ...phrases.flatMap((phrase) => {
      const inPhrase = words.filter(isIn([phrase]))
      return inPhrase.filter(isFindableIn(inPhrase))
    }),
  ])
  const inPlain = new Set(plain)
  return words.map((word) => ({
    text: text.slice(word.start, word.end),
    start: word.start,
    end: word.end,
    folded: word.text,
    term: stem(word.text),
    parts: word.parts,
    role: roleOf(word.text),
    use: topics.has(word) ? 'topic' : inPlain.has(word) ? 'asking' : 'clause',
  }))
}

function carriesTopic(word: string): boolean {
  const role = roleOf(word)
  return role !== 'grammar' && role !== 'request'
}

/** Whether a word that would only hold the question together, or ask, is a name in it. */
function isName(word: Word, words: readonly Word[], question: string): boolean {
  return isCapitalName(word, words, question) || isCapitalised(word, words, question)
}

/**
 * "US" and "IT"; but longer stop words in capitals ("do NOT use threads") are only stressed, and the OR between two topics
 * is what other search engines ask for.
 */
function isCapitalName(word: Word, words: readonly Word[], question: string): boolean {
  const { text, start, end } = word
  if (!isNameInCapitals(question.slice(start, end), question)) return false
  if (!isDocumentStopWord(text)) return true
  return text.length === 2 && !(text === 'or' && isBetweenTopics(words.indexOf(word), words))
}

function isBetweenTopics(place: number, words: readonly Word[]): boolean {
  return [words[place - 1], words[place + 1]].every(
    (word) => word && ['topic', 'everyday'].includes(roleOf(word.text)),
  )
}

/** "Is Go fast?": a capital in the middle of a sentence, if most other words have none. */
function isCapitalised({ text, start }: Word, [, ...others]: readonly Word[], question: string): boolean {
  if (roleOf(text) !== 'request' || !/^\p{Lu}\p{Ll}/u.test(question.slice(start, start + 4))) return false
  if (!/[\p{L}\p{N},]\s+$/u.test(question.slice(Math.max(0, start - 10), start))) return false
  const small = others.filter((other) => /^\p{Ll}/u.test(question.slice(other.start, other.start + 2)))
  return small.length > (others.length - 1) / 2
}
