import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A note that `hallway check` has nothing to say against. */
export const teaNote = (title: string): string =>
  `---\ntitle: ${title}\ntags: [tea]\n---\n${title} and tea.\n\n## Takeaways\n- Warm the pot.\n`

/** The corpus of the reading tests: two events, three talks, no problems. */
export const teaCorpus = {
  'potcon/event.yml': 'name: PotCon\n',
  'potcon/lids.md': teaNote('Lids'),
  'teacon-1999/event.yml': 'name: TeaCon 1999\nstarts: 1999-04-01\n',
  'teacon-1999/kettles.md': teaNote('Kettles'),
  'teacon-1999/leaves.md': teaNote('Leaves'),
}

/** Writes files (paths with `/` -> contents) to a folder that goes away after the test. */
export async function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-notes-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}
