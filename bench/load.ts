import { cpus } from 'node:os'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { requestOf } from '../src/slack/listeners/read-said.ts'
import { readCommandLine } from './command-line.ts'
import { type AppProcess, startAppProcess } from './load/app-process.ts'
import {
  type ClosedLoop,
  measureClosedLoop,
  measureOneByOne,
  measureOpenLoop,
  warmUp,
} from './load/measure-load.ts'
import { notesFolder } from './notes-folder.ts'
import { median, millis, type Percentiles, percentiles, ratio } from './percentiles.ts'
import { questionsAboutNotes } from './questions.ts'

readCommandLine({
  name: 'bench:load',
  does:
    'How much is answered over HTTP, and how fast, by Hallway and by a bare Bolt app that posts a constant, on the notes of HALLWAY_CORPUS or corpus. ' +
    'Figures depend on the machine; the ratios are what to compare. Exits with 1 if a question got no word.',
})
// Each runs in a process of its own; the questions, and the Slack that answers go to, are in another. They take turns, so that
// what else the machine does meets both.
const askers = 16
const turns = 3
const folder = notesFolder()
const corpus = await readCorpus(folder)
if (corpus.talks.length === 0) throw new Error(`There are no notes in ${folder}: set HALLWAY_CORPUS.`)
// What is said out of politeness gets no answer.
const questions = questionsAboutNotes(corpus, 600).filter(
  (text) => requestOf({ kind: 'words', text }).kind === 'question',
)
console.log(`Hallway on ${corpus.talks.length} talks, Node ${process.versions.node}, ${cpus().length} cores`)

const bare = await startAppProcess('bare', folder)
const hallway = await startAppProcess('hallway', folder)
const apps = [bare, hallway]
// Until then Node compiles, and times fall: an answer takes twice as long after 5,000 as after 30,000.
for (const app of apps) await warmUp(app, questions, { askers, answers: 30_000 })
await printOneByOne()
const rate = await printClosedLoop()
for (const share of [0.8, 2]) await printOpenLoop(share, rate)
for (const app of apps) await app.stop()

async function printOneByOne(): Promise<void> {
  const times = new Map(apps.map((app): [AppProcess, number[]] => [app, []]))
  for (let from = 0; from < questions.length; from += 20)
    for (const app of apps)
      times.get(app)!.push(...(await measureOneByOne(app, questions.slice(from, from + 20))))
  const [ofBare, ofHallway] = [bare, hallway].map((app) => percentiles(times.get(app)!)) as [
    Percentiles,
    Percentiles,
  ]
  console.log(`\nFrom an event to its posted answer, one at a time (${questions.length} each, by turns)`)
  row('Hallway', percentilesOf(ofHallway))
  row('Bare Bolt app, a constant', percentilesOf(ofBare))
  row('Ratio', `p50 ${ratio(ofHallway.p50, ofBare.p50)}   p99 ${ratio(ofHallway.p99, ofBare.p99)}`)
}

type Measured = Pick<ClosedLoop, 'rate' | 'processorMs'>

/** Returns Hallway's rate. */
async function printClosedLoop(): Promise<number> {
  const loops = new Map(apps.map((app): [AppProcess, ClosedLoop[]] => [app, []]))
  for (let turn = 0; turn < turns; turn++)
    for (const app of apps)
      loops.get(app)!.push(await measureClosedLoop(app, questions, { askers, ms: 5_000 }))
  const [ofBare, ofHallway] = [bare, hallway].map((app) => ({
    rate: median(loops.get(app)!.map((loop) => loop.rate)),
    processorMs: median(loops.get(app)!.map((loop) => loop.processorMs)),
  })) as [Measured, Measured]
  console.log(`\nIn a closed loop: ${askers} who ask again once they are answered (median of ${turns} turns)`)
  const figures = ({ rate, processorMs }: Measured) =>
    `${rate.toFixed(0).padStart(5)} a second   ${processorMs.toFixed(2)} ms of processor an answer`
  row('Hallway', figures(ofHallway))
  row('Bare Bolt app, a constant', figures(ofBare))
  row(
    'Ratio',
    `${ratio(ofHallway.rate, ofBare.rate)} the rate   ${ratio(ofHallway.processorMs, ofBare.processorMs)} the processor`,
  )
  return ofHallway.rate
}

async function printOpenLoop(share: number, closedRate: number): Promise<void> {
  const rate = share * closedRate
  const { asked, answered, busy, lost, ack, answer } = await measureOpenLoop(hallway, questions, {
    rate,
    ms: 15_000,
  })
  console.log(
    `\nHallway asked ${rate.toFixed(0)} times a second, ${Math.round(100 * share)} % of that rate (${asked} questions)`,
  )
  row('To the acknowledgement', percentilesOf(ack))
  row('To the posted answer', percentilesOf(answer))
  row('Became of them', `${answered} answered, ${busy} told that it is busy, ${lost} lost`)
  if (lost > 0) process.exitCode = 1
}

function row(name: string, figures: string): void {
  console.log(`  ${name.padEnd(28)}${figures}`)
}

function percentilesOf({ p50, p99 }: Percentiles): string {
  return `p50 ${millis(p50)}   p99 ${millis(p99)}`
}
