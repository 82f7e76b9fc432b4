import { createRandom } from '../random.ts'
import { difference, fraction, signed } from './format.ts'
import type { Peer } from './peers/peer.ts'
import { printParagraphs, printRows } from './print.ts'
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

/** A table a figure, with a row an engine and a column a collection. */
export async function printQuality(run: QualityRun): Promise<void> {
  const scores: CollectionScores[] = []
  for (const collection of run.collections) {
    for await (const one of measureQuality({ ...run, collection })) {
      // Minutes may pass until all are measured.
      console.error(`${collection.name}: ${one.peer} is measured`)
      run.results?.add(one)
      scores.push(one)
    }
  }
  printRows(
    ['collection', 'questions', 'documents'],
    run.collections.map(({ name, queries, documents }) => [name, `${queries.length}`, `${documents.length}`]),
  )
  for (const [metric, title] of metricTitles) printMeans(metric, title, scores, run.judged)
  if (run.robustness) printLosses(scores)
  if (run.peers.length > 1)
    for (const [metric, title] of headlines) printDifferences(metric, title, scores, run.judged)
  printParagraphs(
    ...scores
      .filter(({ failures }) => failures > 0)
      .map(({ peer, collection, failures }) => `${peer} threw on ${failures} questions of ${collection}.`),
  )
}

const metricTitles = [
  ['mrr10', 'MRR@10'],
  ['ndcg10', 'nDCG@10'],
  ['map', 'MAP'],
  ['recall100', 'Recall@100'],
] as const satisfies [keyof Metrics, string][]

/** What engines are compared by. */
const headlines = metricTitles.slice(0, 2)

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
function printLosses(scores: readonly CollectionScores[]): void {
  const lossOf = (one: CollectionScores) => {
    const plain = mean(valuesOf(one, 'ndcg10'))
    const { phrased, chatty, misspelt } = one.varied!
    return [phrased, chatty, misspelt].map((gains) => signed(100 * (mean(gains) / plain - 1), 1)).join(' / ')
  }
  const rows = byPeer(scores).map(([peer, own]) => [peer, ...own.map(lossOf)])
  printRows(['loss in %: phrased / chatty / typo', ...collectionsOf(scores)], rows)
}

function byPeer(scores: readonly CollectionScores[]): [peer: string, own: CollectionScores[]][] {
  return [...Map.groupBy(scores, ({ peer }) => peer)]
}

function collectionsOf(scores: readonly CollectionScores[]): string[] {
  return [...new Set(scores.map(({ collection }) => collection))]
}
