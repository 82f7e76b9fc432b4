import { setTimeout as wait } from 'node:timers/promises'
import { neverLeft } from './never-left.ts'
import { HalfResponse, responseOf, type SlackFetch, type SlackResponse } from './slack-fetch.ts'
import { isWholeResponse } from './slack-only-fetch.ts'
import { UnknownOutcome, unknownOutcomeCode } from './unknown-outcome.ts'

type Sleep = (ms: number) => Promise<unknown>

/** The longest single wait, and the longest time for all waits of a request: after that, the asker is told. */
const maxWaitMs = 60_000
const maxWaitsMs = 120_000
const maxTries = 4

interface RetryingFetchOptions {
  /** Address of Slack's Web API, with a slash at its end. */
  readonly apiUrl: string
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs: number
  /** Default: the machine's time. */
  readonly sleep?: Sleep
  /** Hears each time that Slack asks to wait: in how many milliseconds which address is called again. */
  readonly onWait?: (ms: number, url: string) => void
}

/**
 * A `fetch` for Slack's client and for replies to a response_url, on top of one that `createSlackOnlyFetch` made.
 *
 * It never posts a message twice. A request that went out may have been carried out, even if no answer came back, half of one,
 * or that of a gateway. Trying again would post the message twice, and an apology would be a second answer. So an uncertain
 * end is `UnknownOutcome`. Slack's client, which tries again after any failure, is given an answer that it does not retry.
 * If there was no connection, or Slack asks to wait, nothing was posted, and the request is tried again.
 *
 * A request that is told to wait waits alone, since Slack counts by method and channel. Slack's client would make all requests
 * wait, so that one full channel would silence the others, apologies included.
 */
export function createRetryingFetch(
  fetch: SlackFetch,
  { apiUrl, timeoutMs, sleep = wait, onWait }: RetryingFetchOptions,
): SlackFetch {
  const timed = within(fetch, timeoutMs)
  return async (address, init) => {
    const url = String(address)
    const pause: Sleep = (ms) => {
      onWait?.(ms, url)
      return sleep(ms)
    }
    if (!url.startsWith(apiUrl)) return waiting(() => reply(timed, sleep, url, init), pause)
    if (!showsSomething(url, apiUrl)) return waiting(() => timed(url, init), pause)
    try {
      return await waiting(() => post(timed, url, init), pause)
    } catch (error) {
      if (neverLeft(error)) throw error
      return responseOf({ url, status: 200, text: JSON.stringify({ ok: false, error: unknownOutcomeCode }) })
    }
  }
}

/**
 * The same `fetch`, given up if it takes longer. `AbortSignal.timeout` would hold all that belongs to a call in memory until its
 * time is up, even if the call was answered long before.
 */
function within(fetch: SlackFetch, ms: number): SlackFetch {
  return async (url, init) => {
    const timeout = new AbortController()
    const timer = setTimeout(
      () => timeout.abort(new DOMException(`no answer within ${ms} ms`, 'TimeoutError')),
      ms,
    )
    try {
      return await fetch(url, { ...init, signal: timeout.signal })
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Whether a request shows people something, and would show it again if it were repeated. */
export function showsSomething(url: string, apiUrl: string): boolean {
  return !url.startsWith(apiUrl) || showing.test(url.slice(apiUrl.length))
}

const showing = /^(?:chat\.post\w+|views\.(?:open|push))$/

/** One try. @throws {UnknownOutcome} if what became of it is not certain */
async function post(fetch: SlackFetch, ...request: Parameters<SlackFetch>): Promise<SlackResponse> {
  const url = String(request[0])
  const answer = await fetch(...request).catch((error: unknown) => {
    if (error instanceof HalfResponse) return responseOf({ ...error, url })
    throw error
  })
  // Slack answers with 200: another kind of success is not from Slack.
  const isOdd = answer.ok && answer.status !== 200
  if (isOdd || isUncertain(answer.status)) throw new UnknownOutcome(`HTTP ${answer.status}`)
  if (answer.status !== 200) return answer
  const text = await answer.text()
  return isWholeResponse(text) ? answer : responseOf({ url, status: 200, text: completed(text) })
}

/** Answers a response_url: Slack's own client knows no second try there. */
async function reply(
  fetch: SlackFetch,
  sleep: Sleep,
  ...request: Parameters<SlackFetch>
): Promise<SlackResponse> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(...request).catch((error: unknown) => {
      if (!neverLeft(error)) throw new UnknownOutcome('the connection broke', { cause: error })
      if (tries >= maxTries) throw error
      return undefined
    })
    if (response && isUncertain(response.status)) throw new UnknownOutcome(`HTTP ${response.status}`)
    if (response && (response.status !== 503 || tries >= maxTries)) return response
    await sleep(250 * 2 ** tries)
  }
}

/** Waits as long and as often as Slack asks, up to a limit; then gives Slack's last answer, a 429. */
async function waiting(ask: () => Promise<SlackResponse>, sleep: Sleep): Promise<SlackResponse> {
  for (let waitedMs = 0; ; ) {
    const response = await ask()
    if (response.status !== 429) return response
    waitedMs += waitOf(response)
    if (waitedMs > maxWaitsMs) return response
    await sleep(waitOf(response))
  }
}

/** A failure of Slack's or a gateway's, after which the request may have been carried out. 503 says that it was not begun. */
const isUncertain = (status: number): boolean => status >= 500 && status !== 503

/** In milliseconds. Never 0, so that all waits together come to an end. */
function waitOf({ headers }: SlackResponse): number {
  return Math.min((Number(headers.get('retry-after')) || 1) * 1000, maxWaitMs)
}

/** Completes an answer that broke off: its beginning says whether the request was carried out. */
function completed(half: string): string {
  if (/^\s*\{\s*"ok"\s*:\s*true\b/.test(half)) {
    const ts = /"ts"\s*:\s*"(\d+\.\d+)"/.exec(half)?.[1]
    return JSON.stringify({ ok: true, ...(ts !== undefined && { ts }) })
  }
  const refusal = /^\s*\{\s*"ok"\s*:\s*false\s*,\s*"error"\s*:\s*"(\w+)"/.exec(half)?.[1]
  if (refusal === undefined) throw new UnknownOutcome('half an answer')
  return JSON.stringify({ ok: false, error: refusal })
}
