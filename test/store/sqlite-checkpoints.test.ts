import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

async function open(logger: Parameters<typeof openStore>[0]['logger'] = silent) {
  const dataFolder = temporaryFolder()
  const store = await openStore({ dataFolder, logger })
  onTestFinished(() => store.close())
  let claims = 0
  const claim = async (count: number) => {
    for (const until = claims + count; claims < until; claims += 1)
      expect(await store.claimDelivery('T1', `Ev${claims}`, 1)).toBe(true)
  }
  return { store, claim, file: join(dataFolder, 'hallway.db') }
}

test('the database takes over what is in its log long before a commit would have to do it', async () => {
  const { claim, file } = await open()
  const before = statSync(file).size
  await claim(200)
  // A commit does it at 4,000 pages.
  expect(statSync(`${file}-wal`).size).toBeLessThan(4_000 * 4_096)
  await expect.poll(() => statSync(file).size).toBeGreaterThan(before)
})

test.skipIf(process.platform === 'win32')(
  'a thread for it that cannot work is told of once, and commits go on',
  async () => {
    const log: string[] = []
    const { claim, file } = await open({ warn: (line) => log.push(line) })
    // Before the thread begins, so that it finds nothing.
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name)
    await claim(160)
    const told = () => log.filter((line) => line.startsWith(`The thread that tidies up ${file} has ended: `))
    await expect.poll(told).toHaveLength(1)
    await claim(400)
    expect(told()).toHaveLength(1)
  },
)

test.skipIf(process.platform === 'win32')(
  'commits go on where the database was removed, and none is made',
  async () => {
    const { claim, file } = await open()
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name)
    await claim(400)
    await wait(300)
    await claim(200)
    expect(existsSync(file)).toBe(false)
  },
)

test('who waits for a lock of another program keeps nothing else waiting', async () => {
  const { store, file } = await open()
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  onTestFinished(() => clearInterval(beat))
  const held = store.holdLease('tea', 'me', Date.now(), 1_000)
  await wait(1_500)
  other.exec('commit')
  other.close()
  expect(await held).toBe(true)
  expect(longest).toBeLessThan(300)
})
