import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { importCorpus } from './start-up.ts'

/** A folder of notes of these talks, each a line as `hallway import` reads them. */
export async function importLines(lines: readonly string[]): Promise<string> {
  const folder = await makeTemporaryFolder('hallway-bench-')
  try {
    const file = join(folder, 'talks.jsonl')
    await writeFile(file, lines.join('\n'))
    return await importCorpus(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
