import { readFile } from 'node:fs/promises'
import type { Answer } from '../answers/answer.ts'
import type { Answers } from '../answers/answers.ts'
import type { CommandLine } from './ask.ts'
import { openAnswers } from './open-answers.ts'
import { readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'

/** A question with the talks that answer it, as people judged it. */
export interface JudgedQuestion {
  readonly style: string
  readonly question: string
  /** Talk ids, with or without their event; none where the notes hold no answer. */
  readonly expected: readonly string[]
}

/** How one question went. */
export interface Outcome {
  readonly judged: JudgedQuestion
  /** Place of the first expected talk, from 1; 0 where it is not among the results. */
  readonly rank: number
  readonly kind: Answer['kind']
  /** Ids of the first three results. */
  readonly first: readonly string[]
}

export const evalHelp = `Usage: hallway eval <queries.tsv>

Measures the answers to judged questions. Each line of the file is a style, a question, and the ids of the talks that
answer it joined by | (or - where the notes hold no answer), separated by tabs. Lines that begin with # are skipped.
`

/** `hallway eval`: measures the answers to judged questions. Resolves to the exit code. */
export async function evaluate({ argv, stdout, stderr, ...folders }: CommandLine): Promise<number> {
  const read = readOptions(argv, {})
  if ('problem' in read) return refuseUsage(stderr, evalHelp, read.problem)
  const [file, ...others] = read.words
  if (!file || others.length > 0) return refuseUsage(stderr, evalHelp, 'name one file')
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    stderr.write(`hallway eval: cannot read ${file}: ${(error as Error).message}\n`)
    return 1
  }
  const { questions, problems } = parseJudgedQuestions(text)
  for (const problem of problems) stderr.write(`${file}:${problem}\n`)
  const answers = await openAnswers(folders, stderr)
  if (!answers) return 1
  stdout.write(formatOutcomes(await judge(questions, answers)))
  return problems.length > 0 ? 1 : 0
}

/** Empty lines and lines that begin with `#` are skipped; bad ones are reported with their number. */
export function parseJudgedQuestions(text: string): { questions: JudgedQuestion[]; problems: string[] } {
  const questions: JudgedQuestion[] = []
  const problems: string[] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const [style, question, expected, ...rest] = line.split('\t')
    if (!style || !question || !expected?.trim() || rest.length > 0) {
      const columns = line.split('\t').length
      problems.push(
        `${index + 1}: expected style, question and ids separated by tabs, but found ${columns} columns`,
      )
      return
    }
    const ids = expected.trim() === '-' ? [] : expected.split('|').map((id) => id.trim())
    questions.push({ style, question, expected: ids })
  })
  return { questions, problems }
}

/** Asks every question, ten results each. */
export async function judge(questions: readonly JudgedQuestion[], answers: Answers): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const judged of questions) {
    const { kind, results } = await answers.answerQuestion(judged.question, { limit: 10 })
    const ids = results.map((result) => result.talk.id)
    const rank =
      1 + ids.findIndex((id) => judged.expected.some((wanted) => id === wanted || id.endsWith(`/${wanted}`)))
    outcomes.push({ judged, rank, kind, first: ids.slice(0, 3) })
  }
  return outcomes
}

/** Shares of a group of outcomes, each from 0 to 1. */
export function measure(outcomes: readonly Outcome[]) {
  const answerable = outcomes.filter(({ judged }) => judged.expected.length > 0)
  const unanswerable = outcomes.filter(({ judged }) => judged.expected.length === 0)
  const share = (group: readonly Outcome[], value: (outcome: Outcome) => number) =>
    group.reduce((sum, outcome) => sum + value(outcome), 0) / group.length
  return {
    answerable: answerable.length,
    first: share(answerable, ({ rank }) => (rank === 1 ? 1 : 0)),
    firstThree: share(answerable, ({ rank }) => (rank >= 1 && rank <= 3 ? 1 : 0)),
    reciprocalRank: share(answerable, ({ rank }) => (rank === 0 ? 0 : 1 / rank)),
    found: share(answerable, ({ kind }) => (kind === 'found' ? 1 : 0)),
    unanswerable: unanswerable.length,
    abstained: share(unanswerable, ({ kind }) => (kind === 'found' ? 0 : 1)),
  }
}

function formatOutcomes(outcomes: readonly Outcome[]): string {
  const styles = [...new Set(outcomes.map(({ judged }) => judged.style))].sort()
  const rows = [
    'style         questions   first   top 3     MRR   found  abstained',
    ...styles.map((style) =>
      formatRow(
        style,
        outcomes.filter(({ judged }) => judged.style === style),
      ),
    ),
    formatRow('all', outcomes),
  ]
  const misses = outcomes.filter(isMiss).map(formatMiss)
  const list = misses.length > 0 ? ['', 'Misses:', ...misses] : ['', 'No misses.']
  return `${[...rows, ...list].join('\n')}\n`
}

function formatRow(name: string, outcomes: readonly Outcome[]): string {
  const { first, firstThree, reciprocalRank, found, abstained } = measure(outcomes)
  const cells = [first, firstThree, reciprocalRank, found].map((value) => formatShare(value).padStart(8))
  return `${name.padEnd(14)}${String(outcomes.length).padStart(9)}${cells.join('')}${formatShare(abstained).padStart(11)}`
}

function formatShare(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

function isMiss({ judged, rank, kind }: Outcome): boolean {
  return judged.expected.length === 0 ? kind === 'found' : rank !== 1 || kind !== 'found'
}

function formatMiss({ judged, kind, first }: Outcome): string {
  const wanted = judged.expected.length === 0 ? 'no answer' : judged.expected.join(' or ')
  return `  [${judged.style}] ${judged.question}\n    expected ${wanted}; ${kind}: ${first.join(', ') || 'nothing'}`
}
