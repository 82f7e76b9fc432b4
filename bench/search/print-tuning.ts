import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { createRandom } from '../random.ts'
import { difference, fraction } from './format.ts'
import { indexCollection, type TopTen } from './indexed-collection.ts'
import { type ParameterPath, readParameter, withParameter } from './parameter-path.ts'
import { printParagraphs, printTable } from './print.ts'
import { compare, meanOf } from './statistics/grouped.ts'
import { type Choice, leaveOneOut, type Score, type Trial } from './statistics/leave-one-out.ts'
import { mean } from './statistics/metrics.ts'
import type { Collection } from './subjects/collections.ts'
import { openSubjects, type SubjectSources } from './subjects/open-subjects.ts'
import type { Figure } from './subjects/subject.ts'

/** What a value does to the sources is shown beside. */
export interface TuningRun extends SubjectSources {
  readonly collections: readonly Collection[]
  readonly path: ParameterPath
  readonly values: readonly number[]
}

/** A row a value; then what would be chosen with one collection left out at a time, and how that does on it. */
export async function printTuning(run: TuningRun): Promise<void> {
  const { collections, path, values } = run
  const names = collections.map(({ name }) => name)
  const current = Number(readParameter(defaultParameters, path))
  const indexed = collections.map(indexCollection)
  const others = await openSubjects(run)
  const parametersWith = (value: number) => withParameter(defaultParameters, path, likeDefault(path, value))
  const measure = async (value: number) => {
    const measured: TopTen[][] = []
    for (const collection of indexed) measured.push(await collection.measure(parametersWith(value)))
    return measured
  }
  const measureOthers = async (value: number) => {
    const figures: Figure[] = []
    for (const subject of others)
      figures.push(...(await subject({ parameters: parametersWith(value), spelling: true })))
    return figures
  }
  const today = await measure(current)
  printParagraphs(`### ${path}`, `MRR@10 and nDCG@10 by its value; today it is ${current}.`)
  const table = printTable([
    'value',
    ...names,
    'mean',
    'MRR@10 against today',
    'nDCG@10 against today',
    ...(await measureOthers(current)).map(({ name }) => name),
  ])
  const trials: Trial[] = []
  for (const value of new Set([current, ...values].sort((a, b) => a - b))) {
    const measured = value === current ? today : await measure(value)
    const scores = measured.map(meanScore)
    trials.push({ value, scores })
    const random = createRandom(10)
    const against = (metric: keyof TopTen) =>
      value === current ? '' : difference(compare(column(measured, metric), column(today, metric), random))
    table.row(
      String(value),
      ...[...scores, meanScore(scores)].map(cellOf),
      against('mrr10'),
      against('ndcg10'),
      ...(await measureOthers(value)).map(({ values }) => fraction(meanOf(values))),
    )
  }
  table.end()
  printChoice(leaveOneOut(trials, current), today.map(meanScore), names, current)
}

function printChoice(
  choice: Choice,
  today: readonly Score[],
  names: readonly string[],
  current: number,
): void {
  const { chosen, leftOut, isStable } = choice
  const table = printTable(['left out', 'chosen on the others', 'there', `there with ${current}`])
  for (const { collection, chosen, score } of leftOut)
    table.row(names[collection]!, String(chosen), cellOf(score), cellOf(today[collection]!))
  table.row('mean', '', cellOf(meanScore(leftOut.map(({ score }) => score))), cellOf(meanScore(today)))
  table.end()
  const others = leftOut.filter((one) => one.chosen !== chosen)
  const without = others.map((one) => `${one.chosen} without ${names[one.collection]}`).join(', ')
  printParagraphs(
    isStable
      ? `Chosen on all: ${chosen}. Stable: whichever collection is left out, the choice is the same.`
      : `Chosen on all: ${chosen}. Not stable: ${without}.`,
  )
}

/** A switch is 0 or 1. */
function likeDefault(path: ParameterPath, value: number): number | boolean {
  return typeof readParameter(defaultParameters, path) === 'boolean' ? value !== 0 : value
}

function meanScore(scores: readonly Score[]): Score {
  return {
    mrr10: mean(scores.map(({ mrr10 }) => mrr10)),
    ndcg10: mean(scores.map(({ ndcg10 }) => ndcg10)),
  }
}

function column(measured: readonly (readonly TopTen[])[], metric: keyof TopTen): number[][] {
  return measured.map((questions) => questions.map((question) => question[metric]))
}

function cellOf({ mrr10, ndcg10 }: Score): string {
  return `${fraction(mrr10)} / ${fraction(ndcg10)}`
}
