import type { IncomingMessage, ServerResponse } from 'node:http'
import { type OpenServer, openServer } from './open-server.ts'

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
export function servePages(
  pages: ReadonlyMap<string, Page>,
  { port, host, log }: ServePagesOptions,
): Promise<OpenServer> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const page = pages.get(pathOf(request))
    if (page === undefined) return void response.writeHead(404).end()
    page(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  }
  const onError = (error: Error) => log.warn(`The server on port ${port}: ${error.message}`)
  return openServer(answer, { port, host, maxConnections: 128, onError })
}

/** What is asked for, without what follows a question mark. */
export const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0]!

/** Methods that read, and change nothing. Node leaves out what a HEAD's answer says. */
export const reading = ['GET', 'HEAD'] as const

/** A page for these methods; to any other it says which there are. */
export function allowing(methods: readonly string[], page: Page): Page {
  return async (request, response) => {
    if (methods.includes(request.method ?? '')) return page(request, response)
    response.writeHead(405, { allow: methods.join(', ') }).end()
  }
}
