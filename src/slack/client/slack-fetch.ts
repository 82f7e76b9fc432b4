import type { webApi } from '@slack/bolt'
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici'

/** As much of `fetch` as Slack's client needs. Its answers have come to their end. */
export type SlackFetch = webApi.FetchFunction

export type SlackAnswer = Awaited<ReturnType<SlackFetch>>

/** An answer broke off on its way. */
export class HalfAnswer extends Error {
  override readonly name = 'HalfAnswer'
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

/**
 * Calls over connections that stay open, in a sixth of the time that the global `fetch` takes: without streams, redirects and
 * compression, none of which Slack's methods need.
 * @param isByProxy whether to go by the proxy that HTTPS_PROXY and its like name
 */
export function createSlackFetch({ isByProxy }: { readonly isByProxy: boolean }): SlackFetch {
  const limits = { maxResponseSize }
  const dispatcher = isByProxy ? new EnvHttpProxyAgent(limits) : new Agent(limits)
  return async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
    if (typeof body === 'object') throw new TypeError('Slack is sent no files.')
    const sent = { dispatcher, method: method as Dispatcher.HttpMethod, headers, body: body ?? null }
    const response = await request(url, { ...sent, ...(signal && { signal }) })
    const { statusCode: status, statusText } = response
    const text = await readAnswerBody(response)
    return answerOf({ url: String(url), status, statusText, headers: response.headers, text })
  }
}

/** In bytes: many times what Slack answers. What never ends would fill the memory. */
const maxResponseSize = 16 * 1024 * 1024

/** @throws {HalfAnswer} */
async function readAnswerBody({ statusCode, body }: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk)
  } catch (error) {
    throw new HalfAnswer(statusCode, Buffer.concat(chunks).toString(), error)
  }
  return Buffer.concat(chunks).toString()
}

interface HttpAnswer {
  readonly url: string
  readonly status: number
  readonly statusText?: string
  /** By their names in small letters. */
  readonly headers?: Dispatcher.ResponseData['headers']
  readonly text: string
}

export function answerOf({ url, status, statusText = '', headers = {}, text }: HttpAnswer): SlackAnswer {
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
