import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readAppManifest } from '../src/app-manifest.ts'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { readRequest } from '../src/requests/read-request.ts'
import { backUpSqlite } from '../src/store/sqlite/back-up-sqlite.ts'
import { openWorkspace } from '../src/workspace/server/open-workspace.ts'
import { readCommandLine } from './command-line.ts'
import { notesFolder } from './notes-folder.ts'
import { questionsAboutNotes } from './questions.ts'
import { type Measured, startHallway } from './soak/hallway-process.ts'
import { isFlat } from './soak/is-flat.ts'
import { createLoad, repeatedly } from './soak/load.ts'

const { values, count } = readCommandLine({
  name: 'soak',
  does:
    'Runs Hallway as a process of its own, with questions, edits, reloads, tips, backups and dropped connections. Prints what the ' +
    'process has at each minute, and whether memory, handles and file descriptors stay flat; exits with 1 if not. ' +
    'Before that: for how long each kind of work keeps everything else from running.',
  options: {
    minutes: { value: '<n>', help: 'for how long; default 20' },
    corpus: { value: '<folder>', help: 'a copy of it is served; default: HALLWAY_CORPUS or corpus' },
    blocks: { help: 'how long each kind of work keeps all else from running, and nothing more' },
  },
})
const minutes = count('minutes', 20)
const minuteMs = 60_000
/** By how much each may grow and still count as flat: bytes of heap and resident memory, handles, open files. */
const allowed = {
  heap: { share: 0.1, atLeast: 3e6 },
  resident: { share: 0.1, atLeast: 30e6 },
  handles: { share: 0, atLeast: 3 },
  files: { share: 0, atLeast: 3 },
} as const

await using open = new AsyncDisposableStack()
const home = await makeTemporaryFolder('hallway-soak-')
open.defer(() => rm(home, { recursive: true, force: true }))
const corpus = join(home, 'corpus')
await cp(values.corpus ?? notesFolder(), corpus, { recursive: true })
const { talks } = await readCorpus(corpus)
// “Nothing” and the like are in the notes, too, and want no answer.
const questions = questionsAboutNotes({ talks }, 5_000).filter(
  (question) => readRequest(question).kind === 'question',
)
const manifest = await readAppManifest()
const timing = { ackMillis: minuteMs, triggerMillis: minuteMs }
const workspace = await openWorkspace({ port: 0, manifest, timing })
open.defer(() => workspace.close())
const dataFolder = join(home, 'data')
const load = await createLoad(workspace, corpus)
const hallway = await startHallway({ workspace, corpus, dataFolder })
let asked = 0
const nextQuestion = () => questions[asked++ % questions.length]!
const backUp = async () => {
  const file = join(home, 'backup.db')
  await rm(file, { force: true })
  backUpSqlite(join(dataFolder, 'hallway.db'), file)
}
const edited = async () => {
  const served = hallway.says(/Notes changed/)
  await load.edit()
  await served
}

await printBlocks()
const isGood = values.blocks !== undefined || (await soak(minutes))
const code = await hallway.stop()
console.log(code === 0 ? 'It ended as told.' : `It ended with ${code}.`)
process.exitCode = isGood && code === 0 ? 0 : 1

/** The longest block of each kind of work, with nothing else beside it. */
async function printBlocks(): Promise<void> {
  console.log(`The longest time that nothing else could run, of ${talks.length.toLocaleString('en')} talks`)
  const print = async (name: string, times: number, act: () => Promise<unknown>) => {
    for (let i = 0; i < times; i += 1) await act()
    const { longestBlock, longestWork } = await hallway.measure('quietly')
    const [block, work] = [longestBlock, longestWork].map((ms) => ms.toFixed(0).padStart(6))
    console.log(`  ${name.padEnd(28)}${block} ms, of it${work} ms of its own`)
  }
  await print('start', 1, async () => {})
  await print('the first look', 1, () => wait(3_000))
  await print('idle', 1, () => wait(2_000))
  await print('the first questions', 5, () => load.ask(nextQuestion()))
  await print('questions', 200, () => load.ask(nextQuestion()))
  await print('notes opened', 20, () => load.open(nextQuestion()))
  await print('an edit, until it is served', 3, edited)
  await print('the first question after', 1, () => load.ask(nextQuestion()))
  await print('tips', 3, load.tip)
  await print('a backup meanwhile', 3, backUp)
  await print('the index kept on disk', 1, () => wait(12_000))
}

async function soak(minutes: number): Promise<boolean> {
  const ending = new AbortController()
  const { signal } = ending
  const works = [
    ...Array.from({ length: 4 }, () => repeatedly(() => load.ask(nextQuestion()), 200, signal)),
    repeatedly(load.edit, 10_000, signal),
    repeatedly(load.tip, 20_000, signal),
    repeatedly(backUp, minuteMs, signal),
    repeatedly(async () => workspace.socket.drop(), 50_000, signal),
    repeatedly(async () => workspace.socket.refresh('refresh_requested'), 35_000, signal),
  ]
  const readings: Measured[] = []
  console.log('\nminute   questions   heap MB   resident MB   handles   files   longest block   own work')
  const began = performance.now()
  while (performance.now() - began < minutes * minuteMs) {
    await wait(Math.min(minuteMs / 2, minutes * 3_000))
    const reading = await hallway.measure()
    readings.push(reading)
    const minute = ((performance.now() - began) / minuteMs).toFixed(1)
    console.log(
      `${minute.padStart(6)}${String(asked).padStart(12)}${mega(reading.heap).padStart(10)}${mega(reading.resident).padStart(14)}` +
        `${String(reading.handles).padStart(10)}${String(reading.files ?? '-').padStart(8)}${reading.longestBlock.toFixed(0).padStart(13)} ms${reading.longestWork.toFixed(0).padStart(8)} ms`,
    )
  }
  ending.abort()
  await Promise.all(works)
  const verdicts = Object.entries(allowed).map(([what, growth]) => {
    const flat = isFlat(
      readings.map((reading) => reading[what as keyof typeof allowed] ?? 0),
      growth,
    )
    console.log(`${what}: ${flat ? 'flat' : 'GROWS'}`)
    return flat
  })
  return verdicts.every(Boolean)
}

function mega(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
