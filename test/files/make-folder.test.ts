import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/files/make-folder.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

test('makes a folder and those above it, with the rights that it is told', () => {
  const root = temporaryFolder()
  makeFolder(join(root, 'a', 'b', 'c'), 0o700)
  if (process.platform !== 'win32')
    for (const path of ['a', 'a/b', 'a/b/c']) expect(modeOf(join(root, path))).toBe(0o700)
})

test('leaves one that is there as it is, also behind a link', () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'there'), { mode: 0o755 })
  symlinkSync(join(root, 'there'), join(root, 'link'))
  makeFolder(join(root, 'there'), 0o700)
  makeFolder(join(root, 'link'), 0o700)
  if (process.platform !== 'win32') expect(modeOf(join(root, 'there'))).toBe(0o755)
})

test('throws if a file or a link to nowhere is in the way', () => {
  const root = temporaryFolder()
  writeFileSync(join(root, 'file'), '')
  symlinkSync(join(root, 'nowhere', 'disk'), join(root, 'lost'))
  for (const path of ['file', 'file/below', 'lost', 'lost/below'])
    expect(() => makeFolder(join(root, path))).toThrow(/EEXIST|ENOTDIR|ENOENT/)
})

test.runIf(process.platform === 'linux')('ends at a folder that takes none', () => {
  expect(() => makeFolder('/proc/none/data')).toThrow('ENOENT')
})
