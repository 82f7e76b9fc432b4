import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { makeTemporaryFolder } from '../../src/files/temporary-folder.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

test('a new folder takes the place of what processes that were killed have left of its kind', async () => {
  const place = temporaryFolder()
  vi.stubEnv('TMPDIR', place)
  vi.stubEnv('TEMP', place)
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const old = [`kind-${ended}-a`, 'kind-a', `kind-${process.pid}-a`, `other-${ended}-a`, 'kin', 'unkind-a']
  const all = [...old, `kind-${ended}-new`]
  for (const name of all) mkdirSync(join(place, name, 'within'), { recursive: true })
  for (const name of old) utimesSync(join(place, name), 0, 0)

  const folder = await makeTemporaryFolder('kind-')
  vi.unstubAllEnvs()

  expect(readdirSync(folder)).toEqual([])
  const left = new Set([`kind-${ended}-a`, 'kind-a'])
  expect(new Set(readdirSync(place))).toEqual(
    new Set([...all.filter((name) => !left.has(name)), basename(folder)]),
  )
})

test('nothing of the sources and measurements makes temporary folders in another way', () => {
  const calls = ['src', 'bench'].flatMap((room) => {
    const sources = fileURLToPath(new URL(`../../${room}`, import.meta.url))
    return readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        Array.from(
          readFileSync(join(sources, name), 'utf8').matchAll(
            /\bmkdtemp(?:Sync)?\(|makeTemporaryFolder\('([^']+)/g,
          ),
          ([, prefix]) => prefix ?? `${room}/${name.replaceAll('\\', '/')}`,
        ),
      )
  })
  const prefixes = [...new Set(calls.filter((call) => !call.includes('/')))]
  expect(calls.filter((call) => call.includes('/'))).toEqual(['src/files/temporary-folder.ts'])
  // One that another begins with would take its folders for its own.
  for (const prefix of prefixes)
    expect(prefixes.filter((other) => other !== prefix && other.startsWith(prefix))).toEqual([])
})
