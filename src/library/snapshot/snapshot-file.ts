import { createHash } from 'node:crypto'
import { copyFile, link, readdir, rm, stat, utimes } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { errorCode } from '../../files/error-code.ts'
import { messageOf } from '../../files/message-of.ts'
import { makePrivateFolder, privateFile } from '../../files/private-access.ts'
import { openRegularFile } from '../../files/read-regular-file.ts'
import { removePartials, writeWhole } from '../../files/write-whole.ts'
import { whyUnusable } from './why-unusable.ts'

/** Where the snapshot of a corpus is kept. One that is read from another working folder has other paths in it. */
export function snapshotPath(dataFolder: string, corpusFolder: string): string {
  const place = createHash('sha256').update(`${process.cwd()}\0${resolve(corpusFolder)}`)
  return join(dataFolder, 'cache', `notes-${place.digest('hex').slice(0, 16)}${extension}`)
}

/** The snapshot in a file, or why it cannot be used, as `whyUnusable` says it; neither if there is no file. Never throws. */
export async function readSnapshotFile(
  path: string,
  key: Uint8Array,
  ofOther?: string,
): Promise<{ readonly buffer?: SharedArrayBuffer; readonly problem?: string }> {
  try {
    await using file = await openRegularFile(path)
    const { size } = await file.stat()
    const buffer = new SharedArrayBuffer(size)
    const bytes = new Uint8Array(buffer)
    let read = 0
    while (read < size) {
      const { bytesRead } = await file.read(bytes, read, size - read)
      if (bytesRead === 0) break
      read += bytesRead
    }
    const problem = whyUnusable(buffer, key, ofOther)
    if (problem) return { problem }
    // Its age tells how long nobody has used it.
    await utimes(path, new Date(), new Date()).catch(() => {})
    return { buffer }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return {}
    return { problem: `cannot be read (${messageOf(error)})` }
  }
}

/**
 * Writes a snapshot, so that at no time there is half of one.
 * @param also another path under which it is found
 * @throws if the file system refuses
 */
export async function writeSnapshotFile(path: string, buffer: SharedArrayBuffer, also = path): Promise<void> {
  const folder = join(path, '..')
  makePrivateFolder(folder)
  await writeWhole(path, [new Uint8Array(buffer)], { mode: privateFile })
  if (also !== path) {
    await rm(also, { force: true })
    // Some file systems have no second name for a file.
    await link(path, also).catch(() => copyFile(path, also))
  }
  await prune(folder, basename(path))
}

const extension = '.hallway'
const monthMs = 30 * 24 * 60 * 60 * 1000
const partialsKeptMs = 60 * 60 * 1000

/** Removes what nobody has used for a month, and what a process has left half-written. */
async function prune(folder: string, kept: string): Promise<void> {
  await removePartials(folder, partialsKeptMs)
  for (const name of await readdir(folder)) {
    if (name === kept || !name.startsWith('notes-') || !name.endsWith(extension)) continue
    const path = join(folder, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats && stats.mtimeMs < Date.now() - monthMs) await rm(path, { force: true })
  }
}
