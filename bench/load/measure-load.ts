import { setTimeout as sleep } from 'node:timers/promises'
import { type Percentiles, percentiles } from '../percentiles.ts'
import { createRandom } from '../random.ts'
import type { AskedApp } from './app-process.ts'
import type { Outcome } from './asker.ts'

/** One question after the other, each as soon as the one before it is answered. */
export interface ClosedLoop {
  /** Answers a second. */
  readonly rate: number
  /** Milliseconds of processor time that an answer takes. */
  readonly processorMs: number
  /** Milliseconds from each question to its answer. */
  readonly times: readonly number[]
}

/** Questions that come when they come, whatever became of those before. */
export interface OpenLoop {
  readonly asked: number
  readonly answered: number
  /** Who was told at once that too much is asked. */
  readonly busy: number
  readonly lost: number
  /** Milliseconds from when each was due; to an answer, of those that got one. */
  readonly ack: Percentiles
  readonly answer: Percentiles
}

/** Asks until it has been answered so often. */
export async function warmUp(
  app: AskedApp,
  questions: readonly string[],
  { askers, answers }: { readonly askers: number; readonly answers: number },
): Promise<void> {
  const ask = async (asker: number) => {
    for (let turn = asker; turn < answers; turn += askers) await app.ask(questions[turn % questions.length]!)
  }
  await Promise.all(Array.from({ length: askers }, (_, asker) => ask(asker)))
}

/** @param askers how many ask at the same time */
export async function measureClosedLoop(
  app: AskedApp,
  questions: readonly string[],
  { askers, ms }: { readonly askers: number; readonly ms: number },
): Promise<ClosedLoop> {
  const processorBefore = await app.processorMs()
  const start = performance.now()
  const times: number[] = []
  const ask = async (asker: number) => {
    for (let turn = asker; performance.now() < start + ms; turn += askers) {
      const { posted } = await app.ask(questions[turn % questions.length]!)
      if (posted?.what === 'answer') times.push(posted.ms)
    }
  }
  await Promise.all(Array.from({ length: askers }, (_, asker) => ask(asker)))
  const seconds = (performance.now() - start) / 1000
  return {
    rate: times.length / seconds,
    processorMs: ((await app.processorMs()) - processorBefore) / times.length,
    times,
  }
}

/** Milliseconds from an event to its posted answer, one at a time. */
export async function measureOneByOne(app: AskedApp, questions: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const question of questions) {
    const { posted } = await app.ask(question)
    times.push(posted?.ms ?? Number.POSITIVE_INFINITY)
  }
  return times
}

/** Questions come by chance (a Poisson process), `rate` a second in the mean. */
export async function measureOpenLoop(
  app: AskedApp,
  questions: readonly string[],
  { rate, ms }: { readonly rate: number; readonly ms: number },
): Promise<OpenLoop> {
  const random = createRandom(9)
  const outcomes: Promise<Outcome>[] = []
  const start = performance.now()
  for (let due = start; due < start + ms; due += (-Math.log(1 - random()) * 1000) / rate) {
    const wait = due - performance.now()
    if (wait > 1) await sleep(wait)
    outcomes.push(app.ask(questions[outcomes.length % questions.length]!, due))
  }
  const all = await Promise.all(outcomes)
  const answered = all.flatMap(({ posted }) => (posted?.what === 'answer' ? posted.ms : []))
  return {
    asked: all.length,
    answered: answered.length,
    busy: all.filter(({ posted }) => posted?.what === 'busy').length,
    lost: all.filter(({ posted }) => posted === undefined).length,
    ack: percentiles(all.map(({ ackMs }) => ackMs)),
    answer: percentiles(answered),
  }
}
