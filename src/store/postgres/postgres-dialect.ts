import { statSync } from 'node:fs'
import { PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { errorCode } from '../../files/error-code.ts'
import { ConnectionFailure } from '../connection-failure.ts'
import { type StoreLocation, urlAdvice } from '../explain-failure.ts'
import type { StoreLogger } from '../retry-statement.ts'
import { StoreError } from '../store-error.ts'
import { PostgresClient } from './postgres-client.ts'

/** Says where a PostgreSQL URL points, without its password. Throws a `StoreError` with the code `wrong-url`. */
export function parsePostgresUrl(url: string): StoreLocation & { readonly kind: 'postgres' } {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/s.exec(url) ?? []
  // A password with a bare / ? or # ends the host too early, and its rest would show up as a port or database.
  if (rest === undefined || /[/?#].*@/.test(rest) || rest.includes('#')) throw wrongUrl()
  for (const path of filesNamedBy(rest)) refuseNoFile(path)
  try {
    const { host, port, database, user, ssl } = new pg.Client({ connectionString: url })
    if (!ssl) refusePlain(rest)
    const server = host.startsWith('/') ? host : `${host}:${port}`
    return { kind: 'postgres', server, database: database ?? user ?? '', user: user ?? '' }
  } catch (error) {
    if (error instanceof StoreError) throw error
    // The error is kept out on purpose: it may hold the URL, and the URL a password.
    throw missingFile(error) ?? wrongUrl()
  }
}

/**
 * PostgreSQL through a pool that outlives the server: a broken connection fails the query in flight with a
 * `ConnectionFailure` and is replaced when the next one needs it.
 *
 * @param answerWithinMs after which a connection attempt, or a query without an answer, counts as a broken connection
 */
export function createPostgresDialect(options: {
  readonly databaseUrl: string
  readonly location: StoreLocation & { readonly kind: 'postgres' }
  readonly answerWithinMs: number
  readonly logger: StoreLogger
}): PostgresDialect {
  const { answerWithinMs, logger, location } = options
  const pool = new pg.Pool({
    Client: PostgresClient,
    connectionString: options.databaseUrl,
    application_name: 'hallway',
    // Statements are single and small; ten replicas stay far below the server's default of 100 connections.
    max: 5,
    keepAlive: true,
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    types: { getTypeParser },
  })
  // Without a listener a broken connection would end the process: one for idle connections, one for those in use.
  pool.on('error', (error) => logger.warn(`Lost an idle connection to ${location.server}: ${error.message}`))
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({ pool: watchConnections(pool) })
}

/** Counts and epoch milliseconds are `bigint` there, and numbers here. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')

/** Tells the server's answers from failures of the connection, and gives no failed connection back to the pool. */
function watchConnections(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw classify(error)
      })
      let broken = false
      // Kysely reads rows by query only: there is no cursor here.
      const query = async (text: string, parameters: readonly unknown[]) => {
        try {
          return await client.query(text, [...parameters])
        } catch (error) {
          const classified = classify(error)
          // Who takes no writes is not, or no longer, the one to talk to.
          broken ||= classified instanceof ConnectionFailure || errorCode(error) === '25006'
          throw classified
        }
      }
      return {
        query,
        release: (destroy?: boolean) => client.release(destroy || broken),
      } as unknown as PostgresConnection
    },
  }
}

type PostgresConnection = Awaited<ReturnType<PostgresPool['connect']>>

function classify(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return error
  const { message, code } = error as Error & { readonly code?: string }
  return new ConnectionFailure(message || code, { cause: error })
}

/** Without a ? there is none. */
const queryOf = (url: string): URLSearchParams => new URLSearchParams(/\?(.*)$/s.exec(url)?.[1])

/**
 * What a URL says of TLS that the driver passes over, as it does with all that it does not know: options of PostgreSQL's own client,
 * and misspelled ones.
 */
export const tlsPassedOver = (url: string): readonly string[] =>
  [...queryOf(url).keys()].filter((name) => /^(?:ssl|tls)/i.test(name) && !tlsOptions.has(name))

const tlsOptions = new Set(['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation'])

/** With `sslMode` all would be sent in the clear, and nobody would hear of it. */
function refusePlain(url: string): void {
  const [name] = tlsPassedOver(url)
  const query = queryOf(url)
  if (name === undefined || query.get('sslmode') || query.get('ssl')) return
  throw new StoreError({
    code: 'wrong-url',
    message: `DATABASE_URL says "${name}", and nothing by which the connection would be encrypted`,
    advice:
      'Add sslmode=verify-full, in small letters, or sslmode=disable if all is to be sent in the clear.',
  })
}

/** What the driver reads while it reads the URL, by calls that wait for a pipe without end. */
function filesNamedBy(url: string): readonly string[] {
  const query = queryOf(url)
  return ['sslrootcert', 'sslcert', 'sslkey'].flatMap((name) => query.get(name) ?? [])
}

function refuseNoFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats !== undefined && !stats.isFile()) throw unreadable(path, 'it is no regular file')
}

/** The URL names files, by `sslrootcert` and its like, which are read as it is. */
function missingFile(error: unknown): StoreError | undefined {
  const { path } = error as { readonly path?: unknown }
  if (typeof path !== 'string') return undefined
  return unreadable(path, errorCode(error) ?? 'no reason given')
}

function unreadable(path: string, why: string): StoreError {
  return new StoreError({
    code: 'wrong-url',
    message: `DATABASE_URL names ${path}, which cannot be read (${why})`,
    advice:
      'Correct the path after sslrootcert, sslcert or sslkey, or let the user who runs Hallway read it.',
  })
}

function wrongUrl(): StoreError {
  return new StoreError({
    code: 'wrong-url',
    message: 'DATABASE_URL is not a PostgreSQL URL',
    advice: urlAdvice,
  })
}
