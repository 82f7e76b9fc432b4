import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Writes a consistent copy of a database, compacted, to a new file; whoever uses the database meanwhile goes on. The
 * copy appears under its name only when it is whole and on disk. Returns its size in bytes.
 *
 * Throws what node:sqlite and node:fs throw, with the code `EEXIST` where the file exists already.
 */
export function backUpSqlite(databaseFile: string, file: string): number {
  // The link below makes sure of it; looking first spares the work.
  if (existsSync(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' })
  const partial = join(dirname(file), `.hallway-backup-${randomUUID()}`)
  const database = new DatabaseSync(databaseFile, { readOnly: true, timeout: 5000 })
  try {
    database.prepare('vacuum into ?').run(partial)
    flush(partial)
    // Unlike a rename, a link never replaces what somebody else put there in the meantime.
    linkSync(partial, file)
    flush(dirname(file))
    return statSync(file).size
  } finally {
    database.close()
    rmSync(partial, { force: true })
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
