import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One way in which notes change while they are served. */
export interface Edit {
  readonly name: string
  /** Resolves once the files are as they shall be. */
  perform(): Promise<void>
}

/**
 * What editors, people and git do to a folder of single files: each edit leaves it as the next one needs it, and all together
 * but for one text as it was.
 */
export async function editsOf(folder: string): Promise<readonly Edit[]> {
  const events = (await readdir(folder)).toSorted()
  const [first, second, third, fourth] = events.slice(10).map((event) => join(folder, event))
  const [name] = await readdir(first!)
  const note = join(first!, name!)
  const added = join(second!, 'a-note-that-was-added.md')
  const eventFile = join(fourth!, 'event.yml')
  const many = await firstNotes(
    events.slice(20).map((event) => join(folder, event)),
    500,
  )
  const writeAll = async (end: string) => {
    for (const [path, text] of many) await writeFile(path, text + end)
  }
  return [
    {
      name: 'one file',
      perform: () => writeFile(note, '# A title that nothing else has\n\nIt was edited.\n'),
    },
    {
      name: 'one file, written beside it and renamed',
      async perform() {
        await writeFile(`${note}~`, '# A title that was edited again\n\nIt was edited.\n')
        await rename(`${note}~`, note)
      },
    },
    { name: 'a new file', perform: () => writeFile(added, '# A note that was added\n\nIt is new.\n') },
    { name: 'a deleted file', perform: () => unlink(added) },
    { name: 'a renamed folder', perform: () => rename(third!, `${third}-renamed`) },
    { name: 'a folder named as before', perform: () => rename(`${third}-renamed`, third!) },
    { name: 'an event.yml', perform: () => writeFile(eventFile, 'name: An event\nstarts: 2019-04-01\n') },
    { name: 'a deleted event.yml', perform: () => unlink(eventFile) },
    { name: `${many.size} files at once`, perform: () => writeAll('\nOne line more.\n') },
    { name: 'the same as before', perform: () => writeAll('') },
  ]
}

async function firstNotes(folders: readonly string[], count: number): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const folder of folders)
    for (const name of await readdir(folder)) {
      if (texts.size === count) return texts
      const path = join(folder, name)
      texts.set(path, await readFile(path, 'utf8'))
    }
  return texts
}
