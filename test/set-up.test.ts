/** The set-up of a fresh clone, on a copy of it, with an npm that only pretends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeFolder } from './helpers/temporary-folder.ts'

const tea = { version: '1.2.3', integrity: 'sha512-tea' }
const dependencies = {
  '': { name: 'hallway' },
  'node_modules/tea': tea,
  'node_modules/pot': { version: '2.0.0', integrity: 'sha512-pot', dev: true },
  'node_modules/pot-for-another-system': { version: '2.0.0', integrity: 'sha512-other', optional: true },
}

/** Installs as npm does: removes what was there, and notes at the end what it put there, but for other systems' packages. */
const pretendedNpm = `
const { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_FAILS) process.exit(1)
rmSync('node_modules', { recursive: true, force: true })
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const here = Object.fromEntries(Object.entries(packages).filter(([path, { optional }]) => path && !optional))
for (const path of Object.keys(here)) {
  mkdirSync(path, { recursive: true })
  writeFileSync(path + '/package.json', '{}')
}
setTimeout(() => writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: here })), Number(process.env.NPM_MILLIS ?? 300))
`

function clone() {
  const folder = writeFolder({
    'package-lock.json': JSON.stringify({ packages: dependencies }),
    'fake/npm-cli.js': pretendedNpm,
  })
  cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true })
  const path = (name: string) => join(folder, name)
  return {
    path,
    /** What npm was called for, a line each. */
    calls: () =>
      existsSync(path('npm.log')) ? readFileSync(path('npm.log'), 'utf8').trim().split('\n') : [],
    lock: (changed: object) =>
      writeFileSync(path('package-lock.json'), JSON.stringify({ packages: changed })),
    /** `npm ci`, as a person types it. */
    install: () => start(path('fake/npm-cli.js'), ['ci'], folder).ended,
    startSetUp,
    setUp: (env = {}) => startSetUp(env).ended,
  }

  function startSetUp(env = {}) {
    return start(path('bin/set-up.mjs'), [], folder, { npm_execpath: path('fake/npm-cli.js'), ...env })
  }
}

function start(script: string, args: readonly string[], cwd: string, env = {}, user = {}) {
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...process.env, ...env }, ...user })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  return {
    err: () => text,
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'close').then(([code]: readonly unknown[]) => ({ code, err: text })),
  }
}

const install = 'ci --include=dev --no-audit --no-fund --loglevel=error'

test('installs once, and says so', async () => {
  const { setUp, calls } = clone()
  const first = await setUp()
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('installing its dependencies') })
  expect(await setUp()).toMatchObject({ code: 0, err: '' })
  expect(calls()).toEqual([install])
})

test('installs nothing after a plain npm ci', async () => {
  const { install: npmCi, setUp, calls } = clone()
  await npmCi()
  expect(await setUp()).toMatchObject({ code: 0, err: '' })
  expect(calls()).toEqual(['ci'])
})

test.each([
  ['another version', { 'node_modules/tea': { ...tea, version: '1.2.4' } }],
  ['another integrity', { 'node_modules/tea': { ...tea, integrity: 'sha512-other' } }],
  ['one package more', { 'node_modules/milk': tea }],
])('installs again when the lockfile asks for %s', async (_, change) => {
  const { setUp, calls, lock } = clone()
  await setUp()
  lock({ ...dependencies, ...change })
  await setUp()
  await setUp()
  expect(calls()).toEqual([install, install])
})

test.each([
  ['a package was removed', 'node_modules/tea'],
  ['everything was removed', 'node_modules'],
])('installs again when %s', async (_, gone) => {
  const { setUp, calls, path } = clone()
  await setUp()
  rmSync(path(gone), { recursive: true })
  await setUp()
  expect(calls()).toEqual([install, install])
})

test('installs what the tests need where only the rest is there', async () => {
  const { setUp, calls, path } = clone()
  mkdirSync(path('node_modules/tea'), { recursive: true })
  writeFileSync(path('node_modules/tea/package.json'), '{}')
  writeFileSync(
    path('node_modules/.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/tea': tea } }),
  )
  await setUp()
  expect(calls()).toEqual([install])
})

test('says what to do when npm fails, and tries again the next time', async () => {
  const { setUp, calls, path } = clone()
  const failed = await setUp({ NPM_FAILS: 'yes' })
  expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('`npm ci` failed') })
  expect(existsSync(path('.set-up-lock'))).toBe(false)
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(calls()).toHaveLength(2)
})

test.skipIf(process.platform === 'win32')(
  'says so, and not where in the code, if the clone belongs to another user',
  async () => {
    const { path } = clone()
    chmodSync(path('.'), 0o555)
    // Root may write everywhere.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { code, err } = await start(path('bin/set-up.mjs'), [], path('.'), {}, user).ended
    chmodSync(path('.'), 0o755)
    expect({ code, lines: err.trim().split('\n') }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^Hallway: .* cannot be written \(EACCES\)\. .* as a user who may/)],
    })
  },
)

test('of several first commands at once one installs, and the others wait for it', async () => {
  const { setUp, calls, path } = clone()
  const runs = await Promise.all(Array.from({ length: 5 }, () => setUp()))
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
  expect(calls()).toEqual([install])
  expect(existsSync(path('.set-up-lock'))).toBe(false)
})

test('waits for an installation whose command was killed, and does not install over it', async () => {
  const { startSetUp, setUp, calls, path } = clone()
  const killed = startSetUp({ NPM_MILLIS: '3000' })
  await expect.poll(() => existsSync(path('npm.log'))).toBe(true)
  killed.kill()
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(calls()).toEqual([install])
})

test('says whom it waits for', async () => {
  const { startSetUp, path } = clone()
  mkdirSync(path('.set-up-lock'))
  writeFileSync(path('.set-up-lock/owner'), String(process.pid))
  const { err, ended } = startSetUp()
  await expect.poll(err).toContain(`process ${process.pid} is installing`)
  rmSync(path('.set-up-lock'), { recursive: true })
  expect(await ended).toMatchObject({ code: 0 })
})

test.each([
  // Above what systems give out.
  ['died', String(2 ** 22 + 1), new Date()],
  [
    'has shown no sign of life for long: its number is another process’s by now',
    String(process.pid),
    new Date(0),
  ],
])('takes over from an owner that %s', async (_, owner, seen) => {
  const { setUp, calls, path } = clone()
  mkdirSync(path('.set-up-lock'))
  writeFileSync(path('.set-up-lock/owner'), owner)
  utimesSync(path('.set-up-lock/owner'), seen, seen)
  const runs = await Promise.all(Array.from({ length: 4 }, () => setUp()))
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(calls()).toEqual([install])
  expect(existsSync(path('.set-up-lock'))).toBe(false)
})

test('takes over a lock whose owner died before it wrote its number', async () => {
  const { setUp, calls, path } = clone()
  mkdirSync(path('.set-up-lock'))
  utimesSync(path('.set-up-lock'), 0, 0)
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(calls()).toEqual([install])
})
