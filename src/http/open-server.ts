import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { keepRoom } from './connections.ts'

export interface OpenServerOptions {
  readonly port: number
  readonly host: string
  /** How many connections there may be at a time. */
  readonly maxConnections: number
  /** What goes wrong once it listens, which ends no process. */
  readonly onError: (error: Error) => void
}

export interface OpenServer {
  readonly port: number
  isListening(): boolean
  /** Takes no more, and resolves once what was asked is answered. */
  close(): Promise<void>
}

/** In which the headers must have come, and then all of a request, in milliseconds. */
const [headersTimeout, requestTimeout] = [5_000, 10_000]

/** When the server closes, how long what has begun to come is waited for, and an answer to be taken, in milliseconds. */
const [lastRequestMs, lastAnswerMs] = [1_000, 2_000]

/**
 * A server that limits connections, headers and the time that each may take.
 * @throws what listening throws: a port that is taken, an address that is none of this machine
 */
export async function openServer(
  answer: RequestListener,
  { port, host, maxConnections, onError }: OpenServerOptions,
): Promise<OpenServer> {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout, requestTimeout, connectionsCheckingInterval: 1_000 },
    answer,
  )
  server.maxHeadersCount = 64
  const connections = keepRoom(server, maxConnections)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', onError)
  return {
    port: (server.address() as AddressInfo).port,
    isListening: () => server.listening,
    async close() {
      // Node's own would end an answer that is written, and still on its way.
      server.closeIdleConnections = connections.closeIdle
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // From here on Node ends no request that takes too long.
      const late = [
        setTimeout(connections.closeUnfinished, lastRequestMs),
        setTimeout(connections.closeUntaken, lastAnswerMs),
      ]
      await closed
      for (const timer of late) clearTimeout(timer)
    },
  }
}
