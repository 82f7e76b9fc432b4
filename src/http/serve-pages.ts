import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen.ts'

/** Answers a request, of whoever sent it. */
export type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface ServePagesOptions {
  readonly port: number
  readonly host: string
  readonly log: { warn(line: string): void }
}

/**
 * A server of a few pages, by their paths.
 * @throws what listening throws
 */
export async function servePages(
  pages: ReadonlyMap<string, Page>,
  { port, host, log }: ServePagesOptions,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const page = pages.get(request.url?.split('?', 1)[0] ?? '')
      if (page === undefined) return void response.writeHead(404).end()
      page(request, response).catch(() => {
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      })
    },
  )
  server.maxConnections = 128
  await listen(server, {
    port,
    host,
    onError: (error) => log.warn(`The server on port ${port}: ${error.message}`),
  })
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
