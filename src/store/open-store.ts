import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as tick } from 'node:timers/promises'
import { type Dialect, Kysely, sql } from 'kysely'
import { createDeliveryStore } from './delivery-store.ts'
import type { StoreLocation } from './explain-failure.ts'
import { createInstallationStore } from './installation-store.ts'
import { createLeaseStore } from './lease-store.ts'
import { migrate } from './migrate.ts'
import { createLocalSignal, createPostgresSignal, type NotesSignal } from './notes-signal.ts'
import { retry, type StoreLogger } from './retry-statement.ts'
import { type Checkpoints, createCheckpoints } from './sqlite/checkpoints.ts'
import { createFileInPlace, type FileInPlace } from './sqlite/file-in-place.ts'
import { createSqliteDeliveryStore } from './sqlite/sqlite-delivery-store.ts'
import { createSqliteDialect } from './sqlite/sqlite-dialect.ts'
import { openSqliteFile } from './sqlite/sqlite-file.ts'
import type { Store } from './store.ts'
import type { RunStatement, Tables } from './tables.ts'
import { createTipPostStore } from './tip-post-store.ts'
import { createTipSubscriptionStore } from './tip-subscription-store.ts'
import { createVerdictStore } from './verdict-store.ts'
import { createWorkspaceRemovalStore } from './workspace-removal-store.ts'
import { createWriteProbe, probeStatement } from './write-probe.ts'

interface OpenStoreOptions {
  /** Where `hallway.db` is kept, made if it is missing. Not touched with a `databaseUrl`. */
  readonly dataFolder: string
  /** A PostgreSQL URL; SQLite if there is none. */
  readonly databaseUrl?: string | undefined
  readonly logger: StoreLogger
  /** How long a call goes on trying while the database is locked or cannot be reached, in milliseconds. Default 5,000. */
  readonly retryForMs?: number
  /** The same for `probe`: a lock that is gone within this time is no failure. Default 300. */
  readonly probeForMs?: number
  /** How long a PostgreSQL server may take to answer before its connection counts as broken. Default 10,000. */
  readonly answerWithinMs?: number
}

export interface OpenStore extends Store {
  /** Resolves if the database can be written now; rejects with a `StoreError` if not. */
  probe(): Promise<void>
  /** Told by one process that shares the database, heard by all: the notes have changed at their source. */
  readonly notesSignal: Pick<NotesSignal, 'send' | 'onReceived'>
  /** Waits for queries in flight and closes. */
  close(): Promise<void>
}

/** Opens the database, brings it to the newest version, and returns the store. Rejects with a `StoreError`. */
export async function openStore(options: OpenStoreOptions): Promise<OpenStore> {
  const { location, begin, connect, openClaims, inPlace } = options.databaseUrl
    ? await postgres(options.databaseUrl, options)
    : sqlite(options)
  const retrying = { location, logger: options.logger, retryForMs: options.retryForMs ?? 5000 }
  const db = await retry(async () => {
    const opened = new Kysely<Tables>({ dialect: connect() })
    try {
      await migrate(opened, begin, location)
      return opened
    } catch (error) {
      await opened.destroy()
      throw error
    }
  }, retrying)
  const run: RunStatement = (query) => retry(() => query(db), retrying)
  const claims = openClaims?.()
  // Who probes says what is amiss, so the log need not.
  const probed = { location, logger: { warn() {} }, retryForMs: options.probeForMs ?? 300 }
  const probe = createWriteProbe(() => retry(probing(db, claims), probed))
  const file = inPlace?.()
  const shared = createDeliveryStore(run, options.logger)
  const notesSignal = options.databaseUrl
    ? createPostgresSignal({
        databaseUrl: options.databaseUrl,
        notify: (channel) =>
          run(async (db) => void (await sql`select pg_notify(${channel}, '')`.execute(db))),
        logger: options.logger,
      })
    : createLocalSignal()
  return {
    ...shared,
    // Each bot asks for these every few seconds.
    openQuestions(...asked) {
      file?.tell()
      return shared.openQuestions(...asked)
    },
    ...(claims &&
      createSqliteDeliveryStore(claims.database, (action) => retry(action, retrying), {
        checkpoints: claims.checkpoints,
        log: options.logger,
      })),
    ...createTipSubscriptionStore(run),
    ...createTipPostStore(run),
    ...createVerdictStore(run),
    ...createInstallationStore(run),
    ...createWorkspaceRemovalStore(run),
    async probe() {
      file?.require()
      await probe()
    },
    notesSignal,
    ...createLeaseStore(run),
    async close() {
      await notesSignal.close()
      await db.destroy()
      // Until then what was asked is committed.
      await tick()
      await claims?.checkpoints.close()
      claims?.database.close()
    },
  }
}

/** The file in the data folder that holds everything. */
export const sqliteFileName = 'hallway.db'

/** Writes where questions are written: in SQLite on the connection for claims, so that nobody waits for the disk. */
function probing(db: Kysely<Tables>, claims: Claims | undefined): () => Promise<void> {
  if (claims === undefined) return async () => void (await sql.raw(probeStatement).execute(db))
  const statement = claims.database.prepare(probeStatement)
  return async () => {
    statement.run()
    claims.checkpoints.committed()
  }
}

interface Claims {
  readonly database: DatabaseSync
  readonly checkpoints: Checkpoints
}

interface Backend {
  readonly location: StoreLocation
  /** Opens a transaction and takes the lock of migrations. */
  readonly begin: readonly string[]
  connect(): Dialect
  /** Another connection, for claiming deliveries. Without one they share the other. */
  openClaims?(): Claims
  /** Looks after the file that it is in, if it is in one. */
  inPlace?(): FileInPlace
}

function sqlite({ dataFolder, logger }: OpenStoreOptions): Backend {
  const file = join(dataFolder, sqliteFileName)
  return {
    location: { kind: 'sqlite', file },
    begin: ['begin immediate'],
    connect() {
      return createSqliteDialect(openSqliteFile(file))
    },
    openClaims: () => ({ database: new DatabaseSync(file), checkpoints: createCheckpoints(file, logger) }),
    inPlace: () => createFileInPlace(file, logger),
  }
}

/** Any number will do, as long as it stays: hallway processes wait for each other by it. */
const migrationLock = 4_255_929_001

async function postgres(databaseUrl: string, options: OpenStoreOptions): Promise<Backend> {
  // With its driver, which SQLite does without.
  const { createPostgresDialect, parsePostgresUrl, tlsPassedOver } = await import(
    './postgres/postgres-dialect.ts'
  )
  const location = parsePostgresUrl(databaseUrl)
  for (const name of tlsPassedOver(databaseUrl))
    options.logger.warn(`DATABASE_URL says "${name}", which has no effect here.`)
  const answerWithinMs = options.answerWithinMs ?? 10_000
  return {
    location,
    begin: [
      'begin',
      // Gives up in time to say that the lock was the reason.
      `set local lock_timeout = ${Math.ceil(answerWithinMs / 2)}`,
      `select pg_advisory_xact_lock(${migrationLock})`,
    ],
    connect: () =>
      createPostgresDialect({
        databaseUrl,
        location,
        answerWithinMs,
        logger: options.logger,
      }),
  }
}
