import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { onTestFinished } from 'vitest'

/** Serves on loopback until the test ends. Resolves to its origin, with a slash at the end. */
export async function openTestServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  const port = await listenForTest(server)
  onTestFinished(() => server.closeAllConnections())
  return `http://127.0.0.1:${port}/`
}

/** Has a server of any kind listen on loopback until the test ends. Resolves to its port. */
export async function listenForTest(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}
