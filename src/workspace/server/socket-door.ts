import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { refusal } from './http-server.ts'

/** Where an app's sockets come in. */
interface SocketDoor {
  /** An address that lets one socket in, once. */
  newUrl(): string
  /** Lets in, at this server, whoever comes by such an address. */
  open(server: Server, onConnected: (socket: WebSocket) => void): void
  close(): void
}

/** @param port of the server, once it listens */
export function createSocketDoor(appId: string, port: () => number): SocketDoor {
  const tickets = new Set<string>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  return {
    newUrl() {
      const ticket = randomBytes(16).toString('hex')
      tickets.add(ticket)
      return `ws://127.0.0.1:${port()}/link/?ticket=${ticket}&app_id=${appId}`
    },
    open(server, onConnected) {
      server.on('upgrade', (request, stream, head) => {
        // Who asks may be gone before the answer.
        stream.on('error', () => stream.destroy())
        const url = URL.parse(request.url ?? '/', `http://127.0.0.1:${port()}`)
        const ticket = url?.searchParams.get('ticket') ?? ''
        if (refusal(request.headers, port()) || url?.pathname !== '/link/' || !tickets.delete(ticket)) {
          stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
          return
        }
        sockets.handleUpgrade(request, stream, head, onConnected)
      })
    },
    close: () => sockets.close(),
  }
}
