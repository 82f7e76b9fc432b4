import { type Sort, sorts } from '../search/query/query.ts'
import { askOptions } from './ask-help.ts'
import { readOptions } from './read-options.ts'

/** What `hallway ask` is called for. */
export type AskRequest = QuestionsRequest | LikeRequest | CompleteRequest

export interface QuestionsRequest {
  readonly kind: 'questions'
  /** None if they come from standard input. */
  readonly questions: readonly string[]
  readonly json: boolean
  /** Talks on a page. */
  readonly limit: number
  /** Lines on a page of a list. */
  readonly lines: number
  /** From 1. */
  readonly page: number
  /** Whether a page was asked for, so that all of its talks are listed. */
  readonly isWholePage: boolean
  readonly explain: boolean
  readonly facets: boolean
  /** Whether words are searched for as they are spelled. */
  readonly exact: boolean
  readonly sort?: Sort
  /** Milliseconds. */
  readonly timeLimit?: number
  /** Of the page before. */
  readonly corpusVersion?: string
}

/** Talks that resemble one. */
export interface LikeRequest {
  readonly kind: 'like'
  /** Its id or title. */
  readonly talk: string
  readonly json: boolean
  readonly limit: number
  readonly page: number
}

/** What of the notes goes on from what is typed. */
export interface CompleteRequest {
  readonly kind: 'complete'
  readonly typed: string
  readonly json: boolean
  readonly limit: number
}

type Name = keyof typeof askOptions
type AskValues = Readonly<Partial<Record<Name, string>>>

/** What can be combined with what is asked for instead of an answer. */
const besides: Readonly<Record<'like' | 'complete', readonly Name[]>> = {
  like: ['like', 'limit', 'page', 'json'],
  complete: ['complete', 'limit', 'json'],
}

/** What a command line asks for, or what is wrong with it. */
export function readAskOptions(argv: readonly string[]): AskRequest | { readonly problem: string } {
  // A question may begin with what it excludes: one dash is no option.
  const read = readOptions(argv, askOptions, { isQuestion: true })
  if ('problem' in read) return read
  return problemOf(read.values) ?? readAskRequest(read.values, read.words)
}

const resultsShown = 3
const resultsAsJson = 10
const completionsShown = 10
const linesShown = 20

function readAskRequest(
  values: AskValues,
  words: readonly string[],
): AskRequest | { readonly problem: string } {
  const json = values.json !== undefined
  const limit = Number(values.limit ?? (json ? resultsAsJson : resultsShown))
  const page = Number(values.page ?? 1)
  if (values.like !== undefined) {
    if (words.length > 0)
      return { problem: `--like takes no question besides: what is "${words.join(' ')}"?` }
    return { kind: 'like', talk: values.like, json, limit, page }
  }
  if (values.complete !== undefined) {
    return { kind: 'complete', typed: words.join(' '), json, limit: Number(values.limit ?? completionsShown) }
  }
  if (words.length === 0 && !json) return { problem: 'there is no question' }
  const { sort, 'time-limit': timeLimit, 'corpus-version': corpusVersion } = values
  return {
    kind: 'questions',
    questions: json || words.length === 0 ? words : [joinQuestion(words)],
    json,
    limit,
    lines: Number(values.limit ?? linesShown),
    page,
    isWholePage: [values.limit, values.page, values.explain].some((value) => value !== undefined),
    explain: values.explain !== undefined,
    facets: values.facets !== undefined,
    exact: values.exact !== undefined,
    ...(sort !== undefined && isSort(sort) && { sort }),
    ...(timeLimit !== undefined && { timeLimit: Number(timeLimit) }),
    ...(corpusVersion !== undefined && { corpusVersion }),
  }
}

function problemOf(values: AskValues): { readonly problem: string } | undefined {
  for (const [name, max] of [
    ['limit', 999],
    ['page', 999],
    ['time-limit', 600_000],
  ] as const) {
    const value = values[name]
    if (value !== undefined && !(/^[1-9]\d{0,5}$/.test(value) && Number(value) <= max))
      return { problem: `--${name} needs a whole number from 1 to ${max}, not ${value}` }
  }
  if (values.sort !== undefined && !isSort(values.sort))
    return { problem: `--sort is one of ${sorts.join(', ')}, not ${values.sort}` }
  for (const instead of ['like', 'complete'] as const) {
    const other = Object.keys(values).find((name) => !besides[instead].includes(name as Name))
    if (values[instead] !== undefined && other !== undefined)
      return { problem: `--${instead} and --${other} do not go together` }
  }
  return undefined
}

function isSort(text: string): text is Sort {
  return (sorts as readonly string[]).includes(text)
}

/** The shell takes the quotes of `speaker:"Alex Martelli"` away: this puts them back. */
function joinQuestion(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return words
    .map((word) => word.replace(/^(-?\p{L}+:)([^"]*\s[^"]*)$/u, (_, field, value) => `${field}"${value}"`))
    .join(' ')
}
