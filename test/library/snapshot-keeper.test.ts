import { existsSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createKeeper } from '../../src/library/snapshot-keeper.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

async function warningsOf(path: string, dataFolder: string): Promise<readonly string[]> {
  const warnings: string[] = []
  const buffer = () => new SharedArrayBuffer(64)
  const keeper = createKeeper({ path, dataFolder, buffer, log: { warn: (line) => void warnings.push(line) } })
  keeper.keepNow()
  await expect.poll(() => warnings).toHaveLength(1)
  await keeper.close()
  return warnings
}

/** Whatever is written to this device meets a full disk. */
test.skipIf(process.platform !== 'linux')('a full disk says that it is full', async () => {
  const dataFolder = temporaryFolder()
  const path = join(dataFolder, 'notes-1.hallway')
  symlinkSync('/dev/full', join(dataFolder, `.notes-1.hallway.${process.pid}.partial`))
  const [warning] = await warningsOf(path, dataFolder)
  expect(warning).toContain('the disk is full')
  expect(warning).toContain('Free some space')
})

test('a folder that may not be written says what to set', async () => {
  const dataFolder = temporaryFolder()
  const [warning] = await warningsOf(join('/dev/null', 'cache', 'notes-1.hallway'), dataFolder)
  expect(warning).toContain('Set HALLWAY_DATA')
})

test('what is to be kept soon is written at once if writing takes little, and as it is by then', async () => {
  const dataFolder = temporaryFolder()
  const path = join(dataFolder, 'notes-1.hallway')
  let size = 0
  const buffer = () => new SharedArrayBuffer(size)
  const keeper = createKeeper({ path, dataFolder, buffer, log: { warn: expect.unreachable } })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  for (size = 64; size <= 256; size *= 2) keeper.keepSoon()
  size = 512
  vi.advanceTimersByTime(1)
  await expect.poll(() => existsSync(path) && statSync(path).size).toBe(512)
  await keeper.close()
})
