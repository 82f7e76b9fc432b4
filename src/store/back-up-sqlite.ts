import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Writes a consistent copy of a database, compacted, to a new file; whoever uses the database meanwhile goes on. The
 * file stays empty until the copy is whole and on disk, and is gone again where that fails. Returns its size in bytes.
 *
 * Throws what node:sqlite and node:fs throw, with the code `EEXIST` where the file exists already.
 */
export function backUpSqlite(databaseFile: string, file: string): number {
  const database = new DatabaseSync(databaseFile, { readOnly: true, timeout: 5000 })
  try {
    // Takes the name, or fails: the rename below then replaces nothing but this.
    closeSync(openSync(file, 'wx'))
    try {
      copyInto(database, file)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
  } finally {
    database.close()
  }
  return statSync(file).size
}

function copyInto(database: DatabaseSync, file: string): void {
  const partial = join(dirname(file), `.hallway-backup-${randomUUID()}`)
  try {
    database.prepare('vacuum into ?').run(partial)
    flush(partial, 'r+')
    renameSync(partial, file)
    // Windows knows no handles of folders, and keeps names safe without.
    if (process.platform !== 'win32') flush(dirname(file), 'r')
  } finally {
    rmSync(partial, { force: true })
  }
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
