import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to one request to Slack. */
export type Fault =
  /** It takes effect, and its answer is lost. */
  | 'reset after'
  | 'half an answer'
  | 'gateway failure after'
  /** It takes no effect. */
  | 'reset before'
  | 'too many, wait'
  | 'too many'
  | 'too busy'
  | { readonly refusal: string }

export interface FaultyProxy {
  /** For the `slackApiUrl` of Slack's clients. */
  readonly apiUrl: string
  /** The next request to this method meets the fault. */
  arm(method: string, fault: Fault): void
  close(): Promise<void>
}

/** Stands between Hallway and Slack. */
export async function openFaultyProxy(slackApiUrl: string): Promise<FaultyProxy> {
  const armed = new Map<string, Fault[]>()
  const server = createServer((request, response) => {
    const method = request.url?.replace(/^\/api\//, '') ?? ''
    const fault = armed.get(method)?.shift()
    if (fault === undefined || fault === 'reset after' || fault === 'half an answer')
      pass(request, response, fault)
    else if (fault === 'gateway failure after') pass(request, response, fault)
    else request.resume().on('end', () => fail(request, response, fault))
  })

  function pass(request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
    const url = new URL(request.url!.replace(/^\/api\//, ''), slackApiUrl)
    const headers = { ...request.headers, host: url.host }
    const passed = ask(url, { method: request.method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk)
      const body = Buffer.concat(chunks)
      if (fault === undefined) response.writeHead(answer.statusCode ?? 200, answer.headers).end(body)
      else if (fault === 'reset after') request.socket.resetAndDestroy()
      else if (fault === 'gateway failure after') response.writeHead(504).end('gateway timeout')
      else {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
        response.write(body.subarray(0, body.length >> 1), () => request.socket.destroySoon())
      }
    })
    passed.on('error', () => request.socket.destroy())
    request.pipe(passed)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    arm: (method, fault) => void armed.set(method, [...(armed.get(method) ?? []), fault]),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function fail(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  if (fault === 'reset before') request.socket.resetAndDestroy()
  else if (fault === 'too many, wait') response.writeHead(429, { 'retry-after': '0' }).end()
  else if (fault === 'too many') response.writeHead(429).end()
  else if (fault === 'too busy') response.writeHead(503).end()
  else if (typeof fault === 'object') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: false, error: fault.refusal }))
  }
}
