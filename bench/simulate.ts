/**
 * `npm run simulate`: 10,000 steps of questions and faults by rule, and what of Hallway's promises they broke; exits with 1 if
 * any. `-- --seed 7 --steps 500` runs another one, or one that failed again.
 */
import { parseArgs } from 'node:util'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { runSimulation } from './simulate/run-simulation.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, steps: { type: 'string', default: '10000' } },
})
const corpus = await readCorpus(process.env.HALLWAY_CORPUS || 'corpus')
const steps = Number(values.steps)
const from = performance.now()
const heaps: number[] = []
const outcome = await runSimulation({
  seed: Number(values.seed),
  steps,
  corpus,
  onStep(step) {
    if (step % 500 !== 0) return
    heaps.push(Math.round(process.memoryUsage().heapUsed / 1024 / 1024))
    console.log(`${step} of ${steps} steps, heap ${heaps.at(-1)} MB`)
  },
})
const { questions, faults, restarts, broken } = outcome
console.log(
  `${questions} questions, ${faults} faults, ${restarts} restarts in ${Math.round((performance.now() - from) / 1000)} s`,
)
for (const promise of broken) console.error(promise)
console.log(
  broken.length === 0 ? 'Every question had one answer, or one reason.' : `${broken.length} broken.`,
)
process.exit(broken.length === 0 ? 0 : 1)
