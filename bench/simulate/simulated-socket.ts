import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { CloseEvent, ErrorEvent, MessageEvent } from 'undici'

/** Where a socket leads. */
export interface Endpoint {
  /** Somebody connects; false if they are refused. */
  accept(socket: SimulatedSocket): boolean
}

/** Runs what is nobody's of the bots: it goes on whichever of them stands still. */
export const onTheNetwork = AsyncLocalStorage.snapshot()

/** How long something is on its way, in milliseconds. */
export type Latency = () => number

/** A WebSocket of undici's without a network, as far as Slack's client uses it. */
export class SimulatedSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readyState: number = SimulatedSocket.CONNECTING
  /** The other end of it. */
  readonly slack = new SlackEnd(this)
  /** Whether nothing comes through any more, without either end being told. */
  isSilent = false
  readonly #inContext = AsyncLocalStorage.snapshot()
  readonly #latency: Latency
  readonly #lastAt = { toBot: 0, toSlack: 0 }
  /** What is on its way, the oldest first. */
  readonly #underWay: Readonly<Record<'toBot' | 'toSlack', (() => void)[]>> = { toBot: [], toSlack: [] }

  constructor(latency: Latency, endpoint: Endpoint | undefined) {
    super()
    this.#latency = latency
    this.carry('toBot', () => {
      if (endpoint === undefined || this.readyState !== SimulatedSocket.CONNECTING) return
      if (!endpoint.accept(this)) return this.fail()
      this.readyState = SimulatedSocket.OPEN
      this.dispatchEvent(new Event('open'))
    })
  }

  /** Does it when what was sent by now has arrived there: in its order. */
  carry(way: 'toBot' | 'toSlack', action: () => void): void {
    const now = performance.now()
    const at = Math.max(this.#lastAt[way], now + this.#latency())
    this.#lastAt[way] = at
    const underWay = this.#underWay[way]
    underWay.push(action)
    // Timers of parts of a millisecond need not keep their order.
    const arrive = () => {
      const oldest = underWay.shift()
      if (!this.isSilent) oldest?.()
    }
    const onTheWay = way === 'toBot' ? this.#inContext : onTheNetwork
    onTheWay(() => void setTimeout(arrive, at - now))
  }

  send(text: string): void {
    if (this.readyState !== SimulatedSocket.OPEN) return
    this.carry('toSlack', () => this.slack.emit('message', text))
  }

  close(): void {
    if (this.readyState >= SimulatedSocket.CLOSING) return
    this.readyState = SimulatedSocket.CLOSING
    this.carry('toSlack', () => {
      this.slack.end()
      this.carry('toBot', () => this.ended(1000))
    })
  }

  fail(): void {
    this.readyState = SimulatedSocket.CLOSED
    this.dispatchEvent(new ErrorEvent('error', { message: 'refused', error: new Error('refused') }))
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }))
  }

  ended(code: number): void {
    if (this.readyState === SimulatedSocket.CLOSED) return
    this.readyState = SimulatedSocket.CLOSED
    this.dispatchEvent(new CloseEvent('close', { code }))
  }

  /** Both ends find that it is gone. */
  cut(): void {
    this.slack.end()
    this.#inContext(() => this.ended(1006))
  }

  ping(payload: Buffer): void {
    this.carry('toSlack', () => this.carry('toBot', () => pongs.publish({ websocket: this, payload })))
  }
}

const pongs = channel('undici:websocket:pong')

/** The same as Slack has it: what the local workspace uses of a WebSocket of `ws`. */
class SlackEnd extends EventEmitter {
  readonly OPEN = 1
  readyState: number = 1
  readonly #socket: SimulatedSocket

  constructor(socket: SimulatedSocket) {
    super()
    this.#socket = socket
  }

  /** What Slack sends, before it is on its way. */
  outgoing: (text: string) => void = (text) => this.deliver(text)

  send(text: string): void {
    if (this.readyState === this.OPEN) this.outgoing(text)
  }

  deliver(text: string): void {
    const socket = this.#socket
    socket.carry('toBot', () => {
      if (socket.readyState === SimulatedSocket.OPEN)
        socket.dispatchEvent(new MessageEvent('message', { data: text }))
    })
  }

  close(): void {
    this.#socket.cut()
  }

  terminate(): void {
    this.#socket.cut()
  }

  end(): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 3
    this.emit('close')
  }
}

/**
 * Has Slack's client make such sockets instead of real ones, by the address that it names. Returns what gives the real ones
 * back.
 */
export function takeOverSockets(
  latency: Latency,
  endpointOf: (url: URL) => Endpoint | undefined,
): () => void {
  const undici = createRequire(import.meta.url)('undici')
  const { WebSocket, ping } = undici
  const open = new Set<SimulatedSocket>()
  class Connecting extends SimulatedSocket {
    constructor(url: string) {
      super(latency, endpointOf(new URL(url)))
      open.add(this)
      this.addEventListener('close', () => open.delete(this))
    }
  }
  Object.assign(undici, {
    WebSocket: Connecting,
    ping: (socket: SimulatedSocket, payload: Buffer) => socket.ping(payload),
  })
  return () => {
    Object.assign(undici, { WebSocket, ping })
    // Of one that never comes to its end, the client listens on for pings: whose bot died while it connected, above all.
    for (const socket of open) socket.ended(1006)
  }
}
