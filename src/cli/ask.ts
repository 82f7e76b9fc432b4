import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Answer } from '../answers/answer.ts'
import type { Answers } from '../answers/answers.ts'
import { formatAnswer } from './format-answer.ts'
import { type Folders, openAnswers } from './open-answers.ts'

export interface CommandLine extends Folders {
  /** The words after the subcommand's name. */
  readonly argv: readonly string[]
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
}

const usage = `Usage: hallway ask "question"
       hallway ask --json ["question" ...]   (questions also from standard input, one a line)
`
const resultsShown = 3
const resultsAsJson = 10

/** `hallway ask`: answers in the terminal, or as one JSON object a line. Resolves to the exit code. */
export async function ask({ argv, stdin, stdout, stderr, ...folders }: CommandLine): Promise<number> {
  const json = argv.includes('--json')
  const unknown = argv.find((word) => /^--?[a-z]/.test(word) && word !== '--json')
  const questions = argv.filter((word) => word !== '--json')
  if (unknown && questions.length === 1) {
    stderr.write(`hallway ask: unknown option ${unknown}\n${usage}`)
    return 1
  }
  if (!json && questions.length === 0) {
    stderr.write(usage)
    return 1
  }
  const answers = await openAnswers(folders, stderr)
  if (!answers) return 1
  if (!json) {
    const answer = await answers.answerQuestion(questions.join(' '), { limit: resultsShown })
    return (await write(stdout, formatAnswer(answer))) ? 0 : 1
  }
  for await (const question of questions.length > 0 ? questions : linesOf(stdin)) {
    if (!(await write(stdout, `${JSON.stringify(await answerAsJson(question, answers))}\n`))) break
  }
  return 0
}

async function answerAsJson(question: string, answers: Answers) {
  const started = performance.now()
  const answer: Answer = await answers.answerQuestion(question, { limit: resultsAsJson })
  const tookMs = Math.round((performance.now() - started) * 100) / 100
  const results = answer.results.map(({ talk, score, passage }) => ({
    id: talk.id,
    title: talk.title,
    event: talk.event.name,
    speakers: talk.speakers.map((speaker) => speaker.name),
    score,
    passage: { text: passage.text, highlights: passage.highlights, file: passage.file, line: passage.line },
    links: talk.links,
    followUps: talk.followUps,
  }))
  return {
    question,
    kind: answer.kind,
    results,
    didYouMean: null,
    corpusVersion: answer.corpusVersion,
    tookMs,
  }
}

/** Lines without their ends, LF or CRLF; an empty line is an empty question. */
function linesOf(stdin: Readable): AsyncIterable<string> {
  return createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Waits until the reader has taken the text; false where nobody reads any longer (`hallway ask --json | head -1`). */
function write(stdout: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve(false) : reject(error)
    stdout.once('error', onError)
    stdout.write(text, (error) => {
      if (error) return onError(error)
      stdout.off('error', onError)
      resolve(true)
    })
  })
}
