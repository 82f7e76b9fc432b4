import type { Duplex } from 'node:stream'
import pg from 'pg'

/** What of the driver's own connection is used here. */
interface OwnConnection {
  attachListeners(stream: Duplex): void
}

/**
 * The driver's client, which fails at a server that asks for a way to log in which the driver has not, as by Kerberos. The driver throws
 * where nobody can catch it, and that would end the process. Once somebody is in, what throws is a listener's own fault, and is thrown on.
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
        stream.removeListener('data', read as () => void)
        stream.on('data', (bytes: Buffer) => {
          try {
            read(bytes)
          } catch (error) {
            if (isIn) throw error
            stream.destroy(error as Error)
          }
        })
      }
    }
  }
}
