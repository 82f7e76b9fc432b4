import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packSections } from '../../../src/library/snapshot/sections.ts'
import {
  readSnapshotFile,
  snapshotPath,
  writeSnapshotFile,
} from '../../../src/library/snapshot/snapshot-file.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const key = new Uint8Array(32).fill(1)
const buffer = packSections({ words: ['bees'] }, key)

test('what is written is read, and nothing else is left', async () => {
  const path = snapshotPath(temporaryFolder(), 'corpus')
  expect(await readSnapshotFile(path, key)).toEqual({})
  await writeSnapshotFile(path, buffer)
  await writeSnapshotFile(path, buffer)
  expect((await readSnapshotFile(path, key)).buffer).toEqual(buffer)
  expect(await readdir(join(path, '..'))).toHaveLength(1)
})

test('each corpus has a file of its own', () => {
  expect(snapshotPath('data', 'corpus')).not.toBe(snapshotPath('data', 'other'))
  for (const same of ['corpus/', './corpus'])
    expect(snapshotPath('data', same)).toBe(snapshotPath('data', 'corpus'))
})

test('a file that cannot be used is said to be so', async () => {
  const path = snapshotPath(temporaryFolder(), 'corpus')
  await writeSnapshotFile(path, buffer)
  expect(await readSnapshotFile(path, new Uint8Array(32))).toEqual({
    problem: 'is of another version of Hallway',
  })
  await writeFile(path, new Uint8Array(buffer).slice(0, -1))
  expect(await readSnapshotFile(path, key)).toEqual({ problem: 'is cut short' })
  await writeFile(path, '')
  expect(await readSnapshotFile(path, key)).toEqual({ problem: 'is cut short' })
  const folder = snapshotPath(temporaryFolder(), 'corpus')
  await mkdir(folder, { recursive: true })
  expect((await readSnapshotFile(folder, key)).problem).toMatch(/^cannot be read/)
})

test('what nobody uses any longer is removed, and nothing else', async () => {
  const path = snapshotPath(temporaryFolder(), 'corpus')
  const cache = join(path, '..')
  await mkdir(cache, { recursive: true })
  const long = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000)
  for (const name of ['notes-1.hallway', '.notes-2.hallway.99.partial', 'else.hallway', 'notes-3.hallway']) {
    await writeFile(join(cache, name), '')
    if (name !== 'notes-3.hallway') await utimes(join(cache, name), long, long)
  }
  await writeSnapshotFile(path, buffer)
  const names = await readdir(cache)
  expect(names).toContain('else.hallway')
  expect(names).toContain('notes-3.hallway')
  expect(names).toHaveLength(3)
})
