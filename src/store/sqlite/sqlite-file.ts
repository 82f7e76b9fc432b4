import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { errorCode } from '../../files/error-code.ts'
import { nameUnlessTaken } from '../../files/name-unless-taken.ts'
import { makePrivate, makePrivateFolder, privateFile } from '../../files/private-access.ts'
import { damaged, explainFailure, notOurs } from '../explain-failure.ts'

/** Up to this size, in bytes, all of a database is checked at each start: about a second per 100 MB. */
const maxWholeCheck = 64 * 1024 * 1024

/**
 * Opens a database, made if it is missing. A file that is there and is no whole database is refused, and left alone: an
 * empty one, too, which SQLite would take for a new database.
 * @throws {StoreError} of code `corrupt` or `not-ours`, and what node:sqlite and node:fs throw
 */
export function openSqliteFile(file: string): DatabaseSync {
  makePrivateFolder(dirname(file))
  if (!existsSync(file)) makeDatabase(file)
  refuseOthers(file)
  makePrivate(file)
  // SQLite waits for a lock without letting anything else run: so for a moment, and the rest by `retry`.
  const database = new DatabaseSync(file, { timeout: 50 })
  try {
    refuseForeign(database, file)
    // What is deleted is overwritten, as when a workspace leaves.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
    // Damage is told now, not on the day when a query first meets it.
    // A quick look leaves out whether indexes and tables agree.
    const check = statSync(file).size > maxWholeCheck ? 'quick_check(1)' : 'integrity_check(1)'
    const [problem] = problemsIn(database, check)
    if (problem !== undefined) throw damaged(file, problem)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Whether there is a file of that name.
 * @throws {StoreError} if nobody can tell
 */
export function hasSqliteFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw explainFailure(error, { kind: 'sqlite', file })
  }
}

/** What one of SQLite's checks finds wrong with a database, in its words. */
export function problemsIn(database: DatabaseSync, check: string): readonly string[] {
  const found = database
    .prepare(`pragma ${check}`)
    .all()
    .map((row) => Object.values(row).join(' '))
  return found[0] === 'ok' ? [] : found
}

/** Every database begins with these bytes (https://www.sqlite.org/fileformat.html). */
const beginning = 'SQLite format 3\0'
/** Bytes of the smallest page, which every database has one of. */
const minSize = 512

/**
 * What is no database at all.
 * @throws {StoreError} of code `corrupt` or `not-ours`
 */
export function refuseOthers(file: string): void {
  const { size } = statSync(file)
  for (const beside of ['', '-journal', '-wal', '-shm']) refuseNoFile(`${file}${beside}`)
  if (size < minSize) {
    throw damaged(
      file,
      `it has ${size} ${size === 1 ? 'byte' : 'bytes'}, which no database has, as if it was emptied`,
    )
  }
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(beginning.length)
    readSync(handle, bytes, 0, bytes.length, 0)
    if (bytes.toString('latin1') !== beginning) throw damaged(file, 'it does not begin as a database does')
  } finally {
    closeSync(handle)
  }
}

/** SQLite opens each of its files at once, and would wait for a pipe without end. */
function refuseNoFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) throw notOurs(path, 'it is a folder')
  if (stats?.isFile() === false) throw notOurs(path, 'it is a pipe or a device')
}

/**
 * Another program's database, in which our tables would stand beside its own.
 * @throws {StoreError} of code `not-ours`, and what node:sqlite throws
 */
export function refuseForeign(database: DatabaseSync, file: string): void {
  const names = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all()
    .map(({ name }) => String(name))
  if (names.length === 0 || names.some((name) => name.startsWith('hallway_'))) return
  throw notOurs(file, `it has tables of another program (${names.slice(0, 3).join(', ')})`)
}

/** A new database gets its name once it is one: a process that dies on the way leaves no empty file under it. */
function makeDatabase(file: string): void {
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0) {
    throw damaged(file, `the file is missing, but what was last written to it is in ${log}`)
  }
  removeUnfinished(dirname(file))
  const partial = join(dirname(file), `.hallway-new-${randomUUID()}`)
  closeSync(openSync(partial, 'wx', privateFile))
  try {
    const database = new DatabaseSync(partial)
    try {
      // Writes the first page, and nothing else.
      database.exec('pragma synchronous = full; pragma user_version = 1')
    } finally {
      database.close()
    }
    nameUnlessTaken(partial, file)
  } catch (error) {
    // Of several that start at once, one makes it.
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(partial, { force: true })
  }
}

/** How old an unfinished file is before whoever made it counts as dead, in milliseconds. */
const deadAfterMs = 60 * 60 * 1000

/** Removes what killed processes have left of databases that they began to write in a folder. Never throws. */
export function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!unfinished.test(name)) continue
      const path = join(folder, name)
      if (Date.now() - statSync(path).mtimeMs > deadAfterMs) rmSync(path, { force: true })
    }
  } catch {
    // It is tidying up alone.
  }
}

const unfinished = /^\.hallway-(?:new|backup)-[\da-f-]{36}(?:-journal)?$/
