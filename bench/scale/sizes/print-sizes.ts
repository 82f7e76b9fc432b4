import { join } from 'node:path'
import type { Talk } from '../../../src/notes/talk.ts'
import { percentiles } from '../../percentiles.ts'
import { questionsAbout } from '../../questions.ts'
import { createRandom, shuffle } from '../../random.ts'
import { type BenchCluster, openBenchCluster } from '../../search/cluster/cluster-index.ts'
import { percent, shortNumber } from '../../search/format.ts'
import { toTalk } from '../../search/peers/document-talks.ts'
import { printParagraphs, printTable, report } from '../../search/print.ts'
import { growing } from '../../search/subjects/perturb.ts'
import { documentOf, type VideoTalk } from '../../search/subjects/pyvideo.ts'
import { askChild } from '../ask-child.ts'
import type { ScaleCluster } from '../open-cluster.ts'
import { ownProcessorTime, processorTimeOf } from '../processor-time.ts'
import type { ReaderFigures, ReaderOrders } from './messages.ts'

/** What it takes to have more and more talks in a cluster, and how long a question then takes. They are made as they are sent. */
export async function printSizes(
  { addresses, pids }: ScaleCluster,
  given: readonly VideoTalk[],
  sizes: readonly number[],
): Promise<void> {
  await using cluster = await openBenchCluster(addresses)
  const talks = shuffle(given, createRandom(1))
  const questions = questionsAbout(talks, 400, createRandom(4))
  const warmUp = questionsAbout(talks, 200, createRandom(6))
  printParagraphs(
    '### Sizes',
    `The first ${given.length.toLocaleString('en')} talks are real, the others made of these; about one word in 200 is misspelt, so that the vocabulary grows. As Slack asks: ten talks and how many there are; ${questions.length} questions one after the other, after ${warmUp.length} others.`,
  )
  const table = printTable([
    'talks',
    'to index, s',
    'processor a talk, ms: Hallway / cluster',
    'a copy, MB',
    'words',
    'a process: to open, s',
    'holds of words, MB',
    'is in all, MB',
    'p50 ms',
    'p99 ms',
    'processor a question, ms: Hallway / cluster',
    'found, %',
  ])
  for (const size of sizes) {
    report(`${size} talks`)
    const [own, theirs] = [ownProcessorTime(), processorTimeOf(pids)]
    const made = await cluster.index(
      { talks: manyTalks(talks, size), version: `${size}` },
      { onProgress: progress() },
    )
    const perTalk = [since(ownProcessorTime(), own, size), since(processorTimeOf(pids), theirs, size)]
    report(`${size} talks are in after ${(made.clusterMs / 1000).toFixed(0)} s, ${made.diskMb.toFixed(0)} MB`)
    const before = processorTimeOf(pids)
    const orders: ReaderOrders = { addresses, index: made.name, warmUp, questions }
    const figures = await askChild<ReaderFigures>(join(import.meta.dirname, 'reader-child.ts'), orders)
    const ofCluster = since(processorTimeOf(pids), before, questions.length + warmUp.length)
    const { p50, p99 } = percentiles(figures.times)
    table.row(
      size.toLocaleString('en'),
      shortNumber(made.clusterMs / 1000),
      perTalk.join(' / '),
      shortNumber(made.diskMb),
      figures.words.toLocaleString('en'),
      shortNumber(figures.openMs / 1000),
      shortNumber(figures.heapMb),
      shortNumber(figures.residentMb),
      shortNumber(p50),
      shortNumber(p99),
      `${shortNumber(figures.processorMs)} / ${ofCluster}`,
      percent(figures.found / questions.length),
    )
    await cluster.remove(made)
  }
  table.end()
}

/** So many talks, each made when it is wanted. */
function manyTalks(
  talks: readonly VideoTalk[],
  length: number,
): Parameters<BenchCluster['index']>[0]['talks'] {
  return {
    length,
    *[Symbol.iterator](): Generator<Talk> {
      for (const document of growing(talks.map(documentOf), length, createRandom(5))) yield toTalk(document)
    },
  }
}

function progress(): (done: number, all: number) => void {
  let told = performance.now()
  return (done, all) => {
    if (performance.now() - told < 20_000) return
    told = performance.now()
    report(`  ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`)
  }
}

function since(after: number | undefined, before: number | undefined, count: number): string {
  return after === undefined || before === undefined ? '–' : shortNumber((after - before) / count)
}
