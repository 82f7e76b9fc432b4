import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importCorpus } from '../start-up.ts'

/** A folder of notes of these talks, each a line as `hallway import` reads them. */
export async function importLines(lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-bench-'))
  try {
    const file = join(folder, 'talks.jsonl')
    await writeFile(file, lines.join('\n'))
    return await importCorpus(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
