import { type Kysely, sql } from 'kysely'
import { damaged, describeStoreLocation, type StoreLocation } from './explain-failure.ts'
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
 */
export async function migrate(
  db: Kysely<Tables>,
  begin: readonly string[],
  location: StoreLocation,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    for (const statement of begin) await sql.raw(statement).execute(connection)
    try {
      await applyMissing(connection, location)
      await sql`commit`.execute(connection)
    } catch (error) {
      // If even this fails, the connection is gone, and the transaction with it: the first error says why.
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
}

async function applyMissing(db: Kysely<Tables>, location: StoreLocation): Promise<void> {
  await db.schema
    .createTable('hallway_migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  const applied = await appliedMigrations(db, location)
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

/**
 * How many migrations a database has. Rejects with the code `newer-version` if it knows some that this program does not, and with
 * `corrupt` if it does not know one before others.
 */
export async function appliedMigrations(db: Kysely<Tables>, location: StoreLocation): Promise<number> {
  const applied = await db.selectFrom('hallway_migrations').selectAll().orderBy('number').execute()
  const unknown = applied.find(({ number, name }) => migrations[number - 1]?.name !== name)
  if (unknown) {
    throw new StoreError({
      code: 'newer-version',
      message:
        `${describeStoreLocation(location)} was written by a newer version of Hallway: it has migration ${unknown.number} ` +
        `(${unknown.name}), and this version knows ${migrations.length}`,
      advice: 'Start the newer version, or restore a backup that this version made. Nothing was changed.',
    })
  }
  const lost = applied.findIndex(({ number }, index) => number !== index + 1)
  if (lost >= 0) throw damaged(location, `its table hallway_migrations lacks number ${lost + 1}`)
  return applied.length
}
