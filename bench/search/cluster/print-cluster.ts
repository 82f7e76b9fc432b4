import { createAnswers } from '../../../src/answers/answers.ts'
import { type JudgedOutcome, judge, measure } from '../../../src/cli/eval/judge.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { notesFolder } from '../../notes-folder.ts'
import { percentiles } from '../../percentiles.ts'
import { questionsAbout } from '../../questions.ts'
import { createRandom } from '../../random.ts'
import { askQueries } from '../ask-queries.ts'
import { fraction, percent, shortNumber } from '../format.ts'
import { talksOf } from '../peers/document-talks.ts'
import { printParagraphs, printTable, report } from '../print.ts'
import { mean } from '../statistics/metrics.ts'
import type { Collection } from '../subjects/collections.ts'
import { readQuestionFiles } from '../subjects/judged-notes.ts'
import { growDocuments } from '../subjects/perturb.ts'
import { documentOf, type VideoTalk } from '../subjects/pyvideo.ts'
import { type BenchCluster, openBenchCluster } from './cluster-index.ts'

export interface ClusterRun {
  readonly addresses: readonly string[]
  readonly collections: readonly Collection[]
  /** Files of judged questions on the notes of HALLWAY_CORPUS or `corpus`, or folders of them. */
  readonly questions: readonly string[]
  readonly talks: readonly VideoTalk[] | undefined
  /** Numbers of talks. */
  readonly sizes: readonly number[]
}

/** Quality and time of OpenSearch beside the embedded engine, on the same notes in one run. */
export async function printCluster({
  addresses,
  collections,
  questions,
  talks,
  sizes,
}: ClusterRun): Promise<void> {
  await using cluster = await openBenchCluster(addresses)
  if (collections.length > 0) await printCollections(cluster, collections)
  if (questions.length > 0) await printNotes(cluster, questions)
  if (talks) await printSizes(cluster, talks, sizes)
}

async function printCollections(cluster: BenchCluster, collections: readonly Collection[]): Promise<void> {
  printParagraphs('### OpenSearch beside the embedded engine: judged collections', 'Embedded / OpenSearch.')
  const table = printTable([
    'collection',
    'questions',
    'nDCG@10',
    'MRR@10',
    'the same ten talks, %',
    'p50 ms',
    'p99 ms',
  ])
  const all: number[][] = [[], []]
  for (const { name, documents, queries } of collections) {
    const { embedded, openSearch } = await cluster.open({ talks: talksOf(documents), version: name })
    const limit = { timeLimit: patience }
    const [own, other] = [
      await askQueries(embedded, queries, limit),
      await askQueries(openSearch, queries, limit),
    ]
    const ndcgs = [own, other].map((asked) => mean(asked.map(({ metrics }) => metrics.ndcg10)))
    ndcgs.forEach((ndcg, place) => {
      all[place]!.push(ndcg)
    })
    const same = own.filter(({ ranking }, place) => ranking.join('\n') === other[place]!.ranking.join('\n'))
    table.row(
      name,
      String(queries.length),
      ndcgs.map(fraction).join(' / '),
      [own, other].map((asked) => fraction(mean(asked.map(({ metrics }) => metrics.mrr10)))).join(' / '),
      percent(same.length / queries.length),
      ...timesOf([own, other].map((asked) => asked.map(({ ms }) => ms))),
    )
  }
  table.row('mean', '', all.map((values) => fraction(mean(values))).join(' / '), '', '', '', '')
  table.end()
}

async function printNotes(cluster: BenchCluster, paths: readonly string[]): Promise<void> {
  const corpus = await readCorpus(notesFolder())
  const { embedded, openSearch } = await cluster.open(corpus)
  const both = [embedded, openSearch].map((engine) => createAnswers(corpus, engine, { examples: [] }))
  printParagraphs(
    '### OpenSearch beside the embedded engine: questions about the notes',
    'Embedded / OpenSearch. Of questions with an answer, how often the right talk is first, is found, and is quoted with what answers; of those without, how often nothing is found.',
  )
  const table = printTable(['questions', 'number', 'first', 'found', 'quoted', 'not found'])
  for (const { name, questions } of readQuestionFiles(paths)) {
    const outcomes: JudgedOutcome[][] = []
    for (const answers of both) outcomes.push(await judge(questions, answers))
    const measured = outcomes.map(measure)
    const cell = (figure: (of: ReturnType<typeof measure>) => number) =>
      measured.map((one) => shareOf(figure(one))).join(' / ')
    table.row(
      name,
      String(questions.length),
      cell(({ first }) => first),
      cell(({ found }) => found),
      cell(({ quoted }) => quoted),
      cell(({ abstained }) => abstained),
    )
  }
  table.end()
}

/** Not a number if no question is of the kind. */
function shareOf(figure: number): string {
  return Number.isNaN(figure) ? '–' : fraction(figure)
}

async function printSizes(
  cluster: BenchCluster,
  talks: readonly VideoTalk[],
  sizes: readonly number[],
): Promise<void> {
  const questions = questionsAbout(talks, 400, createRandom(4)).map(parseQuery)
  printParagraphs(
    '### OpenSearch beside the embedded engine: time',
    `Embedded / OpenSearch, where there are two. As Slack asks: ten talks and how many there are; ${questions.length} questions after as many to warm up. The cluster's time to index is beside that of the embedded index, which is made first.`,
  )
  const table = printTable([
    'talks',
    'to index, s',
    'in the cluster, MB',
    'p50 ms',
    'p99 ms',
    'the same first talk, %',
  ])
  for (const size of sizes) {
    report(`${size} talks`)
    const documents = growDocuments(talks.map(documentOf), size, createRandom(5))
    const { embedded, openSearch, ...made } = await cluster.open({
      talks: talksOf(documents),
      version: `${size}`,
    })
    const times: number[][] = []
    const firsts: string[][] = []
    for (const engine of [embedded, openSearch]) {
      const of: number[] = []
      const first: string[] = []
      for (const query of [...questions, ...questions]) {
        const from = performance.now()
        const { results } = await engine.search(query, {
          minShare: defaultParameters.decision.listedShare,
          timeLimit: patience,
        })
        of.push(performance.now() - from)
        first.push(results[0]?.talk.id ?? '')
      }
      times.push(of.slice(questions.length))
      firsts.push(first.slice(questions.length))
    }
    const same = firsts[0]!.filter((id, place) => id === firsts[1]![place]).length
    table.row(
      size.toLocaleString('en'),
      `${shortNumber(made.embeddedMs / 1000)} / ${shortNumber(made.clusterMs / 1000)}`,
      shortNumber(made.diskMb),
      ...timesOf(times),
      percent(same / questions.length),
    )
  }
  table.end()
}

/** What is measured is not to run out of time, in milliseconds. */
const patience = 30_000

function timesOf(each: readonly (readonly number[])[]): [p50: string, p99: string] {
  const both = each.map(percentiles)
  return [
    both.map(({ p50 }) => shortNumber(p50)).join(' / '),
    both.map(({ p99 }) => shortNumber(p99)).join(' / '),
  ]
}
