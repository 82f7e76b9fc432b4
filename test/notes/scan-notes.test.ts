import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { scanNotes } from '../../src/notes/scan-notes.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

afterEach(() => void vi.restoreAllMocks())

/** Sets the clock that files are compared with to so long after now. */
function setClock(offsetMs: number): void {
  const now = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(now + offsetMs)
}

test('files that were touched this moment are too new to tell', async () => {
  const folder = writeFolder(teaCorpus)
  setClock(0)
  expect((await scanNotes(folder)).fingerprint).toBe('')
})

test.each([
  ['older than a step of the clock', 1_000],
  ['later than the clock, as when it was set back', -3_600_000],
])('files whose times are %s are told apart', async (_, offset) => {
  const folder = writeFolder(teaCorpus)
  setClock(offset)
  const before = await scanNotes(folder)
  expect(before.fingerprint).not.toBe('')
  expect((await scanNotes(folder)).fingerprint).toBe(before.fingerprint)
  await writeFile(join(folder, 'potcon/lids.md'), teaNote('Cosies'))
  expect((await scanNotes(folder)).fingerprint).not.toBe(before.fingerprint)
})
