import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from './end-to-end/run-hallway.ts'
import { freePort } from './helpers/free-port.ts'
import { writeFolder } from './helpers/temporary-folder.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

const hostile = '\u001b]0;title\u0007\u001b[2J\u009b31m\u202e'

test('a terminal obeys nothing of what a start tells of notes, settings and the file of settings', async () => {
  const folder = writeFolder({
    'corpus/harbour-2019/event.yml': `name: ${JSON.stringify(`HarbourConf ${hostile}\nerror: not ours`)}\n`,
    'corpus/harbour-2019/queues.md': '---\ntitle: Queues\n---\nEvery queue delivers twice.\n',
    // A folder takes any name on Unix; elsewhere the event's name is what is tried.
    ...(process.platform !== 'win32' && {
      [`corpus/harbour-2019/${hostile}\nerror: not ours.md`]: '---\ntitle: [Half\n---\nText.\n',
    }),
  })
  writeFileSync(join(folder, '.env'), `HALLWAY_${hostile}=1\n`)
  const { says, output, lines } = await run({ HALLWAY_PORT: String(await freePort()) }, folder)
  await says('Hallway answers from')
  expect(output()).not.toMatch(obeyed)
  expect(lines().filter((line) => line.startsWith('error: not ours'))).toEqual([])
})

test('nor of what keeps it from starting', async () => {
  const { exitCode, output } = await run({ HALLWAY_CORPUS: `/nowhere/${hostile}` })
  expect(await exitCode()).toBe(1)
  expect(output()).toContain('does not exist')
  expect(output()).not.toMatch(obeyed)
})

test('a token that was set where it does not belong is told nowhere', async () => {
  const { exitCode, output } = await run({
    HALLWAY_PORT: 'xoxb-1-s3cret',
    HALLWAY_CORPUS: '/nowhere/xapp-1-s3cret',
  })
  expect(await exitCode()).toBe(1)
  expect(output()).toContain('HALLWAY_PORT is "xoxb-…"')
  expect(output()).not.toContain('s3cret')
})
