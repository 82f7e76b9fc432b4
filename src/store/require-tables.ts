import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * Reads nothing from every column that so many migrations have made. A database may be sound and lack some, as one that was
 * restored in part: that is told at once, and not on the day when a query first meets it.
 * @throws what the driver throws for a table or column that is not there
 */
export async function requireTables(db: Kysely<Tables>, applied: number): Promise<void> {
  const made = migrations.slice(0, applied).flatMap(({ adds }) => Object.entries(adds))
  for (const [table, columns] of made) {
    const read = sql.join(columns.split(/\s+/).map((column) => sql.ref(column)))
    await sql`select ${read} from ${sql.table(table)} limit 0`.execute(db)
  }
}
