import type { Readable, Writable } from 'node:stream'
import type { Answer } from '../answers/answer.ts'
import type { Answers } from '../answers/answers.ts'
import type { AskOptions } from '../answers/asking.ts'
import { questionUnlessCommand, readRequest } from '../requests/read-request.ts'
import { machineZone } from '../tips/settings/time-zone.ts'
import { askHelp } from './ask-help.ts'
import { type CompleteRequest, type QuestionsRequest, readAskOptions } from './ask-options.ts'
import { answerAsJson } from './format/answer-as-json.ts'
import { formatAnswer } from './format/format-answer.ts'
import { like } from './like.ts'
import { type Folders, maxEncodedFirst, openAnswers } from './open-answers.ts'
import { refuseUsage } from './refuse-usage.ts'
import { writeJsonLine, writeOutput } from './write-output.ts'

export interface CommandLine extends Folders {
  /** The words after the subcommand's name. */
  readonly argv: readonly string[]
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable
  /** What of the environment matters to the output. Default: nothing. */
  readonly env?: { readonly NO_COLOR?: string | undefined; readonly TERM?: string | undefined }
}

const facetValues = 10

/** `hallway ask`: answers in the terminal, or as one JSON object a line. Resolves to the exit code. */
export async function ask({
  argv,
  stdin,
  stdout,
  stderr,
  env = {},
  ...folders
}: CommandLine): Promise<number> {
  const request = readAskOptions(argv)
  if ('problem' in request) return refuseUsage(stderr, askHelp, request.problem)
  const byMeaning = request.kind === 'questions' && !request.exact
  const answers = await openAnswers(folders, stderr, byMeaning ? { maxEncoded: maxEncodedFirst } : {})
  if (!answers) return 1
  // https://no-color.org
  const isBold = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  if (request.kind === 'complete') return complete(request, answers, stdout)
  if (request.kind === 'like') return like(request, answers, { stdout, stderr, isBold })
  const options = optionsOf(request)
  if (request.json) return answerAsLines(request, answers, { stdin, stdout, options })
  const [question = ''] = request.questions
  const wanted = questionUnlessCommand(readRequest(question))
  // An empty question is told what is missing.
  if (wanted.kind !== 'question' && question.trim() !== '') {
    // Loaded only then: for a tip it reads the note itself, and with it come all that reads notes.
    const { replyToRequest } = await import('./reply-to-request.ts')
    return replyToRequest(wanted, { answers, ...folders, stdout, stderr })
  }
  const answer = await answers.answerQuestion(question, options)
  const text = formatAnswer(answer, { ...request, isBold })
  const head = isBeyondEnd(answer, options) ? 'There are not so many pages: this is the last one.\n\n' : ''
  return (await writeOutput(stdout, head + text)) ? 0 : 1
}

function isBeyondEnd(answer: Answer, { offset = 0, list }: AskOptions): boolean {
  if (answer.kind === 'none' || answer.isStartedAgain || answer.total === 0) return false
  return answer.offset < (answer.kind === 'listing' ? (list?.offset ?? 0) : offset)
}

async function complete({ typed, limit, json }: CompleteRequest, answers: Answers, stdout: Writable) {
  for (const suggestion of await answers.suggest(typed, limit)) {
    const written = json ? writeJsonLine(stdout, suggestion) : writeOutput(stdout, `${suggestion.question}\n`)
    if (!(await written)) return 1
  }
  return 0
}

function optionsOf(request: QuestionsRequest): AskOptions {
  const { limit, lines, page, sort, facets, explain, exact, timeLimit, corpusVersion } = request
  return {
    limit,
    offset: (page - 1) * limit,
    list: { limit: lines, offset: (page - 1) * lines },
    facets: facets ? facetValues : 0,
    explain,
    spelling: !exact,
    now: { at: Date.now(), zone: machineZone() ?? 'UTC' },
    ...(sort && { sort }),
    ...(timeLimit && { timeLimit }),
    ...(corpusVersion && { corpusVersion }),
  }
}

async function answerAsLines(
  { questions }: QuestionsRequest,
  answers: Answers,
  { stdin, stdout, options }: Pick<CommandLine, 'stdin' | 'stdout'> & { readonly options: AskOptions },
): Promise<number> {
  for await (const question of questions.length > 0 ? questions : linesOf(stdin)) {
    const started = performance.now()
    const answer = await answers.answerQuestion(question, options)
    const tookMs = Math.round((performance.now() - started) * 100) / 100
    if (!(await writeJsonLine(stdout, { ...answerAsJson(answer, options), tookMs }))) break
  }
  return 0
}

/** Lines without their ends, LF or CRLF and no other (readline's also end at U+2028); an empty line is an empty question. */
async function* linesOf(stdin: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of stdin.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (rest !== '') yield rest
}
