import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { withImportLock } from '../../../src/import/write/import-lock.ts'
import { fillDisk, mountSmallDisk } from '../../helpers/small-disk.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})

test('lets one work at a time, and tells the others whom they wait for', async () => {
  let inside = 0
  let most = 0
  const waitedFor: (number | undefined)[] = []
  const work = async () => {
    most = Math.max(most, ++inside)
    // The first holds on until another has come.
    while (waitedFor.length === 0) await new Promise(setImmediate)
    inside--
  }
  await Promise.all(
    Array.from({ length: 5 }, () => withImportLock(folder, work, { onWait: (pid) => waitedFor.push(pid) })),
  )
  expect(most).toBe(1)
  expect(waitedFor).toContain(process.pid)
  expect(await readdir(folder)).toEqual([])
})

const disk = mountSmallDisk()
test.skipIf(!disk)(
  `leaves nothing on a disk that has no room for it${disk ? '' : ' (skipped: needs the right to mount)'}`,
  async () => {
    const corpus = join(disk!, 'corpus')
    await mkdir(corpus)
    onTestFinished(fillDisk(disk!))
    await expect(withImportLock(corpus, async () => {})).rejects.toThrow(/no room|ENOSPC/)
    expect(await readdir(corpus)).toEqual([])
  },
)

test('says who holds it where that takes too long, and what to do', async () => {
  await writeFile(
    join(folder, '.importing'),
    JSON.stringify({ pid: process.ppid, host: hostname(), started: 0 }),
  )
  const waiting = withImportLock(folder, async () => {}, { patience: 10 })
  await expect(waiting).rejects.toThrow(
    new RegExp(`another import \\(process ${process.ppid}\\).*\\.importing`),
  )
})

test('says so, too, where what holds it cannot be read', async () => {
  await mkdir(join(folder, '.importing'))
  const waitedFor: (number | undefined)[] = []
  const onWait = (pid: number | undefined) => void waitedFor.push(pid)
  const waiting = withImportLock(folder, async () => {}, { patience: 10, onWait })
  await expect(waiting).rejects.toThrow(/another import \(process unknown\).*delete .*\.importing/)
  expect(waitedFor).toEqual([undefined])
})

test('is free again after a failure', async () => {
  const failing = withImportLock(folder, () => Promise.reject(new Error('disk')))
  await expect(failing).rejects.toThrow('disk')
  expect(await withImportLock(folder, async () => 'done')).toBe('done')
})

test('takes over what an earlier process with the same number left', async () => {
  await writeFile(
    join(folder, '.importing'),
    JSON.stringify({ pid: process.pid, host: hostname(), started: 0 }),
  )
  expect(await withImportLock(folder, async () => 'done', { patience: 10 })).toBe('done')
})
