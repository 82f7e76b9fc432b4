import { type Answers, createAnswers } from '../../../src/answers/answers.ts'
import { curveOf } from '../../../src/cli/eval/curve.ts'
import { judge, measure, type Outcome } from '../../../src/cli/eval/judge.ts'
import { asUnanswerable, judgeWithoutTalks } from '../../../src/cli/eval/without-talks.ts'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import type { FindNearness } from '../../../src/search/rank/nearness.ts'
import { prepareSearch, type SearchData } from '../../../src/search/search-data.ts'
import { percentiles } from '../../percentiles.ts'
import { questionsAboutNotes } from '../../questions.ts'
import { createRandom, shuffle } from '../../random.ts'
import { questionsOnTalks } from '../abstaining.ts'
import { fraction, percent, shortNumber } from '../format.ts'
import { talksOf } from '../peers/document-talks.ts'
import { printParagraphs, printTable } from '../print.ts'
import { mean, measureRanking } from '../statistics/metrics.ts'
import type { Collection } from '../subjects/collections.ts'
import { importTalks } from '../subjects/imported-talks.ts'
import { readQuestionFiles } from '../subjects/judged-notes.ts'
import { type BenchModel, type EncodedTalks, openBenchModels } from './bench-model.ts'
import { printEncoding } from './print-encoding.ts'
import { printSimilar } from './print-similar.ts'

export interface MeaningRun {
  /** A folder as `HALLWAY_DATA` is one, with models. */
  readonly folder: string
  readonly collections: readonly Collection[]
  /** Collections of sciences that no talk is about. */
  readonly sciences: readonly Collection[]
  /** Of pyvideo-talks.jsonl, if there is one. */
  readonly lines: readonly string[] | undefined
  /** Files of judged questions on the notes, or folders of them. */
  readonly questions: readonly string[]
  /** Numbers of talks to import and ask. */
  readonly sizes: readonly number[]
}

/** Words alone, and each model beside them: the same figures each time, side by side. */
export async function printMeaning(run: MeaningRun): Promise<void> {
  const models = await openBenchModels(run.folder)
  try {
    await printCollections(run.collections, models)
    await printSimilar(run.collections, models)
    const notes = await readCorpus(notesFolder())
    await printEncoding(notes.talks, models)
    if (run.questions.length > 0) await printNotes(notes, run.questions, models)
    if (!run.lines) return
    const lines = shuffle(run.lines, createRandom(6))
    const costs: Cost[] = []
    for (const size of run.sizes) {
      await using imported = await importTalks(lines.slice(0, size))
      const corpus = await readCorpus(imported.folder)
      const opened = await answersIn(corpus, waysOf(models), `${corpus.talks.length} talks`)
      await printTalks(opened, run.sciences)
      for (const { way, answers, encoded } of opened)
        costs.push(await costOf(corpus.talks.length, way, answers, encoded))
      if (run.questions.length > 0) await printNotesAmong(opened, notes, run.questions)
    }
    printCosts(costs)
  } finally {
    for (const { questions } of models) questions.stop()
  }
}

/** Undefined stands for words alone. */
type Way = BenchModel | undefined

const waysOf = (models: readonly BenchModel[]): readonly Way[] => [undefined, ...models]
const nameOf = (way: Way) => (way ? `and ${way.name}` : 'words')

async function printCollections(collections: readonly Collection[], models: readonly BenchModel[]) {
  const ways = waysOf(models)
  printParagraphs('### Ranking by words and by meaning', 'nDCG@10 / MRR@10')
  const table = printTable(['collection', ...ways.map(nameOf)])
  const all: number[][] = ways.map(() => [])
  for (const { name, documents, queries } of collections) {
    const talks = talksOf(documents)
    const search = prepareSearch(talks)
    const cells: string[] = []
    for (const [place, way] of ways.entries()) {
      const encoded = await way?.open(talks, name)
      const engine = engineOf(talks, search, encoded?.findNearness)
      const measured = []
      for (const { text, judgments } of queries) {
        const { results } = await engine.search(parseQuery(text), { limit: 10, timeLimit: Infinity })
        measured.push(
          measureRanking(
            results.map(({ talk }) => talk.id),
            judgments,
          ),
        )
      }
      const ndcg = mean(measured.map(({ ndcg10 }) => ndcg10))
      all[place]!.push(ndcg)
      cells.push(`${fraction(ndcg)} / ${fraction(mean(measured.map(({ mrr10 }) => mrr10)))}`)
    }
    table.row(name, ...cells)
  }
  table.row('mean nDCG@10', ...all.map((values) => fraction(mean(values))))
  table.end()
}

const engineOf = (talks: readonly Talk[], search: SearchData, findNearness: FindNearness | undefined) =>
  createLunrEngine({ talks, version: 'bench', search }, findNearness && { findNearness })

/** How a corpus is answered from in one way. */
interface Opened {
  readonly way: Way
  readonly answers: Answers
  readonly encoded: EncodedTalks | undefined
}

/** @param like see `BenchModel.open` */
async function answersIn(corpus: Corpus, ways: readonly Way[], of: string, like?: string): Promise<Opened[]> {
  const search = prepareSearch(corpus.talks.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const opened: Opened[] = []
  for (const way of ways) {
    const encoded = await way?.open(corpus.talks, of, like)
    const findNearness = encoded?.findNearness
    const engine = createLunrEngine({ ...corpus, search }, findNearness && { findNearness })
    opened.push({ way, answers: createAnswers(corpus, engine, { examples: [] }), encoded })
  }
  return opened
}

const notesFolder = () => process.env.HALLWAY_CORPUS || 'corpus'

async function printNotes(
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
  const everything: Outcome[][] = ways.map(() => [])
  for (const { name, questions } of readQuestionFiles(paths)) {
    const outcomes: Outcome[][] = []
    for (const { answers } of opened) outcomes.push(await judge(questions, answers))
    for (const style of [...new Set(questions.map((question) => question.style))].sort()) {
      const ofStyle = outcomes.map((all) => all.filter(({ judged }) => judged.style === style))
      table.row(`${name}: ${style}`, String(ofStyle[0]!.length), ...ofStyle.map(cellOf))
    }
    const without: Outcome[][] = []
    for (const { answers, encoded } of opened)
      without.push(await judgeWithoutTalks(questions, answers, { findNearness: encoded?.findNearness }))
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
async function printNotesAmong(
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
  const outcomes: Outcome[][] = []
  for (const [place, { answers }] of among.entries())
    outcomes.push([
      ...(await judge(questions, answers)),
      ...(await judge(answerable.map(asUnanswerable), alone[place]!.answers)),
    ])
  printParagraphs(`### Questions about the notes among ${talkCount} talks`)
  const table = printTable(['questions', 'number', ...ways.map(nameOf)])
  const rows: readonly (readonly [string, (outcome: Outcome, place: number) => boolean])[] = [
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

function cellOf(outcomes: readonly Outcome[]): string {
  const { answerable, first, firstThree, found, abstained } = measure(outcomes)
  return answerable > 0 ? [first, firstThree, found].map(fraction).join(' / ') : fraction(abstained)
}

const evidences = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25]

/** What each threshold of evidence would find, rightly and wrongly, over all of these questions. */
function printCurves(outcomes: readonly (readonly Outcome[])[], ways: readonly Way[]): void {
  const curves = outcomes.map((all) => curveOf(all, evidences))
  if (curves.some((curve) => curve === undefined)) return
  printParagraphs('Found from an evidence on, of those with an answer / of those without one:')
  const table = printTable(['evidence', ...ways.map(nameOf)])
  evidences.forEach((evidence, place) => {
    const cells = curves.map((curve) => curve!.points[place]!)
    table.row(
      String(evidence),
      ...cells.map(({ answered, wrong }) => `${fraction(answered)} / ${fraction(wrong)}`),
    )
  })
  table.row('area under the curve', ...curves.map((curve) => fraction(curve!.area)))
  table.end()
}

/** What a number of talks costs with a model, or without. */
interface Cost {
  readonly talks: number
  readonly way: string
  readonly cells: readonly string[]
}

async function printTalks(opened: readonly Opened[], sciences: readonly Collection[]): Promise<void> {
  const { talks } = opened[0]!.answers.corpus
  printParagraphs(
    `### Answering and abstaining, ${talks.length.toLocaleString('en')} talks`,
    'Titles: in percent, right talk first / found. Others, which no talk answers: found / unsure / none.',
  )
  const table = printTable(['questions', 'number', ...opened.map(({ way }) => nameOf(way))])
  for (const [kind, asked] of questionsOnTalks(talks, sciences)) {
    const cells: string[] = []
    for (const { answers } of opened) {
      const kinds = { found: 0, unsure: 0, none: 0, listing: 0 }
      let first = 0
      for (const { text, title } of asked) {
        const answer = await answers.answerQuestion(text, { timeLimit: Infinity })
        kinds[answer.kind]++
        if (answer.results[0]?.talk.title === title) first++
      }
      const share = (count: number) => percent(count / asked.length)
      const { found, unsure, none } = kinds
      cells.push((asked[0]?.title ? [first, found] : [found, unsure, none]).map(share).join(' / '))
    }
    table.row(kind, String(asked.length), ...cells)
  }
  table.end()
}

const rounds = 3

async function costOf(
  talks: number,
  way: Way,
  answers: Answers,
  encoded: EncodedTalks | undefined,
): Promise<Cost> {
  const questions = questionsAboutNotes(answers.corpus, 200)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      const started = performance.now()
      await answers.answerQuestion(question)
      if (round > 0) times.push(performance.now() - started)
    }
  }
  const { p50, p99 } = percentiles(times)
  return {
    talks,
    way: nameOf(way),
    cells: [
      `${shortNumber(p50)} / ${shortNumber(p99)}`,
      encoded ? encoded.passages.toLocaleString('en') : '–',
      encoded ? shortNumber(await scanMs(way!, encoded)) : '–',
      encoded ? `${shortNumber(encoded.size / 1e6)} MB` : '–',
      encoded && encoded.encoded > 0
        ? `${shortNumber(encoded.ms / 1000)} s for ${encoded.encoded.toLocaleString('en')}`
        : '–',
    ],
  }
}

/** How long the comparison with all passages takes, in milliseconds. */
async function scanMs({ questions }: BenchModel, { find }: EncodedTalks): Promise<number> {
  const [vector] = (await questions.encodeAll(['how are passages compared?']))!
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now()
    find.toQuestion(vector!)
    return performance.now() - started
  })
  return percentiles(times).p50
}

function printCosts(costs: readonly Cost[]): void {
  printParagraphs('### What meaning costs')
  const table = printTable([
    'talks',
    'searched by',
    'ms an answer, p50 / p99',
    'passages',
    'ms to compare all',
    'on disk',
    'encoded just now',
  ])
  for (const { talks, way, cells } of costs) table.row(talks.toLocaleString('en'), way, ...cells)
  table.end()
}
