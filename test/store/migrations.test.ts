import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations.ts'
import { createSqliteDialect } from '../../src/store/sqlite/sqlite-dialect.ts'

async function columnsIn(db: Kysely<unknown>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables()
  return tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
}

test('each migration says which columns it makes, whatever is read of them then', async () => {
  await using db = new Kysely<unknown>({ dialect: createSqliteDialect(new DatabaseSync(':memory:')) })
  for (const { name, adds, up } of migrations) {
    const before = new Set(await columnsIn(db))
    await up(db)
    const made = (await columnsIn(db)).filter((column) => !before.has(column))
    const said = Object.entries(adds).flatMap(([table, columns]) =>
      columns.split(/\s+/).map((one) => `${table}.${one}`),
    )
    expect(said.toSorted(), name).toEqual(made.toSorted())
  }
})
