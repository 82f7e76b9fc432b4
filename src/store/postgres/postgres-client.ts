import type { Duplex } from 'node:stream'
import pg from 'pg'

/** What of the driver's own connection is used here. */
interface OwnConnection {
  attachListeners(stream: Duplex): void
}

/**
 * The driver's client, made to fail if a server says what the driver cannot read, or asks for a way to log in that the driver lacks,
 * such as Kerberos. The driver itself throws where nobody can catch it, which would end the process, and reads an error without an
 * end for ever. After the log-in, what throws is a listener's own fault, and is thrown on.
 */
export class PostgresClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    let isIn = false
    this.once('connect', () => (isIn = true))
    const { connection } = this as unknown as { readonly connection: OwnConnection }
    const attach = connection.attachListeners.bind(connection)
    connection.attachListeners = (stream) => {
      attach(stream)
      for (const read of stream.listeners('data')) {
        const greeting = createGreeting()
        stream.removeListener('data', read as () => void)
        stream.on('data', (bytes: Buffer) => {
          if (isIn) return read(bytes)
          try {
            greeting.add(bytes)
            for (let next = greeting.next(); next; next = isIn ? greeting.rest() : greeting.next()) read(next)
          } catch (error) {
            if (isIn) throw error
            stream.destroy(error as Error)
          }
        })
      }
    }
  }
}

/** Whatever a server says until somebody is in takes less, in bytes: a message, and all of them, as of what runs at each login. */
const maxMessage = 256 * 1024
const maxGreeting = 16 * 1024 * 1024

/** What a server says at first, a message at a time (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
function createGreeting() {
  let said = 0
  let held: Buffer = Buffer.alloc(0)
  const take = (size: number): Buffer | undefined => {
    const taken = held.subarray(0, size)
    held = held.subarray(size)
    return taken.length > 0 ? taken : undefined
  }
  return {
    add(bytes: Buffer): void {
      said += bytes.length
      held = Buffer.concat([held, bytes])
    },
    /** @throws if this is no message, or one without an end */
    next(): Buffer | undefined {
      if (said > maxGreeting) throw new Error('it says more than 16 MiB, and lets nobody in')
      if (held.length > 0 && !greets.has(held.toString('latin1', 0, 1))) throw notUnderstood()
      const size = held.length < 5 ? 5 : 1 + held.readInt32BE(1)
      if (size > maxMessage || size < 5) throw oldError(held) ?? notUnderstood()
      if (held.length < size) return undefined
      const message = take(size)
      if (message && isError(message) && !message.subarray(5).toString('latin1').endsWith('\0\0'))
        throw notUnderstood()
      return message
    },
    rest: () => take(held.length),
  }
}

/** Or a notice, which has the same form: fields, each with a zero at its end, and another zero after the last one. */
const isError = ([kind]: Buffer): boolean => kind === 0x45 || kind === 0x4e

/** What it may say until then: authentication, errors and notices, parameters, the key to cancel with, the version, and that it is ready. */
const greets: ReadonlySet<string> = new Set('RENSKvZ')

/**
 * A server that can start no process for a connection, or is older than 7.4, says so in words behind an `E`, where a length would be
 * (report_fork_failure_to_client, in PostgreSQL's own sources).
 */
function oldError(said: Buffer): Error | undefined {
  const [words = ''] = said.toString('utf8', 1, maxWords).split('\0')
  return said[0] === 0x45 && /^[^\p{Cc}\uFFFD]{4}/u.test(words) ? new Error(words.trim()) : undefined
}

const maxWords = 1024

const notUnderstood = () => new Error('what answers there does not speak as a PostgreSQL server does')
