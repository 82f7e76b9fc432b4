import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations.ts'
import { requireTables } from './require-tables.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/**
 * Brings the database to the newest version, in one transaction under a lock: of several processes that start at
 * once, one migrates and the others wait and find nothing left to do. Rejects with the code `newer-version`, and
 * changes nothing, if the database knows migrations that this program does not.
 *
 * @param begin the statements that open a transaction and take the lock, which ends with the transaction
 * @param where the database as messages name it
 */
export async function migrate(db: Kysely<Tables>, begin: readonly string[], where: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    for (const statement of begin) await sql.raw(statement).execute(connection)
    try {
      await applyMissing(connection, where)
      await sql`commit`.execute(connection)
    } catch (error) {
      // If even this fails, the connection is gone, and the transaction with it: the first error says why.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
}

async function applyMissing(db: Kysely<Tables>, where: string): Promise<void> {
  await db.schema
    .createTable('hallway_migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  const applied = await appliedMigrations(db, where)
  for (const [index, { name, up }] of migrations.entries()) {
    if (index < applied) continue
    await up(db as Kysely<unknown>)
    await db
      .insertInto('hallway_migrations')
      .values({ number: index + 1, name })
      .execute()
  }
  await requireTables(db, migrations.length)
}

/** How many migrations a database has. Rejects with the code `newer-version` if it knows some that this program does not. */
export async function appliedMigrations(db: Kysely<Tables>, where: string): Promise<number> {
  const applied = await db.selectFrom('hallway_migrations').selectAll().orderBy('number').execute()
  const unknown = applied.find(({ number, name }) => migrations[number - 1]?.name !== name)
  if (unknown) {
    throw new StoreError({
      code: 'newer-version',
      message:
        `${where} was written by a newer version of Hallway: it has migration ${unknown.number} ` +
        `(${unknown.name}), and this version knows ${migrations.length}`,
      advice: 'Start the newer version, or restore a backup that this version made. Nothing was changed.',
    })
  }
  return applied.length
}
