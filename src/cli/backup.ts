import { dirname, join } from 'node:path'
import { requireAnswer } from '../files/stuck-disk.ts'
import { explainFailure } from '../store/explain-failure.ts'
import { sqliteFileName } from '../store/open-store.ts'
import { backUpSqlite } from '../store/sqlite/back-up-sqlite.ts'
import { hasSqliteFile } from '../store/sqlite/sqlite-file.ts'
import { readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'
import type { TextOutput } from './write-output.ts'

export interface BackupOptions {
  /** The words after `hallway backup`. */
  readonly argv: readonly string[]
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly stdout: TextOutput
  readonly stderr: TextOutput
}

export const backupHelp = `Usage: npx hallway backup <file>

Writes a consistent copy of Hallway's database to a new file, also while the bot runs. To restore it, stop the bot,
remove hallway.db, hallway.db-wal and hallway.db-shm from the data folder, and put the copy there as hallway.db.
`

/** `hallway backup <file>`: returns the exit code, 0 only if the copy is there. */
export async function backup({
  argv,
  dataFolder,
  databaseUrl,
  stdout,
  stderr,
}: BackupOptions): Promise<number> {
  const read = readOptions(argv, {})
  if ('problem' in read) return refuseUsage(stderr, backupHelp, read.problem)
  const [file, ...others] = read.words
  if (file === undefined) return refuseUsage(stderr, backupHelp, 'name one file')
  if (others.length > 0)
    return refuseUsage(stderr, backupHelp, 'name one file; a name with spaces goes in quotes')
  if (databaseUrl) {
    // The variable rather than its value: the URL holds a password.
    stderr.write(`The state is in PostgreSQL (DATABASE_URL), whose own tools back it up while the bot runs:
  pg_dump --format=custom --file=${quoted(file)} "$DATABASE_URL"
and restore it:
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${quoted(file)}
`)
    return 1
  }
  await requireAnswer(dirname(file))
  const database = join(dataFolder, sqliteFileName)
  try {
    if (!hasSqliteFile(database)) {
      stderr.write(
        `There is no database at ${database}: a bot that is connected to Slack makes it when it starts, and the ` +
          'local workspace keeps nothing. If yours lies elsewhere, name its folder in HALLWAY_DATA. Nothing was ' +
          `copied.\n`,
      )
      return 1
    }
    const bytes = backUpSqlite(database, file)
    stdout.write(`Copied ${database} to ${file} (${Math.ceil(bytes / 1024)} KB).\n`)
    return 0
  } catch (error) {
    stderr.write(`${complaint(error, database, file)} Nothing was copied.\n`)
    return 1
  }
}

function complaint(error: unknown, database: string, file: string): string {
  const { code, message } = error as Error & { readonly code?: string }
  if (code === 'EEXIST') return `${file} exists already and is not overwritten: give another name.`
  if (code === 'ENOENT') return `The folder of ${file} does not exist: make it first.`
  const failure = explainFailure(error, { kind: 'sqlite', file: database })
  if (failure.code === 'disk-full' && failure !== error)
    return `No room for ${file}: ${message}. Free some space or choose another disk.`
  // node:fs only touches the copy, SQLite first of all the database.
  if (error instanceof Error && 'syscall' in error)
    return `Cannot write ${file}: ${message}. Choose another folder.`
  return `Cannot copy: ${failure.explanation}`
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
