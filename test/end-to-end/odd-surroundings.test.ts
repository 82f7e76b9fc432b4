/** Where a command finds itself: without its folder, without room for what it says, with a proxy that leads nowhere. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../helpers/free-port.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { folderWithNotes, run } from './run-hallway.ts'

const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
const hallway = fileURLToPath(new URL('../../bin/hallway.mjs', import.meta.url))
const isLinux = process.platform === 'linux'

test.skipIf(!isLinux)('an answer for which there is no room is one clear line', () => {
  const full = openSync('/dev/full', 'w')
  onTestFinished(() => closeSync(full))
  const { status, stderr } = spawnSync(process.execPath, [hallway, 'ask', 'queues'], {
    cwd: folderWithNotes(),
    env,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  })
  expect(status).toBe(1)
  expect(stderr).toContain('hallway: the output cannot be written (ENOSPC). Check where it goes.\n')
  expect(stderr).not.toContain('    at ')
})

test.skipIf(!isLinux)('a folder that is gone is one clear line', () => {
  const gone = temporaryFolder()
  const words = ['-c', 'rmdir "$1" && exec "$2" "$3" ask queues', 'sh', gone, process.execPath, hallway]
  const { status, stderr } = spawnSync('sh', words, { cwd: gone, env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toBe('hallway: the folder that it was called in is gone. Change to one that is there.\n')
})

test.each(['--no-strip-types', '--jitless', '--permission'])(
  'Node’s option %s is one clear line',
  (option) => {
    const { status, stderr } = spawnSync(process.execPath, [hallway, 'ask', 'queues'], {
      cwd: folderWithNotes(),
      env: { ...env, NODE_OPTIONS: option },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^Hallway: an option keeps Node from (running TypeScript|reading Hallway’s own files)\. Take .* NODE_OPTIONS.*\n$/,
    )
  },
)

test.each([
  ['that leads nowhere', async () => `http://127.0.0.1:${await freePort()}`],
  ['that is no address', async () => 'proxy:8080'],
])('the local workspace needs no proxy, also beside one %s', async (_, proxy) => {
  const folder = folderWithProxy(`HTTPS_PROXY=${await proxy()}`)
  const { says } = await run({ HALLWAY_PORT: String(await freePort()) }, folder)
  await says('Hallway answers from 1 talk of HarbourConf 2019. Open http://127.0.0.1:')
})

test.each([
  '127.0.0.1:8080',
  'http://me:s3cret@[bad',
  'http://me:s3cret%zz@127.0.0.1:1',
  'me:s3cret@127.0.0.1:1',
])('a proxy that is no address is one clear line: %s', async (proxy) => {
  const { exitCode, lines } = await run(slackTokens, folderWithProxy(`HTTPS_PROXY=${proxy}`))
  expect(await exitCode()).toBe(1)
  expect(lines()).toEqual([expect.stringMatching(/^HTTPS_PROXY is no address of a proxy\. (?!.*s3cret)/)])
})

test.each(['check', '--version', 'ask queues'])('`hallway %s` needs no proxy', (words) => {
  const { status, stderr } = spawnSync(process.execPath, [hallway, ...words.split(' ')], {
    cwd: folderWithProxy('HTTPS_PROXY=proxy:8080'),
    env,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

const slackTokens = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b' }

function folderWithProxy(line: string): string {
  const folder = folderWithNotes()
  writeFileSync(join(folder, '.env'), `NODE_USE_ENV_PROXY=1\n${line}\n`)
  return folder
}
