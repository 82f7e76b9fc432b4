import { AsyncLocalStorage } from 'node:async_hooks'
import type { Latency } from './simulated-socket.ts'
import { type Endpoint, takeOverSockets } from './simulated-socket.ts'

/** What answers at an address. */
export interface Host extends Endpoint {
  /** Never settles if nobody is there any more. */
  answer(request: Request, signal: AbortSignal | undefined): Promise<Response>
  /** Whoever is behind it stands still until then. */
  standsStillUntil(): number
}

/** Requests and sockets of this process, without a network. */
export interface Network {
  /** From here on it is reached under that name. */
  add(name: string, host: Host): void
  remove(name: string): void
  /** What is begun in it reaches Slack by that host, if it is told an address that is the same for all. */
  as<Result>(host: Host, work: () => Result): Result
  /** By which host what runs here reaches Slack. */
  own(): Host | undefined
  /** What is on its way takes so long. */
  readonly latency: Latency
  restore(): void
}

/** Takes the place of `fetch` and of the sockets of Slack's client. */
export function takeOverNetwork(latency: Latency): Network {
  const real = globalThis.fetch
  const hosts = new Map<string, Host>()
  const own = new AsyncLocalStorage<Host>()
  const giveBack = takeOverSockets(latency, ({ host }) => hosts.get(host))
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const name = new URL(request.url).host
    const host = name === forAll ? own.getStore() : hosts.get(name)
    // Who asks is dead, and what is left of it is to do nothing more.
    return host === undefined ? new Promise(() => {}) : host.answer(request, init?.signal ?? undefined)
  }
  return {
    add: (name, host) => void hosts.set(name, host),
    remove: (name) => void hosts.delete(name),
    as: (host, work) => own.run(host, work),
    own: () => own.getStore(),
    latency,
    restore() {
      giveBack()
      globalThis.fetch = real
    },
  }
}

/** Names an address that all bots are told: it leads by the own host of whoever asks. */
export const forAll = 'for-all.slack'

/** As Node's `fetch` fails. */
export const failure = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
