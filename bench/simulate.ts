import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { findPostgres, startPostgres } from '../test/store/postgres-server.ts'
import { readCommandLine } from './command-line.ts'
import { notesFolder } from './notes-folder.ts'
import { brokenKinds } from './simulate/broken.ts'
import { runSimulation } from './simulate/run-simulation.ts'

const { values, count, refuse } = readCommandLine({
  name: 'simulate',
  does:
    'Takes 10,000 steps of questions, tips and faults by rule, and says which of Hallway’s promises they broke; exits with 1 if any. ' +
    'A thousand steps begin a new simulation, with the next seed. Time, chance and the network are the seed’s: it brings the same on every machine.',
  options: {
    seed: { value: '<n>', help: 'another one, or one that failed again; default 1' },
    steps: { value: '<n>', help: 'how many; default 10000' },
    verbose: { help: 'says each step before it is taken' },
    trace: { help: 'says all that is said, done and decided, at its time in milliseconds' },
    broken: {
      value: '<kind>',
      help: `one that is not right, to see that it is caught: ${brokenKinds.join(', ')}`,
    },
    store: {
      value: '<name>',
      help: 'sqlite, or postgres: a PostgreSQL server of its own, whose connections drop and which restarts; default sqlite',
    },
  },
})
const maxSteps = 1000
/** Some 60 MB of notes and program, and what is made of words and texts and kept: little is left of a simulation that is over. */
const maxHeapMb = 150
const steps = count('steps', 10_000)
const broken = brokenKinds.find((kind) => kind === values.broken)
if (values.broken !== undefined && broken === undefined)
  refuse(`--broken takes one of ${brokenKinds.join(', ')}`)
const server = await startServer(values.store ?? 'sqlite')

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const from = performance.now()
const totals: Record<string, number> = {}

for (let done = 0, seed = count('seed', 1); done < steps; done += maxSteps, seed += 1) {
  const outcome = await runSimulation({
    seed,
    steps: Math.min(maxSteps, steps - done),
    corpus: notesFolder(),
    broken,
    postgres: server,
    ...(values.trace !== undefined && { onTrace: (line: string) => console.log(line) }),
    ...(values.verbose !== undefined && { onStep: (step, what) => console.log(step, what) }),
  })
  for (const promise of outcome.broken) console.error(promise)
  if (outcome.broken.length > 0) {
    const again = [
      `--seed ${seed}`,
      `--steps ${Math.min(maxSteps, steps - done)}`,
      ...(broken ? [`--broken ${broken}`] : []),
      ...(server ? ['--store postgres'] : []),
    ]
    console.error(`To see it again, step by step: npm run simulate -- ${again.join(' ')} --trace`)
    await end(1)
  }
  for (const [name, count] of Object.entries(outcome))
    if (typeof count === 'number') totals[name] = (totals[name] ?? 0) + count
  collect()
  const heap = Math.round(process.memoryUsage().heapUsed / 1024 / 1024)
  if (heap > maxHeapMb) {
    console.error(`The heap is ${heap} MB after seed ${seed}: something is not let go.`)
    await end(1)
  }
  console.log(`seed ${seed}: every promise kept. Heap ${heap} MB, trace ${outcome.trace}`)
}
const counts = Object.entries(totals).map(([name, count]) => `${count} ${name}`)
console.log(`${steps} steps in ${Math.round((performance.now() - from) / 1000)} s: ${counts.join(', ')}.`)
await end(0)

async function startServer(store: string) {
  if (store === 'sqlite') return undefined
  if (store !== 'postgres') return refuse('--store takes sqlite or postgres')
  const binaries = findPostgres()
  if (binaries === undefined) return refuse('--store postgres needs initdb and postgres on this machine')
  return startPostgres(binaries)
}

async function end(code: number): Promise<never> {
  await server?.remove()
  process.exit(code)
}
