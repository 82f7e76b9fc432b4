import { analyze, splitWords, type Word } from './analyzer.ts'
import type { Filter, Notice, Place, Query, QueryPart, Sort } from './query.ts'
import { nearestField, readField, readValue } from './query-fields.ts'
import { roleOf } from './question-words.ts'
import { isDocumentStopWord, isNameInCapitals } from './stop-words.ts'

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
  for (const clause of readClauses(text)) {
    const { start, end } = take(clause, parts) ?? nowhere
    // Blanks keep all other places as they are.
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  }
  const words = [...topicWords(plain, parts), ...parts.phrases.flatMap(wordsOfPhrase)]
  if (words.length > longestCommand) parts.phrases = []
  return { text, words: words.sort((a, b) => a.start - b.start), ...parts }
}

/** In a text of more words, pasted as a question, quotation marks only quote. */
const longestCommand = 20

type Parts = {
  -readonly [Key in 'phrases' | 'prefixes' | 'exclusions']: QueryPart[]
} & { filters: Filter[]; notices: Notice[]; sort?: Sort }

/** A stretch of the question without blanks, but for those in quotes. */
interface Clause {
  readonly start: number
  readonly end: number
  readonly isExcluded: boolean
  /** What stands before the colon, and where. */
  readonly name?: string
  readonly nameStart: number
  /** What is asked for, without quotes, sign and field. */
  readonly value: QueryPart
  readonly isQuoted: boolean
}

/**
 * A clause begins the question or follows a blank or a bracket. A name's colon is followed by its value: `php:`, `10:30`,
 * `http://x.y` and `std::vector` have none. Phones type curly quotes.
 */
const clausePattern =
  /(?<![^\s(,])(?<sign>-)?(?:(?<name>\p{L}[\p{L}_-]*):(?![\s:/]|$))?(?:["“”„](?<quoted>[^"“”„]*)["“”]|(?<bare>[^\s"“”„(,][^\s"“”„]*))/gu

function* readClauses(text: string): Generator<Clause> {
  for (const match of text.matchAll(clausePattern)) {
    const { sign, name, quoted, bare } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    const nameStart = start + (sign?.length ?? 0)
    const typed = quoted ?? trimEnd(bare ?? '')
    const valueStart = nameStart + (name === undefined ? 0 : name.length + 1) + (quoted === undefined ? 0 : 1)
    const value = { text: typed, start: valueStart, end: valueStart + typed.length }
    const isQuoted = quoted !== undefined
    yield { start, end, isExcluded: sign !== undefined, nameStart, value, isQuoted, ...(name && { name }) }
  }
}

/** The punctuation of the sentence around: `speaker:cramer?`. */
function trimEnd(value: string): string {
  return value.replace(/[?!.,;:)]+$/u, '')
}

const nowhere: Place = { start: 0, end: 0 }

/** Puts a clause where it belongs, and gives the place that is no plain words then. */
function take(clause: Clause, parts: Parts): Place | undefined {
  if (clause.name !== undefined) return takeField(clause, clause.name, parts)
  if (clause.isQuoted) return takePhrase(clause, parts)
  const { text, start } = clause.value
  // A flag of one letter is a word: `python -O`.
  if (clause.isExcluded && /^[\p{L}\p{N}_@#][\p{L}\p{N}_]/u.test(text)) {
    parts.exclusions.push(clause.value)
    return clause
  }
  const prefix = clause.isExcluded ? undefined : /^[\p{L}\p{N}_]{2,}(?=\*$)/u.exec(text)?.[0]
  if (prefix === undefined) return undefined
  parts.prefixes.push({ text: prefix, start, end: start + prefix.length })
  return clause
}

function takeField(clause: Clause, name: string, parts: Parts): Place | undefined {
  const { isExcluded, start: clauseStart, nameStart, value } = clause
  const { filters, notices } = parts
  const field = readField(name)
  if (field === undefined) {
    const suggestion = nearestField(name)
    if (suggestion !== undefined) {
      const message = `There is no “${name}:”; did you mean “${suggestion}:”?`
      notices.push({
        kind: 'misspelt-field',
        start: nameStart,
        end: nameStart + name.length,
        message,
        suggestion,
      })
    }
    return undefined
  }
  const { text, start, end } = value
  if (text.trim() === '') return undefined
  const read = readValue(field, text.trim())
  if ('problem' in read) {
    const { problem, suggestion } = read
    notices.push({ kind: 'bad-value', start, end, message: problem, ...(suggestion && { suggestion }) })
    // Its value is words, its name is not.
    return { start: clauseStart, end: start }
  }
  if (read.field === 'sort') parts.sort = read.value
  else filters.push({ ...read, isExcluded, start, end })
  return clause
}

function takePhrase(clause: Clause, { phrases, exclusions, notices }: Parts): Place | undefined {
  const { isExcluded, value } = clause
  if (analyze(value.text).length > 0) {
    const list = isExcluded ? exclusions : phrases
    list.push(value)
    return clause
  }
  if (splitWords(value.text).length === 0) return undefined
  const message = `“${value.text}” is only words that nearly all notes have, so it is not searched for as a phrase.`
  notices.push({ kind: 'empty-phrase', start: value.start, end: value.end, message })
  return undefined
}

function topicWords(plain: string, { phrases, prefixes, filters }: Parts): QueryPart[] {
  const words = splitWords(plain)
  const isTopic = (word: Word) => carriesTopic(word.text) || isName(word, words, plain)
  const topics = words.filter(isTopic)
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const kept =
    topics.length > 0 || isAboutMore ? topics : words.filter((word) => roleOf(word.text) !== 'grammar')
  return findable(kept, words, plain)
}

function wordsOfPhrase({ text, start }: QueryPart): QueryPart[] {
  const words = splitWords(text)
  return findable(words, words, text).map((word) => ({
    text: word.text,
    start: start + word.start,
    end: start + word.end,
  }))
}

/** As written, those of the words that notes are found by. */
function findable(kept: readonly Word[], words: readonly Word[], text: string): QueryPart[] {
  return kept
    .filter((word) => !isDocumentStopWord(word.text) || isCapitalName(word, words, text))
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }))
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

/** "Is Go fast?": a capital in the middle of a sentence, where most other words have none. */
function isCapitalised({ text, start }: Word, [, ...others]: readonly Word[], question: string): boolean {
  if (roleOf(text) !== 'request' || !/^\p{Lu}\p{Ll}/u.test(question.slice(start, start + 4))) return false
  if (!/[\p{L}\p{N},]\s+$/u.test(question.slice(Math.max(0, start - 10), start))) return false
  const small = others.filter((other) => /^\p{Ll}/u.test(question.slice(other.start, other.start + 2)))
  return small.length > (others.length - 1) / 2
}
