import { rm } from 'node:fs/promises'
import { requestOf } from '../../../src/slack/listeners/read-said.ts'
import type { PostgresServer } from '../../../test/store/postgres-server.ts'
import { importLines } from '../../import-lines.ts'
import type { AskedApp } from '../../load/app-process.ts'
import { type ClosedLoop, measureClosedLoop, measureOneByOne, warmUp } from '../../load/measure-load.ts'
import { median, percentiles } from '../../percentiles.ts'
import { questionsAbout } from '../../questions.ts'
import { createRandom } from '../../random.ts'
import { shortNumber } from '../../search/format.ts'
import { printParagraphs, printTable, report } from '../../search/print.ts'
import { parseTalkLine } from '../../search/subjects/pyvideo.ts'
import type { ScaleCluster } from '../open-cluster.ts'
import { ownProcessorTime, processorTimeOf } from '../processor-time.ts'
import { type Replicas, startReplicas } from './start-replicas.ts'

const askers = 16
const turns = 3
const turnMs = 6000
const oneByOne = 100

interface ReplicasRun {
  readonly cluster: ScaleCluster
  readonly postgres: PostgresServer
  /** As `hallway import` reads them. */
  readonly lines: readonly string[]
  readonly counts: readonly number[]
}

/** Replicas on one PostgreSQL and one cluster beside a process that does all by itself; they take turns. */
export async function printReplicas({ cluster, postgres, lines, counts }: ReplicasRun): Promise<void> {
  const questions = questionsAbout(lines.map(parseTalkLine), 600, createRandom(4)).filter(
    (text) => requestOf({ kind: 'words', text }).kind === 'question',
  )
  printParagraphs(
    '### Replicas',
    `${lines.length.toLocaleString('en')} talks, over HTTP, from an event to its posted answer; events go to the replicas by turns. Ratios are to one process with SQLite and its own index, measured by turns with them. In a closed loop ${askers} ask again once they are answered (median of ${turns} turns of ${turnMs / 1000} s). Where a replica misses the cluster, its own index answers, if it has one. All of it, who asks included, shares the processors.`,
  )
  const table = printTable([
    'processes',
    'answers a second',
    'ratio',
    'p99 of these, ms',
    'ratio',
    'one at a time: p50 ms',
    'p99 ms',
    'ratio',
    'processor an answer, ms: Hallway / cluster / PostgreSQL / who asks',
    'a process, MB',
    'the cluster was missed',
  ])
  const corpusFolder = await importLines(lines)
  const embedded = await startReplicas({ count: 1, corpusFolder })
  try {
    await warmUp(embedded, questions, { askers, answers: 2000 })
    for (const [count, hasOwnIndex] of counts.flatMap((count) =>
      [true, false].map((has) => [count, has] as const),
    )) {
      const name = `${count} on PostgreSQL and OpenSearch, ${hasOwnIndex ? 'each with an index of its own' : 'without one of their own'}`
      report(name)
      const shared = {
        databaseUrl: await postgres.createDatabase(),
        addresses: cluster.addresses,
        index: `bench-replicas-${count}-${hasOwnIndex ? 'own' : 'none'}`,
        hasOwnIndex,
      }
      const replicas = await startReplicas({ count, corpusFolder, kept: embedded.dataFolder, shared })
      try {
        await warmUp(replicas, questions, { askers, answers: 400 * count })
        const others = () => [
          processorTimeOf(cluster.pids) ?? Number.NaN,
          processorTimeOf([postgres.pid()]) ?? Number.NaN,
          ownProcessorTime(),
        ]
        const [own, theirs] = await measureByTurns([embedded, replicas], questions, others)
        row('one, by itself', [own!, own!], embedded)
        row(name, [theirs!, own!], replicas)
      } finally {
        await replicas.stop()
        await removeIndices(cluster.addresses, shared.index)
      }
    }
  } finally {
    await embedded.stop()
    await rm(corpusFolder, { recursive: true })
  }
  table.end()

  function row(name: string, [of, own]: readonly [Measured, Measured], replicas: Replicas): void {
    const residentMb = replicas.residentMb()
    const ratio = (read: (one: Measured) => number) =>
      of === own ? '1' : `${shortNumber(read(of) / read(own))} ×`
    table.row(
      name,
      shortNumber(of.rate),
      ratio(({ rate }) => rate),
      shortNumber(of.p99InLoop),
      ratio(({ p99InLoop }) => p99InLoop),
      shortNumber(of.p50),
      shortNumber(of.p99),
      ratio(({ p99 }) => p99),
      [of.processorMs, ...of.others].map((ms) => (Number.isNaN(ms) ? '–' : shortNumber(ms))).join(' / '),
      residentMb === undefined ? '–' : shortNumber(residentMb),
      String(replicas.missed()),
    )
  }
}

interface Measured {
  readonly rate: number
  readonly p99InLoop: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds of processor time an answer: of Hallway, and of the others in their order. */
  readonly processorMs: number
  readonly others: readonly number[]
}

async function measureByTurns(
  apps: readonly AskedApp[],
  questions: readonly string[],
  timesOfOthers: () => readonly number[],
): Promise<Measured[]> {
  const each = apps.map((app) => ({
    app,
    loops: [] as ClosedLoop[],
    alone: [] as number[],
    others: timesOfOthers().map(() => 0),
  }))
  for (let turn = 0; turn < turns; turn++) {
    for (const one of each) {
      const before = timesOfOthers()
      one.loops.push(await measureClosedLoop(one.app, questions, { askers, ms: turnMs }))
      timesOfOthers().forEach((ms, place) => {
        one.others[place]! += ms - before[place]!
      })
    }
  }
  const lot = Math.ceil(oneByOne / turns)
  for (let from = 0; from < oneByOne; from += lot)
    for (const one of each)
      one.alone.push(...(await measureOneByOne(one.app, questions.slice(from, from + lot))))
  return each.map(({ loops, alone, others: ofOthers }) => {
    const times = loops.flatMap((loop) => loop.times)
    return {
      rate: median(loops.map(({ rate }) => rate)),
      p99InLoop: percentiles(times).p99,
      ...percentiles(alone),
      processorMs: median(loops.map(({ processorMs }) => processorMs)),
      others: ofOthers.map((ms) => ms / times.length),
    }
  })
}

async function removeIndices(addresses: readonly string[], index: string): Promise<void> {
  await fetch(`${addresses[0]}/${index}-*`, { method: 'DELETE' })
}
