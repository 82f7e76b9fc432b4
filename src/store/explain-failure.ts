import { errorCode } from '../files/error-code.ts'
import { ConnectionFailure } from './connection-failure.ts'
import { StoreError, type StoreErrorCode } from './store-error.ts'

/** Where the state is kept, as messages name it. */
export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'postgres'
      /** `host:port`, or the folder of a socket. */
      readonly server: string
      readonly database: string
      readonly user: string
    }

/** Says what a driver's error means here and what to do about it. Pure. */
export function explainFailure(error: unknown, location: StoreLocation): StoreError {
  if (error instanceof StoreError) return error
  const said = error instanceof Error ? error.message || (errorCode(error) ?? '') : String(error)
  const code = location.kind === 'sqlite' ? sqliteFailure(error) : postgresFailure(error)
  return new StoreError({
    code,
    ...explanations[code](describeStoreLocation(location), said, location),
    cause: error,
  })
}

/** The location, in a sentence. */
export function describeStoreLocation(location: StoreLocation): string {
  return location.kind === 'sqlite' ? location.file : `the PostgreSQL server ${location.server}`
}

/**
 * For damage that was found without a driver's error, such as by SQLite's own check, in its words.
 * @param where an SQLite file by its path, or any database
 */
export function damaged(where: string | StoreLocation, said: string): StoreError {
  const location: StoreLocation = typeof where === 'string' ? { kind: 'sqlite', file: where } : where
  const place = describeStoreLocation(location)
  return new StoreError({ code: 'corrupt', ...explanations.corrupt(place, said, location) })
}

/** For what has the name of the database, and is none of ours. */
export function notOurs(file: string, said: string): StoreError {
  return new StoreError({
    code: 'not-ours',
    message: `${file} is no database of Hallway: ${said}`,
    advice: 'Name another data folder in HALLWAY_DATA, or move this away. Nothing was changed.',
  })
}

/** True if a unique constraint refused a row. */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === '23505' || sqliteCode(error) === 2067
}

type FailureExplanation = { readonly message: string; readonly advice: string }

/** What a driver's error can mean; the other codes are found without one. */
type FailureCode = Exclude<StoreErrorCode, 'newer-version' | 'not-ours' | 'replaced' | 'wrong-url'>

const explanations: Record<
  FailureCode,
  (where: string, said: string, location: StoreLocation) => FailureExplanation
> = {
  'read-only': (where, said) => ({
    message: `cannot write to ${where}: ${said}`,
    advice: /^(?:EEXIST|ENOTDIR)\b/.test(said)
      ? 'A file has the place of a folder on this path: move it away, or name another data folder in HALLWAY_DATA.'
      : 'Give the user who runs Hallway the right to write this file and its folder, or name another data folder in HALLWAY_DATA.',
  }),
  standby: (where, said) => ({
    message: `cannot write to ${where}: ${said}`,
    advice: 'Point DATABASE_URL at the primary server: this one is a standby or set to read-only.',
  }),
  'disk-full': (where, said) => ({
    message: `no room to write to ${where}: ${said}`,
    advice: 'Free some space on its disk. Nothing that was stored is lost.',
  }),
  'disk-error': (where, said) => ({
    message: `the disk failed while reading or writing ${where}: ${said}`,
    advice:
      'Check the disk, and that the file is on a local one: SQLite is not safe on network file systems.',
  }),
  corrupt: (where, said, { kind }) => ({
    message: `${where} is damaged or not a Hallway database: ${said}`,
    advice:
      kind === 'sqlite'
        ? 'Stop Hallway, keep the file (with its -wal and -shm) in another folder, and put the last backup in its place.'
        : 'Stop Hallway, and restore the last backup.',
  }),
  locked: (where, said) => ({
    message: `${where} is locked by another process: ${said}`,
    advice: 'Close whatever keeps it open for writing, such as a database browser or a copying tool.',
  }),
  unreachable: (where, said) => ({
    message: `cannot reach ${where}: ${said}`,
    advice:
      'Check that the server runs and that DATABASE_URL names its host and port. A bot that runs connects again by itself.',
  }),
  'not-trusted': (where, said) => ({
    message: `the connection to ${where} is not safe: ${said}`,
    advice:
      'Check sslmode and sslrootcert in DATABASE_URL: the certificate must be for the host that it names, and ' +
      'by an authority that this machine or sslrootcert knows.',
  }),
  'wrong-password': (where, said, location) => ({
    message: `${where} refused the user ${userOf(location)}: ${said}`,
    advice: 'Check user and password in DATABASE_URL; special characters in them must be percent-encoded.',
  }),
  'no-database': (where, said, location) => ({
    message: `${where} has no such database: ${said}`,
    advice: `Create it (createdb ${databaseOf(location)}) or correct the name in DATABASE_URL.`,
  }),
  'not-allowed': (where, said, location) => ({
    message: `${where} does not let the user ${userOf(location)} do this: ${said}`,
    advice: `Let the user own the database (ALTER DATABASE … OWNER TO …) or grant it CREATE on the schema.`,
  }),
  failed: (where, said) => ({
    message: `${where}: ${said}`,
    advice: 'This was not expected: the log has the details.',
  }),
}

/** What a PostgreSQL URL looks like. */
export const urlAdvice =
  'Write DATABASE_URL like postgresql://user:password@host:5432/database, with @ : / ? # and % in the password percent-encoded.'

function sqliteFailure(error: unknown): FailureCode {
  // https://www.sqlite.org/rescode.html, the primary result codes but for one.
  const code = sqliteCode(error) ?? 0
  // SQLITE_IOERR_SHMSIZE: there is no room for the index of the write-ahead log.
  if (code === 4874) return 'disk-full'
  switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'locked'
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
      return 'read-only'
    case 10: // SQLITE_IOERR
      return 'disk-error'
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'corrupt'
    case 13: // SQLITE_FULL
      return 'disk-full'
    case 1: // SQLITE_ERROR, of which words alone say that tables are not as they were made
      if (
        error instanceof Error &&
        /^no such (?:table|column)\b|^(?:table|index) \S+ already exists|^duplicate column name/.test(
          error.message,
        )
      )
        return 'corrupt'
  }
  // What node:fs says while the folder is made.
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    // A link that leads nowhere, or a folder that takes none.
    case 'ENOENT':
    case 'ELOOP':
      return 'read-only'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    // Of a disk that is gone, as from the network.
    case 'EIO':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
    case 'ENODEV':
    case 'ENXIO':
      return 'disk-error'
  }
  return 'failed'
}

function postgresFailure(error: unknown): FailureCode {
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  const code = errorCode(error) ?? ''
  if (error instanceof ConnectionFailure) {
    if (isLoginFailure(error)) return 'wrong-password'
    return isUntrusted(error) ? 'not-trusted' : 'unreachable'
  }
  if (code.startsWith('08') || code.startsWith('57P') || code === '53300') return 'unreachable'
  if (code.startsWith('28')) return 'wrong-password'
  if (code.startsWith('XX0')) return code === 'XX000' ? 'failed' : 'corrupt'
  switch (code) {
    case '25006': // read_only_sql_transaction
      return 'standby'
    case '53100': // disk_full
      return 'disk-full'
    case '58030': // io_error
      return 'disk-error'
    case '3D000': // invalid_catalog_name
      return 'no-database'
    case '42501': // insufficient_privilege
      return 'not-allowed'
    case '42P01': // undefined_table
    case '42P07': // duplicate_table
    case '42701': // duplicate_column
    case '42703': // undefined_column
      return 'corrupt'
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
    case '55P03': // lock_not_available
    case '57014': // query_canceled, by statement_timeout
      return 'locked'
  }
  return 'failed'
}

function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined
}

/** pg has no code for a server that asks for a password if the URL has none, or for what is no password at all. */
function isLoginFailure({ message }: ConnectionFailure): boolean {
  return /password must be a|^Unknown authenticationOk|^SASL: Only mechanism/.test(message)
}

/** What Node says of certificates, and pg of servers without TLS. */
function isUntrusted({ message, cause }: ConnectionFailure): boolean {
  return untrusted.test(errorCode(cause) ?? '') || message === 'The server does not support SSL connections'
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const untrusted =
  /^(?:ERR_TLS_CERT|CERT_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE|UNABLE_TO_|(?:DEPTH_ZERO_)?SELF_SIGNED)/

function userOf(location: StoreLocation): string {
  return location.kind === 'postgres' ? location.user : ''
}

function databaseOf(location: StoreLocation): string {
  return location.kind === 'postgres' ? location.database : ''
}
