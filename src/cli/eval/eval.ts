import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { installedModels } from '../../meaning/model/model-folder.ts'
import { defaultParameters } from '../../search/rank/parameters.ts'
import { amountOf } from '../../text/amount-of.ts'
import type { CommandLine } from '../ask.ts'
import { maxEncodedFirst, openAnswers } from '../open-answers.ts'
import { describeOptions, readOptions } from '../read-options.ts'
import { refuseUsage } from '../refuse-usage.ts'
import { type Curve, curveOf } from './curve.ts'
import { type JudgedOutcome, judge, measure } from './judge.ts'
import { parseJudgedQuestions } from './judged-questions.ts'
import { judgeWithoutTalks } from './without-talks.ts'

const options = {
  keys: {
    help: 'print how often the quotation answers: lines have a fourth column, a pattern that it matches',
  },
  curve: { help: 'print how many would be found, rightly and wrongly, from which confidence on' },
  compare: { help: 'answer by words alone, then with each model that is installed' },
  'take-away': { help: 'ask also what the notes answer of notes without the talks that answer it' },
} as const

export const evalHelp = `Usage: npx hallway eval [options] <queries.tsv> ...

Measures the answers to judged questions. Each line of a file is a style, a question, and the ids of the talks that
answer it joined by | (or - if the notes hold no answer), separated by tabs; a fourth column may be a regular expression
that a quotation which answers matches. Lines that begin with # are skipped.

${describeOptions(options)}
`

/** `hallway eval`: measures the answers to judged questions. Resolves to the exit code. */
export async function evaluate({ argv, stdout, stderr, ...folders }: CommandLine): Promise<number> {
  const read = readOptions(argv, options)
  if ('problem' in read) return refuseUsage(stderr, evalHelp, read.problem)
  const { values, words: files } = read
  if (files.length === 0) return refuseUsage(stderr, evalHelp, 'name a file')
  const judged = []
  let isBad = false
  for (const file of files) {
    let text: string
    try {
      text = await readWholeText(file)
    } catch (error) {
      const [what, advice] = describeFileFailure(error)
      stderr.write(`hallway eval: ${file} ${what} (${advice})\n`)
      return 1
    }
    const { questions, problems } = parseJudgedQuestions(text)
    for (const problem of problems.slice(0, problemsShown)) stderr.write(`${file}:${problem}\n`)
    const others = problems.length - problemsShown
    if (others > 0) stderr.write(`${file}: and ${amountOf(others, 'more line')} like these\n`)
    isBad ||= problems.length > 0
    judged.push(...questions)
  }
  if (isBad && judged.length === 0) return 1
  const isCompared = values.compare !== undefined
  const ways = isCompared ? ['off', ...(await installedModels(folders.dataFolder))] : [folders.meaning]
  for (const meaning of ways) {
    const answers = await openAnswers({ ...folders, meaning }, stderr, { maxEncoded: maxEncodedFirst })
    if (!answers) return 1
    const outcomes = await judge(judged, answers)
    if (values['take-away'] !== undefined) outcomes.push(...(await judgeWithoutTalks(judged, answers)))
    const blocks = [formatOutcomes(outcomes, values.keys !== undefined)]
    if (isCompared) blocks.unshift(meaning === 'off' ? 'By words alone:' : `With ${meaning}:`)
    if (values.curve !== undefined) blocks.push(formatCurve(curveOf(outcomes, thresholds)))
    stdout.write(`${blocks.join('\n\n')}\n`)
  }
  return isBad ? 1 : 0
}

/** A file that is of another form has as many as it has lines. */
const problemsShown = 10

const chosen = defaultParameters.decision.minConfidence
/** About all that there is. */
const thresholds = [0.5, 0.75, 1, 1.1, 1.2, 1.3, chosen, 1.4, 1.5, 1.6, 1.75, 2, 2.25, 2.5].sort(
  (a, b) => a - b,
)

function formatCurve(curve: Curve | undefined): string {
  if (!curve) return 'A curve needs questions that the notes answer and others that they do not.'
  const rows = curve.points.map(({ confidence, answered, wrong }) => {
    const mark = confidence === chosen ? ' <- found from here on' : ''
    return `${confidence.toFixed(2).padStart(10)}${formatShare(answered).padStart(11)}${formatShare(wrong).padStart(8)}${mark}`
  })
  return [
    'confidence   answered   wrong',
    ...rows,
    '',
    `area under the curve: ${formatShare(curve.area)}`,
  ].join('\n')
}

function formatOutcomes(outcomes: readonly JudgedOutcome[], hasKeys: boolean): string {
  const styles = [...new Set(outcomes.map(({ judged }) => judged.style))].sort()
  const rows = [
    `style         questions   first   top 3     MRR   found  abstained${hasKeys ? '  quoted   shown' : ''}`,
    ...styles.map((style) =>
      formatRow(
        style,
        outcomes.filter(({ judged }) => judged.style === style),
        hasKeys,
      ),
    ),
    formatRow('all', outcomes, hasKeys),
  ]
  const misses = outcomes.filter((outcome) => isMiss(outcome, hasKeys)).map(formatMiss)
  const list = misses.length > 0 ? ['', 'Misses:', ...misses] : ['', 'No misses.']
  return [...rows, ...list].join('\n')
}

function formatRow(name: string, outcomes: readonly JudgedOutcome[], hasKeys: boolean): string {
  const { first, firstThree, reciprocalRank, found, abstained, quoted, shown } = measure(outcomes)
  const cells = [
    name.padEnd(14),
    String(outcomes.length).padStart(9),
    ...[first, firstThree, reciprocalRank, found].map((value) => formatShare(value).padStart(8)),
    formatShare(abstained).padStart(11),
    ...(hasKeys ? [quoted, shown].map((value) => formatShare(value).padStart(8)) : []),
  ]
  return cells.join('')
}

function formatShare(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

function isMiss({ judged, rank, kind, isQuoted }: JudgedOutcome, hasKeys: boolean): boolean {
  if (hasKeys && judged.key && !isQuoted) return true
  return judged.expected.length === 0 ? kind === 'found' : rank !== 1 || kind !== 'found'
}

function formatMiss({ judged, kind, first, isQuoted }: JudgedOutcome): string {
  const wanted = judged.expected.length === 0 ? 'no answer' : judged.expected.join(' or ')
  return (
    `  [${judged.style}] ${judged.question}\n    expected ${wanted}; ${kind}: ` +
    `${first.join(', ') || 'nothing'}${judged.key && !isQuoted ? `; the quotation lacks ${judged.key.source}` : ''}`
  )
}
