import type { ServerResponse } from 'node:http'
import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { createRetryingFetch } from '../../../src/slack/client/retrying-fetch.ts'
import { createSlackClock } from '../../../src/slack/client/slack-clock.ts'
import { createSlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { createLog } from '../../../src/slack/client/slack-log.ts'
import { createSlackOnlyFetch } from '../../../src/slack/client/slack-only-fetch.ts'
import { readTipFailure } from '../../../src/slack/client/tip-failure.ts'
import { createClock } from '../../../src/tips/clock.ts'
import { openTestServer } from '../../helpers/open-test-server.ts'

const day = 24 * 60 * 60_000
const later = new Date(Date.now() + 5 * day).toUTCString()

/** What answers in the place of Slack, and Slack's client by our `fetch`. */
async function inBetween(answer: (response: ServerResponse) => void) {
  let requests = 0
  const origin = await openTestServer((_, response) => {
    requests += 1
    answer(response)
  })
  const apiUrl = `${origin}api/`
  const clock = createSlackClock(createClock(), async () => {})
  const heard = clock.hearing(createSlackOnlyFetch(createSlackFetch({ isByProxy: false }), apiUrl))
  const sleeps: number[] = []
  const careful = createRetryingFetch(heard, {
    apiUrl,
    timeoutMs: 30_000,
    sleep: async (ms) => void sleeps.push(ms),
  })
  const options = { slackApiUrl: apiUrl, rejectRateLimitedCalls: true, logger: createLog('error', () => {}) }
  const retryConfig = { retries: 1, minTimeout: 1, maxTimeout: 1 }
  return {
    web: new webApi.WebClient('xoxb-0', { ...options, retryConfig, fetch: careful }),
    /** As daily tips are sent: no request twice, without a look. */
    once: new webApi.WebClient('xoxb-0', { ...options, retryConfig: { retries: 0 }, fetch: heard }),
    reply: () => careful(`${origin}actions/T1/2/x`, { method: 'POST', body: '{}' }),
    clock,
    sleeps,
    requests: () => requests,
  }
}

const message = { channel: 'C1', text: 'Tea.' }
const said = (text: string | Buffer, type = 'application/json') => ({ text, type })

test.each([
  ['a page', said('<html>Log in</html>', 'text/html')],
  ['nothing', said('')],
  ['null', said('null')],
  ['an array', said('[{"ok":true}]')],
  ['a word', said('"ok"')],
  ['a number', said('7')],
  ['no word whether it was done', said('{}')],
  ['another kind of yes', said('{"ok":"yes"}')],
  ['no reason', said('{"ok":false}')],
  ['a number as the reason', said('{"ok":false,"error":42}')],
  ['what is packed and damaged', said(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))],
])(
  '%s in the place of an answer leaves it open what was done, and tells no time',
  async (_, { text, type }) => {
    const { web, once, clock, requests } = await inBetween((response) =>
      response.writeHead(200, { 'content-type': type, date: later }).end(text),
    )
    await expect(web.chat.postMessage(message)).rejects.toMatchObject({ data: { error: 'no_answer' } })
    expect(requests()).toBe(1)
    const scheduled = once.chat.scheduleMessage({ ...message, post_at: 1 })
    expect(readTipFailure(await scheduled.catch((error: unknown) => error)).kind).toBe('unknown')
    await expect(web.auth.test()).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(clock.isTold()).toBe(false)
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(day)
  },
)

test('a page in the place of what a response_url answers is no answer, and tells no time', async () => {
  const { reply, clock, requests } = await inBetween((response) =>
    response.writeHead(200, { 'content-type': 'text/html', date: later }).end('<html>Log in</html>'),
  )
  await expect(reply()).rejects.toMatchObject({ code: 'no_answer' })
  expect(requests()).toBe(1)
  expect(clock.isTold()).toBe(false)
})

test.each(['{"ok":false,"error":"expired_url"}', '{ "error": "used_url", "ok": false }'])(
  'a reply to a response_url that Slack refuses in words alone is refused: %s',
  async (words) => {
    const { reply, requests } = await inBetween((response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(words),
    )
    expect(await reply()).toMatchObject({ ok: false, status: 400 })
    expect(requests()).toBe(1)
  },
)

test.each(['ok', '', '{"ok":true}', '{"ok":'])(
  'a reply to a response_url is given with the answer %j',
  async (words) => {
    const { reply } = await inBetween((response) => response.writeHead(200).end(words))
    expect(await reply()).toMatchObject({ ok: true, status: 200 })
  },
)

test('an answer without end is given up before it fills the memory', async () => {
  const piece = Buffer.alloc(1024 * 1024, ' ')
  let pieces = 0
  const { web } = await inBetween((response) => {
    const more = () => {
      pieces += 1
      if (!response.destroyed) response.write(piece, more)
    }
    more()
  })
  await expect(web.chat.postMessage(message)).rejects.toMatchObject({ data: { error: 'no_answer' } })
  expect(pieces).toBeLessThan(100)
})

test.each([
  ['30', 30],
  ['0', 1],
  ['-5', 1],
  ['1e3', 1],
  ['soon', 1],
  [undefined, 1],
  ['99999999999999', 60 * 60],
  [new Date(Date.UTC(2026, 10, 2, 10, 0, 20)).toUTCString(), 20],
  [new Date(Date.UTC(2026, 10, 2, 9)).toUTCString(), 1],
])(
  'a 429 that says to wait %j is %d seconds to who asks once, and ends for who asks again',
  async (wait, seconds) => {
    const date = new Date(Date.UTC(2026, 10, 2, 10)).toUTCString()
    const { web, once, sleeps, requests } = await inBetween((response) =>
      response.writeHead(429, { date, ...(wait !== undefined && { 'retry-after': wait }) }).end(),
    )
    const scheduled = await once.chat
      .scheduleMessage({ ...message, post_at: 1 })
      .catch((error: unknown) => error)
    expect(readTipFailure(scheduled)).toEqual({ kind: 'rate-limited', retryAfterMs: seconds * 1000 })
    await expect(web.chat.postMessage(message)).rejects.toMatchObject({ retryAfter: seconds })
    expect(requests()).toBeLessThan(130)
    expect(new Set(sleeps)).toEqual(new Set([Math.min(seconds, 60) * 1000]))
  },
)

test('that it is too much is heard in words too, and waited for', async () => {
  const answers = [
    '{"ok":false,"error":"ratelimited"}',
    '{ "ok": false, "error": "ratelimited" }',
    '{"ok":true}',
  ]
  const { web, sleeps, requests } = await inBetween((response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'retry-after': '7' })
      .end(answers[requests() - 1]),
  )
  expect(await web.chat.postMessage(message)).toMatchObject({ ok: true })
  expect(sleeps).toEqual([7_000, 7_000])
})
