/** What commands do on a disk that never answers. */
import { expect, test } from 'vitest'
import { run, source } from '../end-to-end/run-hallway.ts'

/** A command, a hundred times as impatient, where a thread that is asked for that path waits for a pipe into which nobody writes. */
const command = (name: string, asked: string, path: string) => `
  import { execFileSync } from 'node:child_process'
  import fs from 'node:fs/promises'
  import { syncBuiltinESMExports } from 'node:module'
  execFileSync('mkfifo', ['pipe'])
  for (const set of ['setInterval', 'setTimeout']) {
    const usual = globalThis[set]
    globalThis[set] = (action, ms, ...rest) => usual(action, ms / 100, ...rest)
  }
  const { open, ${asked}: ask } = fs
  fs.${asked} = (path, ...rest) => String(path).endsWith('${path}') ? open('pipe', 'r') : ask(path, ...rest)
  syncBuiltinESMExports()
  ;(await import('${source('cli.ts')}')).run(${JSON.stringify(name.split(' '))})`

test.skipIf(process.platform === 'win32').each([
  [
    'check',
    'open',
    'queues.md',
    'corpus/harbour-2019/queues.md cannot be read: its disk does not answer (check',
  ],
  [
    'check',
    'readdir',
    'harbour-2019',
    'The notes cannot be checked: the folder corpus did not answer within 600 s; look',
  ],
  ['check', 'stat', 'corpus', '/corpus cannot be read: its disk does not answer. Set HALLWAY_CORPUS'],
  ['ask', 'stat', 'data', 'data cannot be reached: its disk does not answer. Check the disk'],
  ['backup copy.db', 'stat', 'data', 'or set HALLWAY_DATA to another folder'],
  ['check --database', 'stat', 'data', 'data cannot be reached'],
  ['start', 'stat', 'data', 'data cannot be reached'],
  ['backup away/copy.db', 'stat', 'away', 'away cannot be reached: its disk does not answer. Check the disk'],
  ['import corpus --into notes', 'stat', 'notes', 'notes cannot be read: its disk does not answer; check'],
  ['import corpus', 'readdir', 'harbour-2019', 'cannot be read: its disk does not answer; check the disk'],
  [
    'import corpus --into notes',
    'open',
    'queues.md',
    'corpus/harbour-2019/queues.md: it cannot be read: its disk does not',
  ],
  [
    'start',
    'readdir',
    'harbour-2019',
    'The notes could not be indexed: the folder corpus did not answer within 60 s; look',
  ],
])('%s ends, and says why, if a disk does not answer to %s of %s', async (name, asked, path, says) => {
  const { exitCode, output } = await run({}, undefined, command(name, asked, path))
  expect(await exitCode()).toBe(1)
  expect(output()).toContain(says)
})
