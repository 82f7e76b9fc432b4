import type { Random } from '../random.ts'
import type { Outcomes } from './abstaining.ts'
import { type Metrics, mean, metricNames } from './metrics.ts'
import type { Peer } from './peers/peer.ts'
import type { CollectionScores } from './quality.ts'
import { heldOutGain, summarize } from './quality.ts'
import { randomizationTest } from './randomization-test.ts'
import type { SpeedResult, SpeedRow } from './speed.ts'

/** All of these return Markdown. `scores` hold every peer on every collection. */

export function configurationTable(peers: readonly Peer[]): string {
  const rows = peers.map(({ name, configuration }) => [name, configuration])
  return table(['engine', 'configuration'], rows, '---')
}

/** One table a metric: a column a collection, and the mean of the judged ones (not of those made of talks). */
export function qualityTables(scores: readonly CollectionScores[], judged: ReadonlySet<string>): string {
  const titles: Record<keyof Metrics, string> = {
    ndcg10: 'nDCG@10',
    map: 'MAP',
    mrr10: 'MRR@10',
    recall100: 'Recall@100',
  }
  return metricNames
    .map((metric) => {
      const rows = byPeer(scores).map(([peer, own]) => {
        const judgedOnes = own.filter(({ collection }) => judged.has(collection))
        const means = [mean(judgedOnes.map((one) => summarize(one)[metric]))]
        if (metric === 'ndcg10') means.push(mean(judgedOnes.map(heldOutGain)))
        const values = [...own.map((one) => summarize(one)[metric]), ...means]
        return [peer, ...values.map((value) => value.toFixed(3).replace(/^0/, ''))]
      })
      const heldOut = metric === 'ndcg10' ? ['mean, held-out half'] : []
      return table([titles[metric], ...collectionsOf(scores), 'mean of judged', ...heldOut], rows)
    })
    .join('\n\n')
}

/** By how much the first peer's nDCG@10 is above each other's, with the p of the paired randomization test. */
export function significanceTable(
  scores: readonly CollectionScores[],
  judged: ReadonlySet<string>,
  random: Random,
): string {
  const [[first, firstScores] = ['', []], ...others] = byPeer(scores)
  const compare = (a: readonly CollectionScores[], b: readonly CollectionScores[]) => {
    const [gainsA, gainsB] = [a, b].map((own) =>
      own.flatMap(({ metrics }) => metrics.map((one) => one.ndcg10)),
    )
    const difference = mean(gainsA!) - mean(gainsB!)
    const p = randomizationTest(gainsA!, gainsB!, random)
    return `${signed(difference, 3)} (${p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`})`
  }
  const rows = others.map(([peer, own]) => {
    const isJudged = ({ collection }: CollectionScores) => judged.has(collection)
    const each = own.map((one, index) => compare([firstScores[index]!], [one]))
    return [peer, ...each, compare(firstScores.filter(isJudged), own.filter(isJudged))]
  })
  return table([`${first} against`, ...collectionsOf(scores), 'all judged questions'], rows)
}

/** What nDCG@10 loses, in percent of itself: as people phrase it / with talk around it / with one typo. */
export function robustnessTable(scores: readonly CollectionScores[]): string {
  const losses = ({ metrics, varied }: CollectionScores) => {
    const plain = mean(metrics.map(({ ndcg10 }) => ndcg10))
    return [varied!.phrased, varied!.chatty, varied!.misspelt].map((gains) => 100 * (mean(gains) / plain - 1))
  }
  const rows = byPeer(scores).map(([peer, own]) => {
    const each = own.map(losses)
    const means = each[0]!.map((_, variation) => mean(each.map((one) => one[variation]!)))
    return [peer, ...[...each, means].map((one) => one.map((percent) => signed(percent, 1)).join(' / '))]
  })
  return table(['loss in %: phrased / chatty / typo', ...collectionsOf(scores), 'mean'], rows)
}

/** How many questions each peer refused, for those that did; empty where none did. */
export function failureLines(scores: readonly CollectionScores[]): string[] {
  return scores
    .filter(({ failures }) => failures > 0)
    .map(({ peer, collection, failures }) => `${peer} threw on ${failures} questions of ${collection}.`)
}

/** In percent of the questions. What has no answer is right to be unsure of, or to say nothing about. */
export function abstainingTable(outcomes: readonly Outcomes[]): string {
  const rows = outcomes.map(({ questions, count, hasAnswer, kinds, first }) => {
    const share = (number: number) => ((100 * number) / count).toFixed(1)
    const right = hasAnswer ? kinds.found : kinds.unsure + kinds.none
    return [
      questions,
      hasAnswer ? 'yes' : 'no',
      String(count),
      ...[kinds.found, kinds.unsure, kinds.none].map(share),
      share(right),
      hasAnswer ? share(first) : '–',
    ]
  })
  return table(['questions', 'answer?', 'number', 'found', 'unsure', 'none', 'right', 'first'], rows)
}

/** In brackets how many times the first peer's figure each is. */
export function speedTable(rows: readonly SpeedRow[], nameOf: (key: string) => string): string {
  const first = rows[0]?.[1]
  const reference = first && !('error' in first) ? first : undefined
  const cells = (result: SpeedResult) =>
    columns.map(([, figure]) => {
      const value = result[figure]
      if (value === undefined) return '–'
      const base = reference?.[figure]
      const ratio =
        base && figure !== 'queries' && result !== reference && value > 0
          ? ` (×${shortNumber(value / base)})`
          : ''
      return shortNumber(value) + ratio
    })
  return table(
    ['engine', ...columns.map(([title]) => title)],
    rows.map(([key, result]) =>
      'error' in result ? [nameOf(key), `failed: ${result.error}`] : [nameOf(key), ...cells(result)],
    ),
  )
}

const columns = [
  ['build ms', 'buildMs'],
  ['peak MB', 'peakMb'],
  ['disk MB', 'diskMb'],
  ['load ms', 'loadMs'],
  ['load + first answer ms', 'firstAnswerMs'],
  ['heap MB', 'heapMb'],
  ['RSS MB', 'rssMb'],
  ['p50 ms', 'p50Ms'],
  ['p99 ms', 'p99Ms'],
  ['p99 of all ms', 'p99OfAllMs'],
  ['queries', 'queries'],
] as const satisfies (readonly [string, keyof SpeedResult])[]

function byPeer(scores: readonly CollectionScores[]): [peer: string, own: CollectionScores[]][] {
  return [...Map.groupBy(scores, ({ peer }) => peer)]
}

function collectionsOf(scores: readonly CollectionScores[]): string[] {
  return [...new Set(scores.map(({ collection }) => collection))]
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value)
    .toFixed(digits)
    .replace(/^0\.(?=\d{3})/, '.')
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'}${text}`
}

/** Three digits that count. */
function shortNumber(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

function table(header: readonly string[], rows: readonly (readonly string[])[], align = '---:'): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(header),
    line(header.map((_, index) => (index === 0 ? '---' : align))),
    ...rows.map(line),
  ].join('\n')
}
