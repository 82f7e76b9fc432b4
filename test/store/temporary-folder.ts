import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder, removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-store-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const silent = { warn() {} }
