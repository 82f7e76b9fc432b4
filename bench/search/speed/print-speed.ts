import { createRandom } from '../../random.ts'
import { shortNumber } from '../format.ts'
import type { SearchDocument } from '../peers/peer.ts'
import { printParagraphs, printRows, report } from '../print.ts'
import { growDocuments } from '../subjects/perturb.ts'
import { measureSpeed, type SpeedPlan, type SpeedResult, type SpeedRow } from './measure-speed.ts'

export interface SpeedRun extends Omit<SpeedPlan, 'documents' | 'report'> {
  /** Real documents; for larger sizes they are grown. */
  readonly real: readonly SearchDocument[]
  readonly sizes: readonly number[]
  /** A peer's name by its key. */
  readonly names: ReadonlyMap<string, string>
}

/** A table a size. In brackets how many times the first peer's figure each is. */
export async function printSpeed({ real, sizes, names, ...plan }: SpeedRun): Promise<void> {
  for (const size of sizes) {
    const rows = await measureSpeed({
      ...plan,
      documents: growDocuments(real, size, createRandom(5)),
      report: (progress) => report(`${size} talks: ${progress}`),
    })
    printParagraphs(`### Speed and size, ${size.toLocaleString('en')} talks`)
    printRows(
      ['engine', ...columns.map(([title]) => title)],
      rows.map(([key, result]) => [names.get(key)!, ...cellsOf(result, rows)]),
    )
    if (rows.some(([, result]) => !('error' in result) && result.diskMb === undefined))
      printParagraphs(
        'If no size on disk is given the engine has no saved form, and loading is building anew.',
      )
  }
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

function cellsOf(result: SpeedRow[1], rows: readonly SpeedRow[]): string[] {
  if ('error' in result) return [`failed: ${result.error}`]
  const first = rows[0]![1]
  const reference = 'error' in first || first === result ? undefined : first
  return columns.map(([, figure]) => {
    const value = result[figure]
    if (value === undefined) return '–'
    const base = figure === 'queries' ? undefined : reference?.[figure]
    return shortNumber(value) + (base && value > 0 ? ` (×${shortNumber(value / base)})` : '')
  })
}
