import type { Connection } from '@opensearch-project/opensearch'

/** In bytes: many times what a search gives. */
const maxAnswer = 128 * 1024 * 1024

/**
 * The client's connection, which ends an answer that goes on and on: it would fill the memory, and in the end the client throws
 * where nobody can catch it.
 */
export function boundedConnection(connection: typeof Connection): typeof Connection {
  return class BoundedConnection extends connection {
    override request(...[params, callback]: Parameters<Connection['request']>) {
      return super.request(params, (error, response) => {
        callback(error, response)
        let size = 0
        response?.on('data', (chunk: string | Buffer) => {
          size += chunk.length
          if (size <= maxAnswer) return
          // Told first: of what is destroyed the client only says that it was.
          response.emit('error', new Error(`it sends more than ${maxAnswer >> 20} MB`))
          response.destroy()
        })
      })
    }
  }
}
