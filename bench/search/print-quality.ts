import { createRandom } from '../random.ts'
import { difference, fraction, shortNumber, signed } from './format.ts'
import type { Peer } from './peers/peer.ts'
import { printParagraphs, printRows, printTable } from './print.ts'
import { type CollectionScores, measureQuality, valuesOf } from './quality.ts'
import type { ResultsFile } from './results-file.ts'
import { compare, meanOf } from './statistics/grouped.ts'
import { type Metrics, mean } from './statistics/metrics.ts'
import type { Collection } from './subjects/collections.ts'

export interface QualityRun {
  readonly collections: readonly Collection[]
  /** Names of collections that people judged: the means are over these. */
  readonly judged: ReadonlySet<string>
  readonly peers: readonly Peer[]
  readonly robustness: boolean
  readonly depth: number
  readonly results?: ResultsFile | undefined
}

/** A table a collection, row by row as the engines are measured; then all collections side by side. */
export async function printQuality(run: QualityRun): Promise<void> {
  const scores: CollectionScores[] = []
  for (const collection of run.collections) {
    const { name, queries, documents } = collection
    printParagraphs(`#### ${name}: ${queries.length} questions, ${documents.length} documents`)
    const table = printTable([
      'engine',
      ...metricTitles.map(([, title]) => title),
      'ms a question',
      ...(run.robustness ? ['loss in %: phrased / chatty / typo'] : []),
    ])
    for await (const one of measureQuality({ ...run, collection })) {
      const ms = mean(one.questions.map((question) => question.ms))
      table.row(
        one.peer,
        ...metricTitles.map(([metric]) => fraction(mean(valuesOf(one, metric)))),
        shortNumber(ms),
        ...(run.robustness ? [losses(one)] : []),
      )
      run.results?.add(one)
      scores.push(one)
    }
    table.end()
  }
  printParagraphs('#### All collections')
  for (const [metric, title] of headlines) printMeans(metric, title, scores, run.judged)
  if (run.peers.length > 1)
    for (const [metric, title] of headlines) printDifferences(metric, title, scores, run.judged)
  printParagraphs(
    ...scores
      .filter(({ failures }) => failures > 0)
      .map(({ peer, collection, failures }) => `${peer} threw on ${failures} questions of ${collection}.`),
  )
}

const metricTitles = [
  ['ndcg10', 'nDCG@10'],
  ['map', 'MAP'],
  ['mrr10', 'MRR@10'],
  ['recall100', 'Recall@100'],
] as const satisfies [keyof Metrics, string][]

const headlines = metricTitles.filter(([metric]) => metric === 'mrr10' || metric === 'ndcg10').reverse()

/** A row an engine, a column a collection. The mean counts every judged collection the same. */
function printMeans(
  metric: keyof Metrics,
  title: string,
  scores: readonly CollectionScores[],
  judged: ReadonlySet<string>,
): void {
  const rows = byPeer(scores).map(([peer, own]) => {
    const ofJudged = own.filter(({ collection }) => judged.has(collection))
    const each = own.map((one) => mean(valuesOf(one, metric)))
    const ofAll = meanOf(ofJudged.map((one) => valuesOf(one, metric)))
    return [peer, ...[...each, ofAll].map(fraction)]
  })
  printRows([title, ...collectionsOf(scores), 'mean of judged'], rows)
}

/** By how much the first engine is above each other, with the p of the paired randomization test. */
function printDifferences(
  metric: keyof Metrics,
  title: string,
  scores: readonly CollectionScores[],
  judged: ReadonlySet<string>,
): void {
  const [[first, firstScores] = ['', []], ...others] = byPeer(scores)
  const random = createRandom(3)
  const against = (a: readonly CollectionScores[], b: readonly CollectionScores[]) =>
    difference(
      compare(
        a.map((one) => valuesOf(one, metric)),
        b.map((one) => valuesOf(one, metric)),
        random,
      ),
    )
  const isJudged = ({ collection }: CollectionScores) => judged.has(collection)
  const rows = others.map(([peer, own]) => [
    peer,
    ...own.map((one, index) => against([firstScores[index]!], [one])),
    against(firstScores.filter(isJudged), own.filter(isJudged)),
  ])
  printRows([`${title}: ${first} against`, ...collectionsOf(scores), 'mean of judged'], rows)
}

/** What nDCG@10 loses, in percent of itself: as people phrase it / with talk around it / with one typo. */
function losses(scores: CollectionScores): string {
  const plain = mean(valuesOf(scores, 'ndcg10'))
  const { phrased, chatty, misspelt } = scores.varied!
  return [phrased, chatty, misspelt].map((gains) => signed(100 * (mean(gains) / plain - 1), 1)).join(' / ')
}

function byPeer(scores: readonly CollectionScores[]): [peer: string, own: CollectionScores[]][] {
  return [...Map.groupBy(scores, ({ peer }) => peer)]
}

function collectionsOf(scores: readonly CollectionScores[]): string[] {
  return [...new Set(scores.map(({ collection }) => collection))]
}
