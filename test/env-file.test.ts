import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnvFile } from '../src/env-file.ts'
import { folderWithNotes, run, source } from './end-to-end/run-hallway.ts'
import { temporaryFolder } from './helpers/temporary-folder.ts'

const onUnix = test.skipIf(process.platform === 'win32')

async function read(content: string | Uint8Array) {
  const path = join(temporaryFolder(), '.env')
  writeFileSync(path, content)
  const outcome = await readEnvFile(path)
  return JSON.parse(JSON.stringify(outcome).replaceAll(path.replaceAll('\\', '\\\\'), '.env'))
}

test('says what the file sets, also after a byte order mark, in quotes and over several lines', async () => {
  const text = '\ufeffSLACK_BOT_TOKEN=xoxb-1\r\n# no setting\n\nexport PORT = "30\n00" # odd\nURL: \'a b\'\n'
  expect(await read(text)).toEqual({
    values: { SLACK_BOT_TOKEN: 'xoxb-1', PORT: '30\n00', URL: 'a b' },
    warnings: [],
  })
})

test('sets nothing if there is none', async () => {
  expect(await readEnvFile(join(temporaryFolder(), '.env'))).toEqual({ values: {}, warnings: [] })
})

test('names a line that sets nothing, and not what stands in it', async () => {
  const outcome = await read('PORT=1\nxoxb-secret\nHOST\n')
  expect(outcome.warnings).toEqual([
    '.env:2 sets nothing. A line is NAME=value, or begins with #.',
    '.env:3 sets nothing. A line is NAME=value, or begins with #.',
  ])
})

test.each([
  ['NULs', Buffer.from('PORT=1\0\n')],
  ['UTF-16', Buffer.from('\ufeffPORT=1\n', 'utf16le')],
  ['Latin-1', Buffer.from('NAME=Jos\xe9\n', 'latin1')],
])('refuses a file with %s, and says to save it as UTF-8', async (_, content) => {
  expect(await read(content)).toEqual({ problem: '.env is not text in UTF-8. Save it as UTF-8.' })
})

test('refuses more than a mebibyte', async () => {
  expect((await read('A'.repeat(10_000_000))).problem).toMatch(/^\.env has 10000000 bytes, more than/)
})

test('ends with values and warnings, or with a reason, whatever the file holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const outcome = await read(bytes)
      expect('problem' in outcome ? outcome.problem : outcome.warnings).toBeDefined()
    }),
  )
})

onUnix.each([
  ['a folder', (path: string) => mkdirSync(path), 'is a folder'],
  ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'is not a regular file'],
  ['a device', (path: string) => symlinkSync('/dev/zero', path), 'is not a regular file'],
  [
    'a link to itself',
    (path: string) => symlinkSync('.env', path),
    'is a symbolic link that leads back to itself',
  ],
])('hallway ends with 1, and names .env, if it is %s', async (_, make, reason) => {
  const folder = folderWithNotes()
  make(join(folder, '.env'))
  const { exitCode, lines } = await run(
    {},
    folder,
    `(await import('${source('cli.ts')}')).run(['ask', 'queues'])`,
  )
  expect(await exitCode()).toBe(1)
  expect(lines()).toEqual([expect.stringMatching(`^hallway: \\.env ${reason}`)])
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'names a file that may not be read',
  async () => {
    const path = join(temporaryFolder(), '.env')
    writeFileSync(path, 'PORT=1\n')
    chmodSync(path, 0)
    expect(await readEnvFile(path)).toEqual({ problem: expect.stringContaining('may not be read') })
  },
)
