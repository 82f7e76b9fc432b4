import { curveOf } from '../../../src/cli/eval/curve.ts'
import { type JudgedOutcome, judge, measure } from '../../../src/cli/eval/judge.ts'
import { asUnanswerable, judgeWithoutTalks } from '../../../src/cli/eval/without-talks.ts'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { notesFolder } from '../../notes-folder.ts'
import { fraction } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import { readQuestionFiles } from '../subjects/judged-notes.ts'
import type { BenchModel } from './bench-model.ts'
import { answersIn, nameOf, type Opened, type Way, waysOf } from './ways.ts'

export async function printNotes(
  notes: Corpus,
  paths: readonly string[],
  models: readonly BenchModel[],
): Promise<void> {
  const ways = waysOf(models)
  const opened = await answersIn(notes, ways, notesFolder())
  printParagraphs(
    '### Questions about the notes',
    'Right talk first / among the first three / found; of questions without an answer, the share that is not found.',
  )
  const table = printTable(['questions', 'number', ...ways.map(nameOf)])
  const everything: JudgedOutcome[][] = ways.map(() => [])
  for (const { name, questions } of readQuestionFiles(paths)) {
    const outcomes: JudgedOutcome[][] = []
    for (const { answers } of opened) outcomes.push(await judge(questions, answers))
    for (const style of [...new Set(questions.map((question) => question.style))].sort()) {
      const ofStyle = outcomes.map((all) => all.filter(({ judged }) => judged.style === style))
      table.row(`${name}: ${style}`, String(ofStyle[0]!.length), ...ofStyle.map(cellOf))
    }
    const without: JudgedOutcome[][] = []
    for (const { answers, encoded } of opened)
      without.push(await judgeWithoutTalks(questions, answers, { findSimilarity: encoded?.findSimilarity }))
    if (without[0]!.length > 0)
      table.row(`${name}: their talks taken away`, String(without[0]!.length), ...without.map(cellOf))
    everything.forEach((all, place) => {
      all.push(...outcomes[place]!, ...without[place]!)
    })
  }
  table.end()
  printCurves(everything, ways)
}

/**
 * The same questions where the notes stand among other talks: wrong are near misses, and what is found among the others alone. Those of
 * the same name as a note are left out, since they may answer the same.
 */
export async function printNotesAmong(
  others: readonly Opened[],
  notes: Corpus,
  paths: readonly string[],
): Promise<void> {
  const { corpus } = others[0]!.answers
  const titles = new Set(notes.talks.map(({ title }) => title.toLowerCase()))
  const left = { ...corpus, talks: corpus.talks.filter(({ title }) => !titles.has(title.toLowerCase())) }
  const all = { ...notes, talks: [...left.talks, ...notes.talks] }
  const talkCount = all.talks.length.toLocaleString('en')
  const ways = others.map(({ way }) => way)
  const name = `${corpus.talks.length} talks`
  const among = await answersIn(all, ways, `${name} and ${notesFolder()}`, name)
  const alone = await answersIn(left, ways, `${name} without ${notesFolder()}`, name)
  const questions = readQuestionFiles(paths).flatMap((file) => file.questions)
  const answerable = questions.filter(({ expected }) => expected.length > 0)
  const outcomes: JudgedOutcome[][] = []
  for (const [place, { answers }] of among.entries())
    outcomes.push([
      ...(await judge(questions, answers)),
      ...(await judge(answerable.map(asUnanswerable), alone[place]!.answers)),
    ])
  printParagraphs(`### Questions about the notes among ${talkCount} talks`)
  const table = printTable(['questions', 'number', ...ways.map(nameOf)])
  const rows: readonly (readonly [string, (outcome: JudgedOutcome, place: number) => boolean])[] = [
    ['with an answer', ({ judged }) => judged.expected.length > 0],
    ['without one', ({ judged }, place) => judged.expected.length === 0 && place < questions.length],
    ['asked of the others alone', (_, place) => place >= questions.length],
  ]
  for (const [name, isOf] of rows) {
    const ofRow = outcomes.map((all) => all.filter(isOf))
    table.row(name, String(ofRow[0]!.length), ...ofRow.map(cellOf))
  }
  table.end()
  printCurves(outcomes, ways)
}

function cellOf(outcomes: readonly JudgedOutcome[]): string {
  const { answerable, first, firstThree, found, abstained } = measure(outcomes)
  return answerable > 0 ? [first, firstThree, found].map(fraction).join(' / ') : fraction(abstained)
}

const thresholds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25]

/** What each threshold of confidence would find, rightly and wrongly, over all of these questions. */
function printCurves(outcomes: readonly (readonly JudgedOutcome[])[], ways: readonly Way[]): void {
  const curves = outcomes.map((all) => curveOf(all, thresholds))
  if (curves.some((curve) => curve === undefined)) return
  printParagraphs('Found from a confidence on, of those with an answer / of those without one:')
  const table = printTable(['confidence', ...ways.map(nameOf)])
  thresholds.forEach((confidence, place) => {
    const cells = curves.map((curve) => curve!.points[place]!)
    table.row(
      String(confidence),
      ...cells.map(({ answered, wrong }) => `${fraction(answered)} / ${fraction(wrong)}`),
    )
  })
  table.row('area under the curve', ...curves.map((curve) => fraction(curve!.area)))
  table.end()
}
