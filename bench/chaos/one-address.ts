import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OneAddress {
  readonly port: number
  close(): void
}

/**
 * A balancer in its plainest form: each request goes to the next of the ports, whether somebody is there or not. Who is not
 * there, or goes away meanwhile, is a 502 to whoever asked.
 */
export async function openOneAddress(ports: readonly number[]): Promise<OneAddress> {
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const port = ports[turn++ % ports.length]
    const onward = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => outgoing.destroy())
      answer.pipe(outgoing)
    })
    onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
    incoming.pipe(onward)
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
