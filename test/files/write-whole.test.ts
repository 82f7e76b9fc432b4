import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removePartials, writeWhole } from '../../src/files/write-whole.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

test('replaces a file by all of the content, and leaves nothing beside it', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'lids.md')
  await writeFile(path, 'old')
  const shared = new Uint8Array(new SharedArrayBuffer(2)).fill(33)
  expect(await writeWhole(path, ['Warm ', Buffer.from('the pot'), shared])).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('Warm the pot!!')
  expect(await readdir(folder)).toEqual(['lids.md'])
})

test('is seen under a hidden name alone until it is whole', async () => {
  const folder = temporaryFolder()
  async function* content() {
    yield 'x'.repeat(1_000_000)
    await expect.poll(() => readdir(folder)).toHaveLength(1)
    expect((await readdir(folder))[0]).toMatch(/^\./)
    yield 'y'
  }
  await writeWhole(join(folder, 'lids.md'), content())
  expect(await readdir(folder)).toEqual(['lids.md'])
})

test('leaves what stands there if the content fails, or the file is not wanted any longer', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'lids.md')
  await writeFile(path, 'old')
  async function* failing() {
    yield 'half'
    throw new Error('the source broke')
  }
  await expect(writeWhole(path, failing())).rejects.toThrow('the source broke')
  expect(await writeWhole(path, ['new'], { isWanted: async () => false })).toBe(false)
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['lids.md'])
})

test('throws what the file system throws, and leaves nothing', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'lids.md', 'inside'), { recursive: true })
  await expect(writeWhole(join(folder, 'lids.md'), ['new'])).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
  await expect(writeWhole(join(folder, 'gone', 'lids.md'), ['new'])).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual(['lids.md'])
})

test('what killed processes left half-written is removed once it is old enough, and nothing else', async () => {
  const folder = temporaryFolder()
  const hourMs = 60 * 60 * 1000
  for (const name of ['.old.md.99.partial', '.new.md.99.partial', '.hidden', 'whole.partial'])
    await writeFile(join(folder, name), '')
  const long = new Date(Date.now() - 2 * hourMs)
  await utimes(join(folder, '.old.md.99.partial'), long, long)
  await removePartials(folder, hourMs)
  expect((await readdir(folder)).toSorted()).toEqual(['.hidden', '.new.md.99.partial', 'whole.partial'])
  await removePartials(folder)
  expect((await readdir(folder)).toSorted()).toEqual(['.hidden', 'whole.partial'])
})
