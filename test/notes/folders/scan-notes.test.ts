import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { scanNotes } from '../../../src/notes/folders/scan-notes.ts'
import { teaCorpus, teaNote } from '../../corpora/tea.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

afterEach(() => void vi.restoreAllMocks())

/** Sets the clock that files are compared with to so long after a file was written. */
function setClock(file: string, offsetMs: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(statSync(file).mtimeMs + offsetMs)
}
/** The file of a folder of `teaCorpus` that is written last. */
const lastOf = (folder: string) => join(folder, Object.keys(teaCorpus).at(-1)!)

test('files that were touched this moment are too new to tell', async () => {
  const folder = writeFolder(teaCorpus)
  setClock(lastOf(folder), 0)
  expect((await scanNotes(folder)).fingerprint).toBe('')
})

test.each([
  ['older than a step of the clock', 1_000],
  ['later than the clock, as when it was set back', -3_600_000],
])('files whose times are %s are told apart', async (_, offset) => {
  const folder = writeFolder(teaCorpus)
  setClock(lastOf(folder), offset)
  const before = await scanNotes(folder)
  expect(before.fingerprint).not.toBe('')
  expect((await scanNotes(folder)).fingerprint).toBe(before.fingerprint)
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  expect((await scanNotes(folder)).fingerprint).not.toBe(before.fingerprint)
})
