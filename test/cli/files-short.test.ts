/** What is said if a process may open too few files. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { filesShort } from '../../src/cli/files-short.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const failure = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code })

test.each([
  ['a process that may open no more', failure('EMFILE'), 'ulimit -n 4096'],
  ['a machine that can open no more', failure('ENFILE'), 'fs.file-max'],
  ['one as the cause of another', new Error('no', { cause: failure('EMFILE') }), 'ulimit -n 4096'],
  ['another failure', failure('ENOENT'), undefined],
  ['what is no error', undefined, undefined],
])('%s', (_name, error, says) => {
  if (says === undefined) expect(filesShort(error)).toBeUndefined()
  else expect(filesShort(error)).toContain(says)
})

const command = fileURLToPath(new URL('../../bin/hallway.mjs', import.meta.url))

test.skipIf(process.platform === 'win32').each([22, 26, 64])(
  'a command that may open %i files does what it is to do, or says what to set',
  (limit) => {
    const notes = Array.from({ length: 80 }, (_, turn) => [
      `corpus/harbour-2019/talk-${turn}.md`,
      `---\ntitle: Queues ${turn}\n---\nEvery queue delivers twice some day.\n`,
    ])
    const cwd = writeFolder(Object.fromEntries(notes))
    const words = [`ulimit -n ${limit} && exec "$0" "$@"`, process.execPath, command, 'ask', 'queues']
    const { stdout, stderr } = spawnSync('sh', ['-c', ...words], { cwd, encoding: 'utf8' })
    expect(stdout + stderr).toMatch(limit === 64 ? /Queues \d/ : /Queues \d|ulimit -n 4096/)
    expect(stderr).not.toMatch(/^ +at /m)
  },
)
