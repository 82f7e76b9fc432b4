import { loadModel } from '../../../src/meaning/encode/load-model.ts'
import { defaultRuntimeFolder } from '../../../src/meaning/encode/runtime.ts'
import { encodedPassages } from '../../../src/meaning/encoded-passages.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createRandom, shuffle } from '../../random.ts'
import { shortNumber } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import type { BenchModel } from './bench-model.ts'

/** How many passages are encoded in each way, and how often: what else the machine does falls on some of the rounds alone. */
const passagesEncoded = 64
const rounds = 3
const threadCounts = [1, 2]
const batchSizes = [1, 8, 32]

/** How long passages take to encode, in order of length, by threads and by how many are encoded in one run. */
export async function printEncoding(talks: readonly Talk[], models: readonly BenchModel[]): Promise<void> {
  const texts = shuffle(
    talks.flatMap(encodedPassages).flatMap(({ texts }) => texts),
    createRandom(3),
  )
    .slice(0, passagesEncoded)
    .sort((a, b) => a.length - b.length)
  printParagraphs(
    '### Encoding passages',
    `Milliseconds a passage, of ${texts.length} in order of length, by threads and by how many are encoded in one run: as the clock has it / what processors\nhad to do, each the least of ${rounds} rounds.`,
  )
  const table = printTable(['model', 'threads', ...batchSizes.map((size) => `${size} a run`)])
  for (const { name, model } of models) {
    for (const threads of threadCounts) {
      const encode = await loadModel(model, defaultRuntimeFolder, threads)
      const cells: string[] = []
      for (const size of batchSizes) {
        const times = { clock: Number.POSITIVE_INFINITY, processors: Number.POSITIVE_INFINITY }
        for (let round = 0; round < rounds; round++) {
          const [started, used] = [performance.now(), process.cpuUsage()]
          for (let at = 0; at < texts.length; at += size) await encode(texts.slice(at, at + size))
          const { user, system } = process.cpuUsage(used)
          times.clock = Math.min(times.clock, performance.now() - started)
          times.processors = Math.min(times.processors, (user + system) / 1000)
        }
        const each = (ms: number) => shortNumber(ms / texts.length)
        cells.push(`${each(times.clock)} / ${each(times.processors)}`)
      }
      table.row(name, String(threads), ...cells)
    }
  }
  table.end()
}
