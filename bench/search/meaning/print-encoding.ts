import { startEncoder } from '../../../src/meaning/encode/start-encoder.ts'
import { passageTexts } from '../../../src/meaning/passage-texts.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createRandom, shuffle } from '../../random.ts'
import { shortNumber } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import type { BenchModel } from './bench-model.ts'

/** How many passages are encoded in each way. */
const passagesEncoded = 256
const threadCounts = [1, 2]
const batchSizes = [1, 8, 32]

/** How long passages take to encode, in order of length, by threads and by how many are encoded in one run. */
export async function printEncoding(talks: readonly Talk[], models: readonly BenchModel[]): Promise<void> {
  const texts = shuffle(
    talks.flatMap(passageTexts).map(({ text }) => text),
    createRandom(3),
  )
    .slice(0, passagesEncoded)
    .sort((a, b) => a.length - b.length)
  printParagraphs(
    '### Encoding passages',
    `Milliseconds a passage, of ${texts.length} in order of length, by threads and by how many are encoded in one run.`,
  )
  const table = printTable(['model', 'threads', ...batchSizes.map((size) => `${size} a run`)])
  for (const { name, model } of models) {
    for (const threads of threadCounts) {
      const encoder = await startEncoder(model, { threads })
      const cells: string[] = []
      for (const size of batchSizes) {
        const started = performance.now()
        for (let at = 0; at < texts.length; at += size) await encoder.encode(texts.slice(at, at + size))
        cells.push(shortNumber((performance.now() - started) / texts.length))
      }
      encoder.stop()
      table.row(name, String(threads), ...cells)
    }
  }
  table.end()
}
