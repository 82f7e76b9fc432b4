import type { Duplex } from 'node:stream'
import pg from 'pg'

/** What of the driver's own connection is used here. */
interface OwnConnection {
  attachListeners(stream: Duplex): void
}

/**
 * The driver's client, which fails at an answer that it cannot read. The driver throws where nobody can catch it, and that would end
 * the process: at a server, for one, that asks for a way to log in which the driver has not, as by Kerberos.
 */
export class PostgresClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
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
            stream.destroy(error as Error)
          }
        })
      }
    }
  }
}
