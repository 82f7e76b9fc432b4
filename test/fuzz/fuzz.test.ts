/** Whatever comes in, by whichever door, ends in an answer or a reason. `npm run fuzz` tries the same much longer. */
import fc from 'fast-check'
import { test } from 'vitest'
import { openTestStore } from '../end-to-end/open-hallway.ts'
import { runs } from '../helpers/runs.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { openListening } from './listening.ts'
import { fileTargets, slackTargets } from './targets.ts'

test.each(fileTargets('').map(({ name }, index) => [name, index] as const))('%s', async (_name, index) => {
  const { input, check } = fileTargets(temporaryFolder())[index]!
  await fc.assert(
    fc.asyncProperty(input, (value) => check(value as never)),
    { numRuns: runs(100) },
  )
})

test.each(['a click', 'a modal', 'a command', 'a message'])('%s', async (name) => {
  const targets = slackTargets(await openListening(await openTestStore()))
  const { input, check } = targets.find((target) => target.name === name)!
  await fc.assert(
    fc.asyncProperty(input, (value) => check(value as never)),
    { numRuns: runs(100) },
  )
})
