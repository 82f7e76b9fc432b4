import fc from 'fast-check'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { openStore } from '../src/store/open-store.ts'
import { openListening } from '../test/fuzz/listening.ts'
import { fileTargets, slackTargets } from '../test/fuzz/targets.ts'
import { silent } from '../test/helpers/silent-log.ts'
import { readCommandLine } from './command-line.ts'

const { values, count } = readCommandLine({
  name: 'fuzz',
  does:
    'Tries every door of Hallway with inputs by chance until the time is over; each must end in an answer or a reason. ' +
    'Prints the smallest input that does not, and how to try it again, and exits with 1 then.',
  options: {
    seconds: { value: '<n>', help: 'for each door; default 60' },
    seed: { value: '<n>', help: 'default: by chance' },
    only: { value: '<door>', help: 'one door, as it is named in what is printed' },
  },
})
const seconds = count('seconds', 60)
const seed = count('seed', Math.floor(Math.random() * 2 ** 31))
const folder = await makeTemporaryFolder('hallway-fuzz-')
const store = await openStore({ dataFolder: folder, logger: silent })
const targets = [...fileTargets(folder), ...slackTargets(await openListening(store))]
let failures = 0
for (const { name, input, check } of targets.filter(({ name }) => (values.only ?? name) === name)) {
  const outcome = await fc.check(
    fc.asyncProperty(input, (value) => check(value as never)),
    {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1_000,
    },
  )
  console.log(
    `${name}: ${outcome.numRuns.toLocaleString('en')} inputs${outcome.failed ? ', and one fails' : ''}`,
  )
  if (!outcome.failed) continue
  failures += 1
  console.error(`${JSON.stringify(outcome.counterexample)}\n${outcome.errorInstance}`)
  console.error(`Again: npm run fuzz -- --only "${name}" --seed ${seed}`)
}
await store.close()
process.exit(failures > 0 ? 1 : 0)
