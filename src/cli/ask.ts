import type { Readable, Writable } from 'node:stream'
import type { Answer } from '../answers/answer.ts'
import type { Answers, AskOptions } from '../answers/answers.ts'
import type { SearchResult } from '../search/search-engine.ts'
import { type AskFlags, joinQuestion, readAskOptions } from './ask-options.ts'
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
Options: --limit N, --page N, --sort relevance|newest|oldest, --facets (how the talks divide),
         --explain (where each score comes from), --corpus-version V (of the page before),
         --complete (what of the notes begins so, one a line, for a shell's completion)
`
const resultsShown = 3
const resultsAsJson = 10
const facetValues = 10
const completionsShown = 10

/** `hallway ask`: answers in the terminal, or as one JSON object a line. Resolves to the exit code. */
export async function ask({ argv, stdin, stdout, stderr, ...folders }: CommandLine): Promise<number> {
  const read = readAskOptions(argv)
  if ('problem' in read) {
    stderr.write(`hallway ask: ${read.problem}\n${usage}`)
    return 1
  }
  const { questions, flags } = read
  if (!flags.json && questions.length === 0) {
    stderr.write(usage)
    return 1
  }
  const answers = await openAnswers(folders, stderr)
  if (!answers) return 1
  if (flags.complete) {
    const found = await answers.suggest(questions.join(' '), flags.limit ?? completionsShown)
    return (await write(stdout, found.map(({ question }) => `${question}\n`).join(''))) ? 0 : 1
  }
  const options = askOptions(flags)
  if (!flags.json) {
    const answer = await answers.answerQuestion(joinQuestion(questions), options)
    return (await write(stdout, formatAnswer(answer))) ? 0 : 1
  }
  for await (const question of questions.length > 0 ? questions : linesOf(stdin)) {
    if (!(await write(stdout, `${JSON.stringify(await answerAsJson(question, answers, options))}\n`))) break
  }
  return 0
}

function askOptions({
  json,
  limit: given,
  page,
  sort,
  facets,
  explain,
  corpusVersion,
}: AskFlags): AskOptions {
  const limit = given ?? (json ? resultsAsJson : resultsShown)
  return {
    limit,
    offset: (page - 1) * limit,
    facets: facets ? facetValues : 0,
    explain,
    ...(sort && { sort }),
    ...(corpusVersion && { corpusVersion }),
  }
}

async function answerAsJson(question: string, answers: Answers, options: AskOptions) {
  const started = performance.now()
  const answer: Answer = await answers.answerQuestion(question, options)
  const tookMs = Math.round((performance.now() - started) * 100) / 100
  const { kind, explanation, suggestions, notices, corpusVersion } = answer
  const about = { question, kind, results: answer.results.map(resultAsJson) }
  if (answer.kind === 'none') {
    return { ...about, didYouMean: null, explanation, suggestions, notices, corpusVersion, tookMs }
  }
  const { didYouMean, total, offset, facets, isPartial, isStartedAgain } = answer
  return {
    ...about,
    didYouMean: didYouMean?.question ?? null,
    isCorrected: didYouMean?.isAnswered ?? false,
    explanation,
    suggestions,
    notices,
    offset,
    total,
    ...(options.facets && { facets }),
    isPartial,
    isStartedAgain,
    corpusVersion,
    tookMs,
  }
}

function resultAsJson({ talk, score, coverage, passage, explanation }: SearchResult) {
  return {
    id: talk.id,
    title: talk.title,
    event: talk.event.name,
    ...(talk.date && { date: talk.date }),
    speakers: talk.speakers.map((speaker) => speaker.name),
    score,
    coverage,
    passage: { text: passage.text, highlights: passage.highlights, file: passage.file, line: passage.line },
    links: talk.links,
    followUps: talk.followUps,
    ...(explanation && { explanation }),
  }
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
