import { withoutInvisible } from '../../text/fold.ts'
import { remembering } from '../../text/remembering.ts'
import { analyze, splitWords } from '../analysis/analyzer.ts'
import { countingWord, numberWord, signsOfThings, speakingWordList } from './asked-for-signs.ts'
import { type Clause, readClauses, signOfClauses } from './clauses.ts'
import type {
  Exclusion,
  Filter,
  Notice,
  Query,
  QueryPart,
  QueryWord,
  QuestionPlace,
  Replacement,
  Sort,
} from './query.ts'
import { readWords } from './question-words.ts'
import { readFieldClause } from './read-field.ts'
import { tellsTopic } from './word-roles.ts'

/**
 * Takes a question apart; never throws, since any text is a question. What is neither field, exclusion nor prefix is words
 * (`readWords`).
 * @example topicsOf(parseQuery('What did they say about Flask?')).map((word) => word.text) // => ['Flask']
 * @example parseQuery('deploy* -heroku speaker:"Alex Martelli" year:2012').filters.length // => 2
 */
export function parseQuery(question: string): Query {
  return read(question)
}

/** Several parts of an answer parse the same question. */
const read = remembering(readQuery, 20)

function readQuery(question: string): Query {
  const text = withoutInvisible(question).trim()
  const parts: ClausesRead = { phrases: [], prefixes: [], exclusions: [], filters: [], notices: [] }
  const clauses = signOfClauses.test(text) ? readClauses(text) : []
  const taken = clauses.flatMap((clause) => take(clause, parts))
  const words = readWords(text, { taken, ...parts })
  return { text, words, ...parts }
}

interface ClausesRead {
  readonly phrases: QueryPart[]
  readonly prefixes: QueryPart[]
  readonly exclusions: Exclusion[]
  readonly filters: Filter[]
  readonly notices: Notice[]
  sort?: Sort
}

/** Adds a clause to the parts.
 * @returns the places that are no plain words */
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

/** Whether it holds neither fields nor signs of the query language: no phrase, no exclusion, no beginning of a word. */
export function isOfWordsAlone(query: Query): boolean {
  return !isNarrowed(query) && query.prefixes.length === 0
}

/** The question as it is searched: in a longer text that was pasted as a question, quotation marks only quote. */
export function withPhrasesMeant(
  query: Query,
  { maxTopicsOfPhrases }: { readonly maxTopicsOfPhrases: number },
): Query {
  const isPasted = query.phrases.length > 0 && topicsOf(query).length > maxTopicsOfPhrases
  return isPasted ? { ...query, phrases: [] } : query
}

/** The words that carry the question's topic, those of phrases among them. */
export function topicsOf({ words }: Pick<Query, 'words'>): readonly QueryWord[] {
  return words.filter(({ use }) => use === 'topic')
}

/** A kind of thing that a question can ask for. */
export type ThingAsked = (typeof signsOfThings)[number]['thing']

/** What a question wants to know, if its words say so. */
export interface AskedFor {
  readonly thing: ThingAsked
  /** What is counted, of “how many users”: users, as typed, and its term. */
  readonly counted?: { readonly text: string; readonly term: string }
  /** The words that say so: of “how big”, both. */
  readonly place: QuestionPlace
}

const signsFor = (thing: ThingAsked) => signsOfThings.find((signs) => signs.thing === thing)!

/** Whether a word of the question is of those that say what is asked for. */
export function asksForIt(
  { thing, place }: Pick<AskedFor, 'thing' | 'place'>,
  { start, end, folded }: QueryWord,
): boolean {
  const isThere = place.start <= start && end <= place.end
  return isThere || signsFor(thing).asksToo?.test(folded) === true
}

/**
 * What a question asks for: the first kind of thing whose words it has.
 * @example askedFor(parseQuery('How many users does it have?')) // => { thing: 'number', counted: { text: 'users', term: 'user' }, … }
 */
export function askedFor({ text, words }: Pick<Query, 'text' | 'words'>): AskedFor | undefined {
  const counting = /\bhow many\b/i.exec(text)
  for (const { thing, asks } of signsOfThings) {
    const found = asks.exec(text)
    // “How many requests does it cost?” asks for no price.
    if (!found || (thing === 'price' && counting)) continue
    // Who spoke is told beside every quotation.
    if (thing === 'person' && words.some(saysSpeaking)) return undefined
    const place = { start: found.index, end: found.index + found[0].length }
    const run = counting ? wordsFrom(counting.index + counting[0].length, words) : []
    // What is counted stands in the plural, with what tells which: “third-party apps”.
    const plural = run.findIndex(({ folded }) => aPlural.test(folded))
    const counted = run[Math.max(0, plural)]
    // Any number of people or things will do.
    if (thing !== 'number' || counted === undefined || !tellsTopic(counted)) return { thing, place }
    return { thing, counted: { text: text.slice(run[0]!.start, counted.end), term: counted.term }, place }
  }
  return undefined
}

/** The first words from a place on that are no grammar. */
function wordsFrom(place: number, words: readonly QueryWord[]): readonly QueryWord[] {
  const isGrammar = ({ role }: QueryWord) => role === 'grammar'
  const first = words.findIndex((word) => word.start >= place && !isGrammar(word))
  if (first === -1) return []
  const end = words.findIndex((word, at) => at > first && isGrammar(word))
  return words.slice(first, end === -1 ? undefined : end)
}

const aPlural = /[^su]s$|^(?:people|persons|men|women|children)$/

/** Whether the relation of two things is asked for. */
export const comparesTwo = (asked: Pick<AskedFor, 'thing'> | undefined): boolean =>
  asked?.thing === 'comparison' || asked?.thing === 'contrast'

/** Whether a word says that somebody speaks, which is told beside every quotation. */
export const saysSpeaking = ({ folded }: Pick<QueryWord, 'folded'>): boolean => speaking.has(folded)

const speaking: ReadonlySet<string> = new Set(speakingWordList.split(/\s+/))

/** See `RankingParameters.quotation`. */
export interface ThingParameters {
  readonly maxWordsToCounted: number
}

/** Whether a text has such a thing, by its form: a number, a person, a reason; if something is counted, a number of that. */
export function hasThing(
  text: string,
  { thing, counted }: Pick<AskedFor, 'thing' | 'counted'>,
  { maxWordsToCounted }: ThingParameters,
): boolean {
  if (!signsFor(thing).tells.test(text)) return false
  if (counted === undefined) return true
  return hasNumberOf(counted.term, text, maxWordsToCounted) || isNumberUnder(counted.term, text)
}

/** `Messages: 165 thousand a second`, `Workers in all (2012): about 20`, `The sacks are twenty.` */
function isNumberUnder(counted: string, text: string): boolean {
  return Array.from(text.matchAll(numberUnderLabel)).some(({ groups }) =>
    groups!.label!.split(' ').some((word) => analyze(word)[0]?.term === counted),
  )
}

/** A number that is the whole of what is said: “Sails: two colours” counts no sails. */
const numberUnderLabel = new RegExp(
  [
    String.raw`(?<label>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,3})(?: \([^()]{0,40}\))?(?: ?[:=]| (?:is|are|was|were)\b) ?`,
    String.raw`(?:(?:about|around|some|over|nearly|almost|up to|more than) |~ ?)?(?:\p{N}[\p{N}.,]*[kM]?|${countingWord})`,
    String.raw`(?: (?:hundred|thousand|million|billion)s?)?(?![\p{L}\p{N}])(?=\s*(?:$|[.,;)])|\s+(?:a|an|per|each|every|in|at|on|since|by|for)\b)`,
  ].join(''),
  'giu',
)

/** `2600 apps`, `some 30 of the small tools`. */
function hasNumberOf(counted: string, text: string, maxWordsToCounted: number): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,_-]*/gu) ?? []
  return words.some(
    (word, place) =>
      aNumber.test(word) &&
      words
        .slice(place + 1, place + 1 + maxWordsToCounted)
        .some((next) => analyze(next)[0]?.term === counted),
  )
}

const aNumber = new RegExp(`^(\\p{N}.*|${numberWord})$`, 'iu')

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
  const topics = words.filter(({ use }) => use === 'topic')
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

function isWrittenAsName({ text: word, start }: QueryWord, question: string): boolean {
  if (/\p{L}\p{N}|[\p{L}\p{N}][_+#]|\p{L}\p{Lu}/u.test(word)) return true
  return /^\p{Lu}/u.test(word) && !/(^|[.?!…]\s+)["'“‘«(]*$/u.test(question.slice(0, start))
}

/** A value as the query language takes it: in quotes if it has blanks or signs of the language. */
export function quoteValue(value: string): string {
  return /^[\p{L}\p{N}](?:[^\s?!.,;:)\]}`*~"“”„‟＂]*[\p{L}\p{N}+#])?$/u.test(value) ? value : inQuotes(value)
}

export function inQuotes(value: string): string {
  return `"${value.replaceAll(/["“”„‟＂]+/g, ' ').trim()}"`
}

/** The question with some places replaced; if places overlap, the first counts. */
export function rewrite(question: string, replacements: readonly Replacement[]): string {
  let written = ''
  let from = 0
  for (const { start, end, text } of replacements.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    // The quotes that were typed around a value are part of what replaces it.
    const quoted = text.startsWith('"') && /["“”„‟＂'‘’(]/.test(question[start - 1] ?? '')
    written += question.slice(from, start) + (quoted ? text.slice(1, -1) : text)
    from = end
  }
  return written + question.slice(from)
}
