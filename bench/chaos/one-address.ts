import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorCode } from '../../src/files/error-code.ts'

export interface OneAddress {
  readonly port: number
  close(): void
}

/**
 * A balancer in its plainest form: each request goes to the next of the ports that takes it. Who goes away while it answers
 * is a 502 to whoever asked.
 */
export async function openOneAddress(ports: readonly number[]): Promise<OneAddress> {
  let turn = 0
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
    turn += 1
    const inTurn = ports.map((_, index) => ports[(turn + index) % ports.length]!)
    pass({ incoming, body: Buffer.concat(chunks), outgoing }, inTurn)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

interface Passed {
  readonly incoming: IncomingMessage
  readonly body: Buffer
  readonly outgoing: ServerResponse
}

function pass({ incoming, body, outgoing }: Passed, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void outgoing.writeHead(502).end()
  const { method, url: path, headers } = incoming
  const onward = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.on('error', () => outgoing.destroy())
    answer.pipe(outgoing)
  })
  onward.on('error', (error) => {
    if (errorCode(error) === 'ECONNREFUSED') pass({ incoming, body, outgoing }, others)
    else if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  })
  onward.end(body)
}
