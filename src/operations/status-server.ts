import type { ServerResponse } from 'node:http'
import { allowing, type Page, reading, type ServePagesOptions, servePages } from '../http/serve-pages.ts'
import { type Registry, textFormat } from './metrics-registry.ts'
import type { ReadinessDesk } from './readiness.ts'

export interface StatusServerParts extends ServePagesOptions {
  readonly readiness: Pick<ReadinessDesk, 'read'>
  readonly registry: Pick<Registry, 'text'>
}

/**
 * `/healthz`: the process answers; restart it if not. `/readyz`: it can answer people; send it none if not, with
 * `?exclude=store` whatever the store is like. `/metrics`: for Prometheus. Anybody who reaches the address may read them: they hold
 * no words of people and no secret.
 * @throws what listening throws
 */
export function openStatusServer({ readiness, registry, ...options }: StatusServerParts) {
  const pages: Readonly<Record<string, (query: URLSearchParams) => Promise<StatusPage>>> = {
    '/healthz': async () => ({ status: 200, type: 'text/plain', body: 'ok\n' }),
    '/readyz': async (query) => {
      const { isReady, checks } = await readiness.read(query.getAll('exclude'))
      const body = `${JSON.stringify({ ready: isReady, checks })}\n`
      return { status: isReady ? 200 : 503, type: 'application/json', body }
    },
    '/metrics': async () => ({ status: 200, type: textFormat, body: await registry.text() }),
  }
  const served = Object.entries(pages).map(([path, read]): [string, Page] => [
    path,
    allowing(reading, async ({ url = '' }, response) => {
      send(response, await read(new URLSearchParams(url.split('?')[1])))
    }),
  ])
  return servePages(new Map(served), options)
}

interface StatusPage {
  readonly status: number
  readonly type: string
  readonly body: string
}

function send(response: ServerResponse, { status, type, body }: StatusPage): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
