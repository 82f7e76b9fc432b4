import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Dialect, Kysely, sql } from 'kysely'
import { damaged, describeStoreLocation, explainFailure, type StoreLocation } from './explain-failure.ts'
import { appliedMigrations } from './migrate.ts'
import { migrations } from './migrations.ts'
import { sqliteFileName } from './open-store.ts'
import { requireTables, tableOfUnknown } from './require-tables.ts'
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts'
import { hasSqliteFile, problemsIn, refuseForeign, refuseOthers } from './sqlite/sqlite-file.ts'
import { type Tables, workspaceTables } from './tables.ts'

/** What a look at a database finds, if nothing is wrong with it. */
export type StoreState =
  /** The bot makes it, or its tables, when it starts. */
  | { readonly kind: 'none'; readonly where: string }
  | {
      readonly kind: 'whole'
      readonly where: string
      /** Migrations that it lacks: the next start brings it to the newest version. */
      readonly missing: number
      /** Rows by table. */
      readonly rows: Readonly<Record<(typeof workspaceTables)[number], number>>
    }

interface CheckStoreOptions {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  /** How long a PostgreSQL server may take to answer, in milliseconds. Default: 10,000. */
  readonly answerWithinMs?: number
}

/**
 * Checks all of a database and changes nothing of it: every page and index of an SQLite file, and of a PostgreSQL database
 * that it can be reached and read. Also while the bot runs.
 * @throws {StoreError} for what is wrong
 */
export async function checkStore(options: CheckStoreOptions): Promise<StoreState> {
  const { dataFolder, databaseUrl, answerWithinMs = 10_000 } = options
  if (databaseUrl) {
    // With its driver, which SQLite does without.
    const { createPostgresDialect, parsePostgresUrl } = await import('./postgres/postgres-dialect.ts')
    const location = parsePostgresUrl(databaseUrl)
    const logger = { warn() {} }
    return look(location, () => createPostgresDialect({ databaseUrl, location, answerWithinMs, logger }))
  }
  const file = join(dataFolder, sqliteFileName)
  if (!hasSqliteFile(file)) return { kind: 'none', where: file }
  return look({ kind: 'sqlite', file }, () => createSqliteDialect(openWhole(file)))
}

/** @throws {StoreError} of code `corrupt` or `not-ours`, and what node:sqlite throws */
function openWhole(file: string): DatabaseSync {
  refuseOthers(file)
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    refuseForeign(database, file)
    for (const check of ['integrity_check', 'foreign_key_check']) {
      const found = problemsIn(database, check)
      if (found.length > 0) throw damaged(file, found.slice(0, maxShown).join('; ').replaceAll(/\s+/g, ' '))
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const maxShown = 3

/** Of a PostgreSQL database the tables of the schema that the bot would use: another may have those of another bot. */
const tableNames = {
  sqlite: "select name from sqlite_schema where type = 'table'",
  postgres: 'select tablename as name from pg_tables where schemaname = current_schema()',
}

async function look(location: StoreLocation, connect: () => Dialect): Promise<StoreState> {
  const where = describeStoreLocation(location)
  try {
    await using db = new Kysely<Tables>({ dialect: connect() })
    const names = new Set(
      (await sql.raw<{ name: string }>(tableNames[location.kind]).execute(db)).rows.map(({ name }) => name),
    )
    if (!['hallway_migrations', ...workspaceTables].some((table) => names.has(table)))
      return { kind: 'none', where }
    const applied = await appliedMigrations(db, location)
    await requireTables(db, applied)
    const unknown = await tableOfUnknown(db, applied)
    if (unknown !== undefined)
      throw damaged(location, `its table hallway_migrations does not tell how ${unknown} became what it is`)
    const rows = await Promise.all(
      workspaceTables.map(async (table) => {
        // Of an earlier version: the next start makes it.
        if (!names.has(table)) return [table, 0] as const
        const [row] = (
          await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
        ).rows
        return [table, Number(row?.count)] as const
      }),
    )
    return {
      kind: 'whole',
      where,
      missing: migrations.length - applied,
      rows: Object.fromEntries(rows) as Record<(typeof workspaceTables)[number], number>,
    }
  } catch (error) {
    throw explainFailure(error, location)
  }
}
