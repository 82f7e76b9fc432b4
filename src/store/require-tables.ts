import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { migrations } from './migrations.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'
import type { Tables } from './tables.ts'

/**
 * Reads nothing from every column that so many migrations have made. A database may be sound and lack some, as one that was
 * restored in part: that is told at once, and not on the day when a query first meets it.
 * @throws what the driver throws for a table or column that is not there
 */
export async function requireTables(db: Kysely<Tables>, applied: number): Promise<void> {
  for (const { name, columns } of await tablesAfter(applied)) {
    await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)} limit 0`.execute(
      db,
    )
  }
}

interface TableOfMigrations {
  readonly name: string
  readonly columns: readonly string[]
}

/** What the first migrations make of an empty database, by their number. */
const known = new Map<number, Promise<readonly TableOfMigrations[]>>()

function tablesAfter(applied: number): Promise<readonly TableOfMigrations[]> {
  const found = known.get(applied) ?? makeTables(applied)
  known.set(applied, found)
  return found
}

async function makeTables(applied: number): Promise<readonly TableOfMigrations[]> {
  await using db = new Kysely<unknown>({ dialect: createSqliteDialect(new DatabaseSync(':memory:')) })
  for (const { up } of migrations.slice(0, applied)) await up(db)
  const tables = await db.introspection.getTables()
  return tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
}
