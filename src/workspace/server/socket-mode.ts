import type { WebSocket } from 'ws'
import { createEnvelopes, type Envelopes, type Timing } from './envelopes.ts'

export interface SocketMode extends Pick<Envelopes, 'deliver' | 'pending'> {
  connected(socket: WebSocket): void
  /** Tells every connection to make a new one, as Slack does about once an hour. */
  refresh(reason: 'warning' | 'refresh_requested'): void
  /** Cuts every connection without a word. */
  drop(): void
  /** Gives up what is pending and ends every connection, politely if the other side answers. */
  close(): Promise<void>
}

/** The server's side of Socket Mode. Each envelope goes to one connection, in turn. */
export function createSocketMode(
  appId: string,
  timing: Timing,
  happened: { connections(count: number): void; settled(): void },
): SocketMode {
  const sockets: WebSocket[] = []
  let turn = 0
  const nextSocket = () => {
    const open = sockets.filter((socket) => socket.readyState === socket.OPEN)
    return open[turn++ % open.length]
  }
  const envelopes = createEnvelopes(timing, nextSocket, happened.settled)

  function disconnected(socket: WebSocket): void {
    const index = sockets.indexOf(socket)
    if (index < 0) return
    sockets.splice(index, 1)
    happened.connections(sockets.length)
    envelopes.lost(socket)
  }

  return {
    connected(socket) {
      sockets.push(socket)
      socket.on('message', (data) => envelopes.received(String(data)))
      socket.on('close', () => disconnected(socket))
      socket.on('error', () => socket.terminate())
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: sockets.length,
          debug_info: { host: 'local-workspace', approximate_connection_time: 3600 },
          connection_info: { app_id: appId },
        }),
      )
      happened.connections(sockets.length)
      envelopes.sendWaiting()
    },
    deliver: envelopes.deliver,
    pending: envelopes.pending,
    refresh(reason) {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local-workspace' } }))
    },
    drop() {
      for (const socket of [...sockets]) socket.terminate()
    },
    async close() {
      envelopes.giveUpAll()
      const closing = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of sockets) socket.close(1001)
      const late = setTimeout(() => {
        for (const socket of sockets) socket.terminate()
      }, closeMillis)
      await Promise.all(closing)
      clearTimeout(late)
    },
  }
}

/** How long a connection may take to say goodbye. */
const closeMillis = 300
