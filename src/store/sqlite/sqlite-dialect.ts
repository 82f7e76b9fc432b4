import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

/** The slice of node:sqlite's `DatabaseSync` that Kysely needs. */
interface NodeSqliteDatabase {
  prepare(sql: string): NodeSqliteStatement
  close(): void
}

interface NodeSqliteStatement {
  /** Empty if the statement returns no rows. */
  columns(): readonly unknown[]
  all(...parameters: SqliteValue[]): unknown[]
  run(...parameters: SqliteValue[]): {
    readonly changes: number | bigint
    readonly lastInsertRowid: number | bigint
  }
  iterate(...parameters: SqliteValue[]): IterableIterator<unknown>
}

type SqliteValue = string | number | null

/** Lets Kysely, which expects better-sqlite3, work on node:sqlite. */
export function createSqliteDialect(database: NodeSqliteDatabase): SqliteDialect {
  const adapted: SqliteDatabase = {
    prepare: (sql) => adaptStatement(database.prepare(sql)),
    close: () => database.close(),
  }
  return new SqliteDialect({ database: adapted })
}

function adaptStatement(statement: NodeSqliteStatement): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SqliteValue[])),
    run: (parameters) => statement.run(...(parameters as SqliteValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SqliteValue[])),
  }
}
