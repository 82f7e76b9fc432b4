import { createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type FileChunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export interface WriteOptions {
  /** Whether it is still to take the name, asked once it is written. */
  readonly isWanted?: () => Promise<boolean>
  /** Who may read and write it, as for `open`. Default: as the process's mask says. */
  readonly mode?: number
}

/** How the name of a file ends that is not whole yet; it begins with `.`, so that readers of the folder pass it over. */
const partialEnd = '.partial'

/**
 * Writes a file that appears whole or not at all: to one beside it, which takes its name once it is on the disk, if it is
 * still wanted. What stood there is replaced. Throws what the file system and the content throw.
 * @returns whether it took the name
 */
export async function writeWhole(
  path: string,
  content: FileChunks,
  { isWanted = async () => true, mode = 0o666 }: WriteOptions = {},
): Promise<boolean> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}${partialEnd}`)
  try {
    await pipeline(Readable.from(content), createWriteStream(partial, { flush: true, mode }))
    if (!(await isWanted())) return false
    await rename(partial, path)
    return true
  } finally {
    await rm(partial, { force: true }).catch(() => {})
  }
}

/** Removes what killed processes have left half-written in a folder, if it is at least that old. */
export async function removePartials(folder: string, minAgeMs = Number.NEGATIVE_INFINITY): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !name.endsWith(partialEnd)) continue
    const path = join(folder, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats && Date.now() - stats.mtimeMs >= minAgeMs) await rm(path, { force: true })
  }
}
