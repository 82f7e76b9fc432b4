import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { openSqliteFile } from '../../src/store/sqlite/sqlite-file.ts'
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
    // Neither the thread nor who commits has made a new database.
    expect(existsSync(file)).toBe(false)
  },
)

test('who waits for a lock of another program keeps nothing else waiting', async () => {
  const database = openSqliteFile(join(temporaryFolder(), 'hallway.db'))
  onTestFinished(() => database.close())
  // While SQLite itself waits, nothing else runs; the rest is waited for between its tries.
  const { timeout } = database.prepare('pragma busy_timeout').get() ?? {}
  expect(timeout).toBeLessThanOrEqual(50)
})
