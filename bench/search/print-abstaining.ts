import { createRandom, shuffle } from '../random.ts'
import { measureAbstaining } from './abstaining.ts'
import { percent } from './format.ts'
import { printParagraphs, printTable } from './print.ts'
import type { Collection } from './subjects/collections.ts'

export interface AbstainingRun {
  /** Of pyvideo-talks.jsonl. */
  readonly lines: readonly string[]
  /** Numbers of talks: as few as a team begins with, and all there are. */
  readonly sizes: readonly number[]
  /** Collections whose questions are of other sciences. */
  readonly otherFields: readonly Collection[]
}

/** In percent of the questions. What has no answer is right to be unsure of, or to say nothing about. */
export async function printAbstaining({ lines, sizes, otherFields }: AbstainingRun): Promise<void> {
  const shuffled = shuffle(lines, createRandom(6))
  for (const size of sizes) {
    printParagraphs(`### Answering and abstaining, ${size.toLocaleString('en')} talks`)
    const table = printTable(['questions', 'answer?', 'number', 'found', 'unsure', 'none', 'right', 'first'])
    for await (const outcomes of measureAbstaining(shuffled.slice(0, size), otherFields)) {
      const { questions, count, hasAnswer, kinds, first } = outcomes
      const share = (number: number) => percent(number / count)
      const right = hasAnswer ? kinds.found : kinds.unsure + kinds.none
      table.row(
        questions,
        hasAnswer ? 'yes' : 'no',
        String(count),
        ...[kinds.found, kinds.unsure, kinds.none, right].map(share),
        hasAnswer ? share(first) : '–',
      )
    }
    table.end()
  }
}
