import { median } from '../../percentiles.ts'
import { shortNumber } from '../format.ts'
import type { SearchDocument } from '../peers/peer.ts'
import { printTable } from '../print.ts'
import { type LongPlan, measureLong } from './measure-long.ts'

/** Documents, and the questions that they are asked. */
export interface LongSubject {
  readonly name: string
  readonly documents: readonly SearchDocument[]
  readonly questions: readonly string[]
  /** To warm up with: none of them is among the questions. */
  readonly others: readonly string[]
}

/** Milliseconds; the ratio is Hallway's figure divided by lunr's. */
export async function printLong(
  subjects: Iterable<LongSubject>,
  plan: Pick<LongPlan, 'rounds' | 'depths' | 'budgetMs'>,
): Promise<void> {
  const table = printTable([
    'documents',
    'questions',
    'words, median',
    'results',
    'asked',
    'Hallway p50 ms',
    'lunr p50 ms',
    'ratio',
    'Hallway p99 ms',
    'lunr p99 ms',
    'ratio',
  ])
  for (const { name, documents, questions, others } of subjects) {
    const words = median(questions.map((question) => question.split(/\s+/).length))
    for (const times of await measureLong({ ...plan, documents, questions, others })) {
      const { depth, asked, hallway, lunr } = times
      const pair = (share: 'p50' | 'p99') => [
        shortNumber(hallway[share]),
        shortNumber(lunr[share]),
        (hallway[share] / lunr[share]).toFixed(2),
      ]
      table.row(
        name,
        String(questions.length),
        String(words),
        String(depth),
        asked,
        ...pair('p50'),
        ...pair('p99'),
      )
    }
  }
  table.end()
}
