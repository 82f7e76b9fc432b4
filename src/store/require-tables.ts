import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * Reads nothing from every column that so many migrations have made. A database may be sound and lack some, as one that was
 * restored in part: that is told at once, and not on the day when a query first meets it.
 * @throws what the driver throws for a table or column that is not there
 */
export async function requireTables(db: Kysely<Tables>, applied: number): Promise<void> {
  for (const { adds } of migrations.slice(0, applied))
    for (const made of Object.entries(adds)) await requireColumns(db, made)
}

/** The first table, if any, that holds what a migration makes which the database does not know of: making it would fail. */
export async function tableOfUnknown(db: Kysely<Tables>, applied: number): Promise<string | undefined> {
  for (const { adds } of migrations.slice(applied))
    for (const made of Object.entries(adds)) {
      const isThere = await requireColumns(db, made).then(
        () => true,
        () => false,
      )
      if (isThere) return made[0]
    }
  return undefined
}

/** @throws what the driver throws for a table or column that is not there */
async function requireColumns(
  db: Kysely<Tables>,
  [table, columns]: readonly [table: string, columns: string],
): Promise<void> {
  const read = sql.join(columns.split(/\s+/).map((column) => sql.ref(column)))
  await sql`select ${read} from ${sql.table(table)} limit 0`.execute(db)
}
