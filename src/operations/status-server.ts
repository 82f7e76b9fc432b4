import { createServer, type ServerResponse } from 'node:http'
import type { ReadinessDesk } from './readiness.ts'
import { type Registry, textFormat } from './registry.ts'

export interface StatusServerParts {
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  readonly readiness: Pick<ReadinessDesk, 'read'>
  readonly registry: Pick<Registry, 'text'>
}

export interface StatusServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * `/healthz`: the process answers; restart it if not. `/readyz`: it can answer people; send it none if not. `/metrics`: for
 * Prometheus. Anybody who reaches the address may read them: they hold no words of people and no secret.
 * @throws what listening throws
 */
export async function openStatusServer({
  port,
  host,
  readiness,
  registry,
}: StatusServerParts): Promise<StatusServer> {
  const pages = new Map<string, () => Page | Promise<Page>>()
    .set('/healthz', () => plain(200, 'ok\n'))
    .set('/metrics', async () => ({ status: 200, type: textFormat, body: await registry.text() }))
    .set('/readyz', async () => {
      const { isReady, checks } = await readiness.read()
      const body = `${JSON.stringify({ ready: isReady, checks })}\n`
      return { status: isReady ? 200 : 503, type: 'application/json', body }
    })
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
    },
    async ({ url = '', method = '' }, response) => {
      const page = pages.get(url.split('?', 1)[0]!)
      if (page === undefined) return send(response, plain(404, 'Try /healthz, /readyz or /metrics.\n'))
      if (method !== 'GET' && method !== 'HEAD') return send(response, plain(405, 'Use GET.\n'))
      try {
        send(response, await page())
      } catch (error) {
        send(response, plain(500, `${error}\n`))
      }
    },
  )
  server.maxConnections = 64
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // It alone keeps no process running, and what goes wrong with it ends none.
  server.unref()
  server.on('error', () => {})
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

interface Page {
  readonly status: number
  readonly type: string
  readonly body: string
}

const plain = (status: number, body: string): Page => ({ status, type: 'text/plain', body })

function send(response: ServerResponse, { status, type, body }: Page): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
