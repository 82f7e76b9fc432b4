import { AsyncLocalStorage } from 'node:async_hooks'
import {
  HalfResponse,
  responseOf,
  type SlackFetch,
  type SlackResponse,
} from '../../src/slack/client/slack-fetch.ts'
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
  readonly fetch: SlackFetch
  /** By which host what runs here reaches Slack. */
  own(): Host | undefined
  /** What is on its way takes so long. */
  readonly latency: Latency
  restore(): void
}

/** Takes the place of requests and of the sockets of Slack's client. */
export function takeOverNetwork(latency: Latency): Network {
  const hosts = new Map<string, Host>()
  const own = new AsyncLocalStorage<Host>()
  const giveBack = takeOverSockets(latency, ({ host }) => hosts.get(host))
  const fetch: SlackFetch = async (url, init = {}) => {
    const { method, headers, body, signal } = init
    if (typeof body === 'object') throw new TypeError('Slack is sent no files.')
    const request = new Request(url, { method, headers, body } as RequestInit)
    const name = new URL(request.url).host
    const host = name === forAll ? own.getStore() : hosts.get(name)
    // Who asks is dead, and what is left of it is to do nothing more.
    return host === undefined
      ? new Promise(() => {})
      : answerIn(await host.answer(request, signal ?? undefined), String(url))
  }
  return {
    add: (name, host) => void hosts.set(name, host),
    remove: (name) => void hosts.delete(name),
    as: (host, work) => own.run(host, work),
    fetch,
    own: () => own.getStore(),
    latency,
    restore() {
      giveBack()
    },
  }
}

/** Names an address that all bots are told: it leads by the own host of whoever asks. */
export const forAll = 'for-all.slack'

/** The whole of it, as Slack's client has it. @throws {HalfResponse} */
async function answerIn(
  { status, statusText, headers, body }: Response,
  url: string,
): Promise<SlackResponse> {
  let text = ''
  try {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk
  } catch (error) {
    throw new HalfResponse(status, text, error)
  }
  return responseOf({ url, status, statusText, headers: Object.fromEntries(headers), text })
}

/** As a request fails. */
export const failure = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
