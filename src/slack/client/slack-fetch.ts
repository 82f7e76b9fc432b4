import type { webApi } from '@slack/bolt'
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { messageOf } from '../../files/message-of.ts'

/** As much of `fetch` as Slack's client needs. Its answers have come to their end. */
export type SlackFetch = webApi.FetchFunction

export type SlackResponse = Awaited<ReturnType<SlackFetch>>

/** An answer broke off on its way. */
export class HalfResponse extends Error {
  override readonly name = 'HalfResponse'
  readonly code = 'half_answer'
  readonly status: number
  /** What of it came. */
  readonly text: string

  constructor(status: number, text: string, cause: unknown) {
    super('an answer broke off', { cause })
    this.status = status
    this.text = text
  }
}

/** It was given up before a connection came about, and nothing of it is sent any more. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection'
  readonly code = 'no_connection'

  /** @param cause why it was given up */
  constructor(cause: unknown) {
    super(`no connection came about: ${messageOf(cause)}`, { cause })
  }
}

/**
 * Calls over connections that stay open, in a tenth of the time that the global `fetch` takes: without streams, redirects and
 * compression, none of which Slack's methods need.
 * @param isByProxy whether to go by the proxy that HTTPS_PROXY and its like name
 */
export function createSlackFetch({ isByProxy }: { readonly isByProxy: boolean }): SlackFetch {
  const limits = { maxResponseSize }
  const dispatcher = isByProxy ? new EnvHttpProxyAgent(limits) : new Agent(limits)
  const addressOf = createAddressReader()
  return (address, { method = 'GET', headers = {}, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      if (typeof body === 'object') throw new TypeError('Slack is sent no files.')
      // Such a signal fires no more, and what waits for a connection would wait on.
      if (signal?.aborted) return reject(new NoConnection(signal.reason))
      const url = String(address)
      const sent = { method: method as Dispatcher.HttpMethod, headers, body: body ?? null }
      const handler = answerHandler(url, { resolve, reject, signal })
      dispatcher.dispatch({ ...sent, ...addressOf(url) }, handler)
    })
}

/** Nearly all requests go to the address of the one before, which is not parsed again. */
function createAddressReader(): (url: string) => Pick<Dispatcher.DispatchOptions, 'origin' | 'path'> {
  let [last, address] = ['', { origin: '', path: '' }]
  return (url) => {
    if (url === last) return address
    const { origin, pathname, search } = new URL(url)
    ;[last, address] = [url, { origin, path: pathname + search }]
    return address
  }
}

/** In bytes: many times what Slack answers. What never ends would fill the memory. */
const maxResponseSize = 16 * 1024 * 1024

interface Awaiting {
  readonly resolve: (answer: SlackResponse) => void
  /** With a `HalfResponse` if the answer breaks off, and with `NoConnection` if it is given up before there is a connection. */
  readonly reject: (error: unknown) => void
  readonly signal: AbortSignal | null | undefined
}

/** Takes an answer as it comes. */
function answerHandler(url: string, { resolve, reject, signal }: Awaiting): Dispatcher.DispatchHandler {
  // While a proxy, for one, keeps its word back, there is nothing yet to abort: it is when it starts.
  const giveUp = () => reject(new NoConnection(signal?.reason))
  signal?.addEventListener('abort', giveUp, { once: true })
  let abort = () => {}
  let head: Pick<HttpResponse, 'status' | 'statusText' | 'headers'> | undefined
  const chunks: Buffer[] = []
  const text = () => Buffer.concat(chunks).toString()
  return {
    onRequestStart(controller) {
      signal?.removeEventListener('abort', giveUp)
      abort = () => controller.abort(signal?.reason)
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort, { once: true })
    },
    onResponseStart(_, status, headers, statusText) {
      // Below 200 it says that the answer is still to come.
      if (status >= 200) head = { status, headers, ...(statusText !== undefined && { statusText }) }
    },
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd() {
      signal?.removeEventListener('abort', abort)
      resolve(responseOf({ url, ...head!, text: text() }))
    },
    onResponseError(_, error) {
      signal?.removeEventListener('abort', giveUp)
      signal?.removeEventListener('abort', abort)
      reject(head === undefined ? error : new HalfResponse(head.status, text(), error))
    },
  }
}

interface HttpResponse {
  readonly url: string
  readonly status: number
  readonly statusText?: string
  /** By their names in small letters. */
  readonly headers?: Dispatcher.ResponseData['headers']
  readonly text: string
}

export function responseOf({
  url,
  status,
  statusText = '',
  headers = {},
  text,
}: HttpResponse): SlackResponse {
  const headerOf = (name: string) => {
    const value = headers[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }
  return {
    ...{ url, status, statusText, ok: status >= 200 && status < 300 },
    headers: {
      get: headerOf,
      entries: () => Object.keys(headers).map((name): [string, string] => [name, headerOf(name) ?? '']),
    },
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  }
}
