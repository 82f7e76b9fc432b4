import { loadModel } from '../../../src/meaning/encode/load-model.ts'
import { defaultRuntimeFolder } from '../../../src/meaning/encode/runtime.ts'
import { encodedPassages } from '../../../src/meaning/encoded-passages.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createRandom, shuffle } from '../../random.ts'
import { shortNumber } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import type { BenchModel } from './bench-model.ts'

/** How many passages are encoded, and how often: what else the machine does falls on some of the rounds alone. */
const passagesEncoded = 64
const rounds = 3
const threadCounts = [1, 2]

/** How long passages take to encode, by threads. */
export async function printEncoding(talks: readonly Talk[], models: readonly BenchModel[]): Promise<void> {
  const texts = shuffle(
    talks.flatMap(encodedPassages).flatMap(({ texts }) => texts),
    createRandom(3),
  ).slice(0, passagesEncoded)
  printParagraphs(
    '### Encoding passages',
    `Milliseconds a text, of ${texts.length}, by threads: as the clock has it / what processors had to do, each the least of ${rounds} rounds.`,
  )
  const table = printTable([
    'model',
    ...threadCounts.map((threads) => `${threads} thread${threads > 1 ? 's' : ''}`),
  ])
  for (const { name, model } of models) {
    const cells: string[] = []
    for (const threads of threadCounts) {
      const encode = await loadModel(model, defaultRuntimeFolder, threads)
      const times = { clock: Number.POSITIVE_INFINITY, processors: Number.POSITIVE_INFINITY }
      for (let round = 0; round < rounds; round++) {
        const [started, used] = [performance.now(), process.cpuUsage()]
        for (const text of texts) await encode(text)
        const { user, system } = process.cpuUsage(used)
        times.clock = Math.min(times.clock, performance.now() - started)
        times.processors = Math.min(times.processors, (user + system) / 1000)
      }
      const each = (ms: number) => shortNumber(ms / texts.length)
      cells.push(`${each(times.clock)} / ${each(times.processors)}`)
    }
    table.row(name, ...cells)
  }
  table.end()
}
