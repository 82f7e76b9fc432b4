export type StoreErrorCode =
  /** The database has migrations that this program does not know. */
  | 'newer-version'
  /** The file, its folder or the server does not let us write. */
  | 'read-only'
  /** The server takes no writes: it is not the primary, or not yet. */
  | 'standby'
  | 'disk-full'
  /** Reading or writing the disk failed. */
  | 'disk-error'
  /** Not a database, or a damaged one. */
  | 'corrupt'
  /** Something else has the name of the database: a folder, a pipe, another program's database. */
  | 'not-ours'
  /** The file was removed, or another has its name, while it is open. */
  | 'replaced'
  /** Another process keeps it locked. */
  | 'locked'
  /** No connection to the server, or none any more. */
  | 'unreachable'
  | 'wrong-url'
  /** The server's certificate is not one to trust, or it has none. */
  | 'not-trusted'
  | 'wrong-password'
  | 'no-database'
  /** The server's user lacks a right. */
  | 'not-allowed'
  /** Anything else: see `cause`. */
  | 'failed'

/** What may go by itself: a lock, an outage, the promotion of another server. */
const passing: ReadonlySet<StoreErrorCode> = new Set(['locked', 'standby', 'unreachable'])

/** The state could not be read or written. Message and advice name file or server, and never a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode
  /** What to do about it: a sentence or two. */
  readonly advice: string
  /** Whether the same call may succeed later without anybody doing anything. */
  readonly retryable: boolean

  constructor(facts: {
    readonly code: StoreErrorCode
    readonly message: string
    readonly advice: string
    readonly cause?: unknown
  }) {
    super(facts.message, { cause: facts.cause })
    this.code = facts.code
    this.advice = facts.advice
    this.retryable = passing.has(facts.code)
  }

  /** What is wrong, and what to do about it, for people. */
  get explanation(): string {
    return `${this.message}. ${this.advice}`
  }
}
