import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { ImportedEvent } from './imported-talk.ts'
import { readCategory } from './pyvideo.ts'

export interface FoundFile {
  readonly path: string
  /** For people: relative to the working folder, with `/`. */
  readonly file: string
  readonly size: number
  readonly event?: ImportedEvent
}

/**
 * The files to import: the one given, or all of a folder in order of name, with what a `category.json` says of its
 * folder's event. Links, and names that begin with a dot or `_`, are passed over. Throws what the file system throws.
 */
export async function* findSources(path: string, event?: ImportedEvent): AsyncGenerator<FoundFile> {
  const facts = await stat(path)
  const file = (relative(process.cwd(), path) || '.').split(sep).join('/')
  if (!facts.isDirectory()) {
    yield { path, file, size: facts.size, event }
    return
  }
  const entries = await readdir(path, { withFileTypes: true })
  const described = entries.some(({ name }) => name === 'category.json') ? await describe(path) : undefined
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const isOurs = entry.isDirectory() || (entry.isFile() && entry.name !== 'category.json')
    if (isOurs && !/^[._]/.test(entry.name)) yield* findSources(join(path, entry.name), described ?? event)
  }
}

async function describe(folder: string): Promise<ImportedEvent | undefined> {
  const text = await readFile(join(folder, 'category.json'), 'utf8')
  return readCategory(text, basename(folder))
}
