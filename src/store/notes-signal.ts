import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '../files/message-of.ts'
import type { StoreLogger } from './retry-statement.ts'

/** By which processes that share a database tell each other that there is something to look at, and not what. */
export interface NotesSignal {
  /** Heard by all processes that listen, this one too. */
  send(): Promise<void>
  /** Calls back at each signal, and whenever one may have been missed. */
  onReceived(listener: () => void): void
  close(): Promise<void>
}

/** Of a database that one machine has for itself: this process is all there is. */
export function createLocalSignal(): NotesSignal {
  const listeners: (() => void)[] = []
  return {
    async send() {
      for (const listener of listeners) listener()
    },
    onReceived: (listener) => void listeners.push(listener),
    close: async () => {},
  }
}

interface PostgresSignalParts {
  readonly databaseUrl: string
  /** Runs a statement on a connection of the pool. */
  readonly notify: (channel: string) => Promise<void>
  readonly logger: StoreLogger
}

const channel = 'hallway_notes_changed'
const reconnectMs = 2_000

/**
 * PostgreSQL's LISTEN and NOTIFY, on a connection of its own from the first listener on. A connection that breaks is made
 * again, and then the listeners are called, for nobody knows what was missed. Behind a pool of transactions, such as
 * PgBouncer's, nothing is heard: whoever listens must look from time to time too.
 */
export function createPostgresSignal({ databaseUrl, notify, logger }: PostgresSignalParts): NotesSignal {
  const listeners: (() => void)[] = []
  const closing = new AbortController()
  const { signal } = closing
  let listening: Promise<void> | undefined
  // An outage is said once.
  let isTold = false
  const call = () => {
    for (const listener of listeners) listener()
  }

  async function listen(): Promise<void> {
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      await listenOnce(isFirst).catch((error: unknown) => {
        if (!isTold) logger.warn(`The database does not tell of changed notes for now: ${messageOf(error)}`)
        isTold = true
      })
      await wait(reconnectMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  /** Resolves when closed; rejects when the connection breaks. */
  async function listenOnce(isFirst: boolean): Promise<void> {
    const { PostgresClient } = await import('./postgres/postgres-client.ts')
    const client = new PostgresClient({
      connectionString: databaseUrl,
      application_name: 'hallway notes signal',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    const over = Promise.withResolvers<void>()
    over.promise.catch(() => {})
    client.on('error', over.reject)
    client.on('end', () => over.reject(new Error('the connection was closed')))
    client.on('notification', call)
    signal.addEventListener('abort', () => over.resolve(), { once: true })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      isTold = false
      if (!isFirst) call()
      await over.promise
    } finally {
      await client.end().catch(() => {})
    }
  }

  return {
    send: () => notify(channel),
    onReceived(listener) {
      listeners.push(listener)
      listening ??= listen()
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}
