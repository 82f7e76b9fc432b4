import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { createScanner } from '../../src/library/scanner.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

afterEach(() => void vi.restoreAllMocks())

/** A scanner that has looked at everything, and notes that were edited since. */
async function edited() {
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000)
  const folder = writeFolder(teaCorpus)
  const path = join(folder, 'potcon/lids.md')
  const scanner = createScanner(folder, [])
  const { fingerprint } = await scanner.scan()
  await writeFile(path, teaNote('Cosies'))
  const sees = async () => (await scanner.scan()).fingerprint !== fingerprint
  return { path, scanner, sees }
}

test('as long as nobody listens, everything is looked at', async () => {
  const { sees } = await edited()
  expect(await sees()).toBe(true)
})

test('who listens is believed: only what was heard is looked at, and everything if anything may have changed', async () => {
  const { path, scanner, sees } = await edited()
  scanner.listen(true)
  expect(await sees(), 'unheard').toBe(false)
  scanner.hear(path)
  expect(await sees(), 'heard').toBe(true)
  await writeFile(path, teaNote('Lids and cosies'))
  scanner.hear()
  expect(await sees(), 'anything').toBe(true)
})

test('a look that follows one at everything is at everything too, whoever listens', async () => {
  const { path, scanner } = await edited()
  const { fingerprint } = await scanner.scan()
  scanner.listen(true)
  await writeFile(path, teaNote('Lids and cosies'))
  expect((await scanner.scanAgain()).fingerprint).not.toBe(fingerprint)
})
