import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../../../src/files/temporary-folder.ts'
import { importCorpus } from '../../start-up.ts'

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
  const dataFolder = await makeTemporaryFolder('hallway-bench-')
  const file = join(dataFolder, 'talks.jsonl')
  await writeFile(file, lines.join('\n'))
  const folder = await importCorpus(file)
  return {
    folder,
    dataFolder,
    async [Symbol.asyncDispose]() {
      await rm(dataFolder, { recursive: true })
      await rm(folder, { recursive: true })
    },
  }
}
