import { startEncoder } from '../../../src/meaning/encode/start-encoder.ts'
import { passageTexts } from '../../../src/meaning/passage-texts.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createRandom, shuffle } from '../../random.ts'
import { shortNumber } from '../format.ts'
import { printParagraphs, printTable } from '../print.ts'
import type { BenchModel } from './bench-model.ts'

/** How many passages are encoded in each way, and how often: what else the machine does falls on some of the rounds alone. */
const passagesEncoded = 64
const rounds = 5
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
    `Milliseconds a passage, of ${texts.length} in order of length, by threads and by how many are encoded in one run; the best of ${rounds} rounds.`,
  )
  const table = printTable(['model', 'threads', ...batchSizes.map((size) => `${size} a run`)])
  for (const { name, model } of models) {
    const encoders = await Promise.all(threadCounts.map((threads) => startEncoder(model, { threads })))
    const best = encoders.map(() => batchSizes.map(() => Number.POSITIVE_INFINITY))
    for (let round = 0; round < rounds; round++) {
      for (const [row, encoder] of encoders.entries()) {
        for (const [column, size] of batchSizes.entries()) {
          const started = performance.now()
          for (let at = 0; at < texts.length; at += size) await encoder.encode(texts.slice(at, at + size))
          best[row]![column] = Math.min(best[row]![column]!, performance.now() - started)
        }
      }
    }
    for (const [row, encoder] of encoders.entries()) {
      encoder.stop()
      table.row(name, String(threadCounts[row]), ...best[row]!.map((ms) => shortNumber(ms / texts.length)))
    }
  }
  table.end()
}
