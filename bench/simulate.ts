/**
 * `npm run simulate`: 10,000 steps of questions, tips and faults by rule, and what of Hallway's promises they broke; exits
 * with 1 if any. A thousand steps begin a new simulation, with the next seed, so that a failure is soon replayed. Time, chance and
 * the network are the seed's: it brings the same on every machine.
 *
 *   --seed 7 --steps 500     another one, or one that failed again
 *   --store postgres         on a PostgreSQL server of its own, whose connections drop and which restarts
 *   --verbose                says each step before it is taken
 *   --trace                  says all that is said, done and decided, at its time in milliseconds
 *   --broken forgets-events  one that is not right (see simulate/broken.ts), to see that it is caught
 */
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { findPostgres, startPostgres } from '../test/store/postgres-server.ts'
import { notesFolder } from './notes-folder.ts'
import { brokenKinds } from './simulate/broken.ts'
import { runSimulation } from './simulate/run-simulation.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '10000' },
    broken: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
    verbose: { type: 'boolean' },
    trace: { type: 'boolean' },
  },
})
const maxSteps = 1000
/** Some 80 MB of notes and program, and what is made of words and texts and kept. */
const maxHeapMb = 400
const steps = Number(values.steps)
const broken = brokenKinds.find((kind) => kind === values.broken)
if (values.broken !== undefined && broken === undefined)
  throw new Error(`--broken: ${brokenKinds.join(', ')}`)
const server = await startServer(values.store)

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const from = performance.now()
const totals: Record<string, number> = {}

for (let done = 0, seed = Number(values.seed); done < steps; done += maxSteps, seed += 1) {
  const outcome = await runSimulation({
    seed,
    steps: Math.min(maxSteps, steps - done),
    corpus: notesFolder(),
    broken,
    postgres: server,
    ...(values.trace && { onTrace: (line: string) => console.log(line) }),
    ...(values.verbose && { onStep: (step, what) => console.log(step, what) }),
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
  if (store !== 'postgres') throw new Error('--store: sqlite, postgres')
  const binaries = findPostgres()
  if (binaries === undefined) throw new Error('--store postgres needs initdb and postgres on this machine.')
  return startPostgres(binaries)
}

async function end(code: number): Promise<never> {
  await server?.remove()
  process.exit(code)
}
