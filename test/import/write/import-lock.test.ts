import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { withImportLock } from '../../../src/import/write/import-lock.ts'
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
