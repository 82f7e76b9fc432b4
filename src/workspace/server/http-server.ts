import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, sep } from 'node:path'

/** Bodies larger than this are refused. The largest that Slack takes is a view of 250 KB, in a form at worst three times that. */
const maxBodyBytes = 1_000_000

/** Of a stream, how much may wait to be taken: many times what a page needs at once. */
const maxUntakenBytes = 2_000_000

/** Answers one request; the path is without its query, the body is text. */
export type Handler = (request: ServerRequest) => Reply | Promise<Reply>

export interface ServerRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly method: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Reply =
  | {
      readonly status: number
      readonly type: string
      readonly body: string | Buffer
      readonly headers?: Readonly<Record<string, string>>
    }
  /** A stream of server-sent events: `open` starts it and returns what ends it. */
  | { readonly open: (send: (event: string) => void) => () => void }
  /** No answer: the connection is reset, or stays open and silent. */
  | { readonly connection: 'reset' | 'hang' }

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

export function plainReply(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, type: 'text/plain; charset=utf-8', body: text, headers }
}

/** An HTTP server on 127.0.0.1 alone. Nothing but this machine, and no other site in its browser, can talk to it. */
export async function listenLocally(
  port: number,
  handle: Handler,
  now: () => number = Date.now,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(now()).toUTCString())
    void respond(server, request, response, handle)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/**
 * Why a request is refused, if it is. A page of another site can send requests to 127.0.0.1, under its own name (DNS
 * rebinding: the Host header tells) or across sites (the Origin header tells).
 */
export function refusal(headers: IncomingMessage['headers'], port: number): string | undefined {
  const names = ['127.0.0.1', 'localhost']
  // Port 80 is left out of addresses and headers.
  const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
  if (!hosts.includes(headers.host ?? ''))
    return `Open http://127.0.0.1:${port} instead: this server answers to that name only.`
  const { origin } = headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    return 'Requests from other sites are refused.'
  return undefined
}

async function respond(
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handler,
): Promise<void> {
  const { port } = server.address() as AddressInfo
  const reason = refusal(request.headers, port)
  if (reason) return write(response, plainReply(403, reason))
  const url = URL.parse(request.url ?? '/', `http://127.0.0.1:${port}`)
  // What any page can ask for, e.g. by a picture's address, must not end the process.
  if (!url) return write(response, plainReply(400, 'This is not an address.'))
  try {
    const body = await readBody(request)
    if (body === undefined)
      return write(
        response,
        plainReply(413, `At most ${maxBodyBytes} bytes are taken.`, { connection: 'close' }),
      )
    write(
      response,
      await handle({
        path: url.pathname,
        query: url.searchParams,
        method: request.method ?? 'GET',
        headers: request.headers,
        body,
      }),
    )
  } catch (error) {
    if (response.headersSent) response.destroy()
    else
      write(
        response,
        plainReply(
          500,
          `The local workspace failed: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The page may load nothing but itself, and pictures that a message shows. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: " +
    "data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

function write(response: ServerResponse, reply: Reply): void {
  if ('connection' in reply) {
    if (reply.connection === 'reset') response.socket?.resetAndDestroy()
    return
  }
  if ('open' in reply) {
    response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
    response.flushHeaders()
    const end = reply.open((event) => {
      if (response.destroyed) return
      response.write(event)
      // A page that sleeps takes nothing; when it wakes up, it asks for what it has missed.
      if (response.writableLength > maxUntakenBytes) response.destroy()
    })
    response.once('close', end)
    return
  }
  response.writeHead(reply.status, { ...securityHeaders, 'content-type': reply.type, ...reply.headers })
  response.end(reply.body)
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The page's files by their path. They are read once, so no path that a request names ever reaches the disk. */
export function readPageFiles(folder: URL): ReadonlyMap<string, Reply> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.split(sep).join('/'),
  )
  const names = paths.filter((path) => types[extname(path)])
  const files = names.map((name) => {
    const reply: Reply = {
      status: 200,
      type: types[extname(name)] ?? '',
      body: readFileSync(new URL(name, folder)),
    }
    return [name === 'index.html' ? '/' : `/${name}`, reply] as const
  })
  return new Map(files)
}
