import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { messageOf } from '../log/message-of.ts'
import { whyUnusable } from './sections.ts'

/** Where the snapshot of a corpus is kept. One that is read from another working folder has other paths in it. */
export function snapshotPath(dataFolder: string, corpusFolder: string): string {
  const place = createHash('sha256').update(`${process.cwd()}\0${resolve(corpusFolder)}\0${corpusFolder}`)
  return join(dataFolder, 'cache', `notes-${place.digest('hex').slice(0, 16)}${extension}`)
}

/** The snapshot in a file, or why it cannot be used; neither if there is no file. Never throws. */
export async function readSnapshotFile(
  path: string,
  key: Uint8Array,
): Promise<{ readonly buffer?: SharedArrayBuffer; readonly problem?: string }> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    const buffer = new SharedArrayBuffer(size)
    const bytes = new Uint8Array(buffer)
    let read = 0
    while (read < size) {
      const { bytesRead } = await file.read(bytes, read, size - read)
      if (bytesRead === 0) break
      read += bytesRead
    }
    const problem = whyUnusable(buffer, key)
    if (problem) return { problem }
    // Its age tells how long nobody has used it.
    await utimes(path, new Date(), new Date()).catch(() => {})
    return { buffer }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return {}
    return { problem: `cannot be read (${messageOf(error)})` }
  }
}

/**
 * Writes a snapshot so that at no time there is half of one: to a file beside it, which then takes its name.
 * @throws if the file system refuses
 */
export async function writeSnapshotFile(path: string, buffer: SharedArrayBuffer): Promise<void> {
  const folder = join(path, '..')
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `${basename(path)}.${process.pid}.tmp`)
  try {
    {
      await using file = await open(temporary, 'w')
      await file.writeFile(new Uint8Array(buffer))
      await file.sync()
    }
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
  await prune(folder, basename(path))
}

const extension = '.hallway'
const monthMs = 30 * 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000

/** Removes what nobody has used for a month, and what a process has left half-written. */
async function prune(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === kept || !name.startsWith('notes-')) continue
    const maxAgeMs = name.endsWith('.tmp') ? hourMs : name.endsWith(extension) ? monthMs : undefined
    const path = join(folder, name)
    const stats = await stat(path).catch(() => undefined)
    if (maxAgeMs && stats && stats.mtimeMs < Date.now() - maxAgeMs) await rm(path, { force: true })
  }
}
