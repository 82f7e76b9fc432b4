import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { nameUnlessTaken } from '../../files/name-unless-taken.ts'
import { privateFile } from '../../files/private-access.ts'
import { explainFailure } from '../explain-failure.ts'
import { refuseForeign, refuseOthers, removeUnfinished } from './sqlite-file.ts'

/**
 * Writes a consistent copy of a database, compacted, to a new file, which only its owner may read; whoever uses the
 * database meanwhile goes on. The file appears once the copy is whole and on disk. Returns its size in bytes.
 *
 * Throws what node:sqlite and node:fs throw, with the code `EEXIST` if the file exists already, and a StoreError if
 * the database is none, or cannot be looked into.
 */
export function backUpSqlite(databaseFile: string, file: string): number {
  if (existsSync(file)) throw Object.assign(new Error(`${file} exists already`), { code: 'EEXIST' })
  refuseOthers(databaseFile)
  const folder = dirname(file)
  removeUnfinished(folder)
  const partial = join(folder, `.hallway-backup-${randomUUID()}`)
  const database = new DatabaseSync(databaseFile, { readOnly: true, timeout: 5000 })
  try {
    // The first look at it needs room beside it, however much there is for the copy.
    try {
      refuseForeign(database, databaseFile)
    } catch (error) {
      throw explainFailure(error, { kind: 'sqlite', file: databaseFile })
    }
    // SQLite writes into an empty file that is there, and leaves its rights as they are.
    closeSync(openSync(partial, 'wx', privateFile))
    database.prepare('vacuum into ?').run(partial)
    syncFile(partial, 'r+')
    nameUnlessTaken(partial, file)
    // Windows knows no handles of folders, and keeps names safe without.
    if (process.platform !== 'win32') syncFile(folder, 'r')
  } finally {
    database.close()
    rmSync(partial, { force: true })
  }
  return statSync(file).size
}

function syncFile(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
