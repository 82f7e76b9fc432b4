import { rm } from 'node:fs/promises'
import { makeTemporaryFolder } from '../../../src/files/temporary-folder.ts'
import { importLines } from '../../import-lines.ts'

export interface ImportedTalks extends AsyncDisposable {
  /** The corpus. */
  readonly folder: string
  /** A place for whatever else is written. */
  readonly dataFolder: string
}

/**
 * A corpus of talks, imported as people import them.
 * @param lines of pyvideo-talks.jsonl
 */
export async function importTalks(lines: readonly string[]): Promise<ImportedTalks> {
  const folder = await importLines(lines)
  const dataFolder = await makeTemporaryFolder('hallway-bench-')
  return {
    folder,
    dataFolder,
    async [Symbol.asyncDispose]() {
      await rm(dataFolder, { recursive: true })
      await rm(folder, { recursive: true })
    },
  }
}
