import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder for what Hallway keeps between runs; it goes away after the tests of the file. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-data-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
