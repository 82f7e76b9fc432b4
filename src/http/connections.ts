import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Connections {
  /** Closes those that ask for nothing, and from now on each as soon as it has its answer. */
  closeIdle(): void
  /** Closes those that nobody works for, what has not come to its end included. An answer that is on its way goes on. */
  closeUnfinished(): void
  /** The same, and those that have not taken their answer. */
  closeUntaken(): void
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Keeps room for who comes: of more than `limit` connections, the one that has been owed nothing for longest is closed. So whoever
 * opens many of them, and asks nothing, shuts nobody out. Owed is the answer to a request that has come to its
 * end, until it is written.
 */
export function keepRoom(server: Server, limit: number): Connections {
  // Those that have waited longest come first.
  const open = new Map<Socket, Set<Exchange>>()
  let isClosing = false

  const close = (socket: Socket) => {
    open.delete(socket)
    socket.destroy()
  }
  const isOwed = ({ request, response }: Exchange) => request.complete && !response.writableEnded
  const isOnItsWay = ({ response }: Exchange) => response.writableEnded && !response.writableFinished
  const owesNothing = (exchanges: ReadonlySet<Exchange>) => ![...exchanges].some(isOwed)
  const closeThose = (isMeant: (exchanges: ReadonlySet<Exchange>) => boolean) => {
    for (const [socket, exchanges] of open) if (isMeant(exchanges)) close(socket)
  }

  server.on('connection', (socket: Socket) => {
    open.set(socket, new Set())
    socket.once('close', () => open.delete(socket))
    if (open.size <= limit) return
    for (const [each, exchanges] of open) if (owesNothing(exchanges)) return close(each)
  })
  server.prependListener('request', (request, response) => {
    const { socket } = request
    const exchanges = open.get(socket)
    if (exchanges === undefined) return
    const exchange = { request, response }
    exchanges.add(exchange)
    response.once('close', () => {
      exchanges.delete(exchange)
      if (!open.delete(socket)) return
      open.set(socket, exchanges)
      if (isClosing && exchanges.size === 0) socket.destroySoon()
    })
  })
  return {
    closeIdle() {
      isClosing = true
      closeThose(({ size }) => size === 0)
    },
    closeUnfinished: () =>
      closeThose((exchanges) => owesNothing(exchanges) && ![...exchanges].some(isOnItsWay)),
    closeUntaken: () => closeThose(owesNothing),
  }
}
