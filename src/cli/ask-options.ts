import { type Sort, sorts } from '../search/query.ts'

/** What is asked for besides the question. */
export interface AskFlags {
  readonly json: boolean
  readonly explain: boolean
  readonly facets: boolean
  /** Whether to list what begins so instead of answering. */
  readonly complete: boolean
  /** Talks on a page. */
  readonly limit?: number
  /** From 1. */
  readonly page: number
  readonly sort?: Sort
  /** Of the page before. */
  readonly corpusVersion?: string
}

/** The questions and options of a command line, or what is wrong with it. */
export function readAskOptions(
  argv: readonly string[],
): { readonly questions: readonly string[]; readonly flags: AskFlags } | { readonly problem: string } {
  const questions: string[] = []
  const values: Record<string, string> = {}
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!
    // A question may begin with what it excludes: one dash is no option.
    if (!/^--[a-z]/.test(word)) {
      questions.push(word)
      continue
    }
    const [, name = '', given] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (switches.includes(name)) values[name] = 'yes'
    else if (!valued.includes(name)) return { problem: `unknown option ${word}` }
    else {
      const value = given ?? argv[++at]
      if (value === undefined) return { problem: `--${name} needs a value` }
      values[name] = value
    }
  }
  return readValues(values, questions)
}

const switches = ['json', 'explain', 'facets', 'complete']
const valued = ['limit', 'page', 'sort', 'corpus-version']

function readValues(values: Readonly<Record<string, string>>, questions: readonly string[]) {
  const { limit, page = '1', sort, 'corpus-version': corpusVersion } = values
  for (const [name, value] of Object.entries({ limit, page })) {
    if (value !== undefined && !/^[1-9]\d{0,2}$/.test(value))
      return { problem: `--${name} needs a whole number from 1 to 999, not ${value}` }
  }
  if (sort !== undefined && !isSort(sort))
    return { problem: `--sort is one of ${sorts.join(', ')}, not ${sort}` }
  const flags: AskFlags = {
    json: 'json' in values,
    explain: 'explain' in values,
    facets: 'facets' in values,
    complete: 'complete' in values,
    page: Number(page),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(sort !== undefined && { sort }),
    ...(corpusVersion !== undefined && { corpusVersion }),
  }
  return { questions, flags }
}

function isSort(text: string): text is Sort {
  return (sorts as readonly string[]).includes(text)
}

/** The shell takes the quotes of `speaker:"Alex Martelli"` away: this puts them back. */
export function joinQuestion(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return words
    .map((word) => word.replace(/^(-?\p{L}+:)([^"]*\s[^"]*)$/u, (_, field, value) => `${field}"${value}"`))
    .join(' ')
}
