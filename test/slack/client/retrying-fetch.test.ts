import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import { createRetryingFetch } from '../../../src/slack/client/retrying-fetch.ts'
import { createSlackFetch } from '../../../src/slack/client/slack-fetch.ts'
import { createSlackOnlyFetch } from '../../../src/slack/client/slack-only-fetch.ts'
import { isUnknownOutcome } from '../../../src/slack/client/unknown-outcome.ts'
import { givingUp } from '../../helpers/give-up.ts'
import { openTestServer } from '../../helpers/open-test-server.ts'

/** As no other timer has. */
const limitMs = 31_415

type Treatment = 'hang' | 'wait a minute' | 'reset' | 'half' | 'half refusal' | 'garbage' | 'cut' | number

/** Slack's client against a server that treats each request as told, in turn, and answers all later ones. */
async function client(...treatments: readonly Treatment[]) {
  const requests: string[] = []
  const left = [...treatments]
  const giveUp = givingUp(limitMs)
  const origin = await openTestServer((request, response) => {
    requests.push(request.url ?? '')
    const treatment = left.shift()
    const json = { 'content-type': 'application/json' }
    const cut = (text: string, whole: number) => {
      response.writeHead(200, { ...json, 'content-length': whole })
      response.write(text, () => request.socket.destroySoon())
    }
    if (treatment === 'hang') return giveUp()
    if (treatment === 'wait a minute') response.writeHead(429, { 'retry-after': '60' }).end()
    else if (treatment === 'reset') request.socket.resetAndDestroy()
    else if (treatment === 'half') cut('{"ok":true,"channel":"C1","ts":"12.3","mess', 500)
    else if (treatment === 'half refusal') cut('{"ok":false,"error":"is_archived","resp', 500)
    else if (treatment === 'cut') cut('', 500)
    else if (treatment === 'garbage') response.writeHead(200, json).end('<html>Bad gateway</html>')
    else response.writeHead(treatment ?? 200, json).end('{"ok":true}')
  })
  const apiUrl = `${origin}api/`
  const careful = createRetryingFetch(createSlackOnlyFetch(createSlackFetch({ isByProxy: false }), apiUrl), {
    apiUrl,
    timeoutMs: limitMs,
    // A minute does not pass, and all else does at once.
    sleep: (ms) => (ms < 60_000 ? Promise.resolve() : new Promise(() => {})),
  })
  const web = new webApi.WebClient('xoxb-0', {
    slackApiUrl: `${origin}api/`,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 },
    fetch: careful,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => 'error' as never,
    },
  })
  return { web, requests, reply: () => careful(`${origin}actions/T1/2/x`, { method: 'POST', body: '{}' }) }
}
const post = { channel: 'C1', text: 'Tea.' }

test.each(['hang', 'reset', 'cut', 'garbage', 202, 204, 500, 502, 504] as const)(
  'a message is not posted again after a request that met %j, and the failure says that nobody knows',
  async (failure) => {
    const { web, requests } = await client(failure)
    const error = await web.chat.postMessage(post).catch((reason: unknown) => reason)
    expect(isUnknownOutcome(error)).toBe(true)
    expect(requests).toEqual(['/api/chat.postMessage'])
  },
)

test('half an answer that says it was posted is as good as a whole one', async () => {
  const { web, requests } = await client('half')
  expect(await web.chat.postMessage(post)).toMatchObject({ ok: true, ts: '12.3' })
  expect(requests).toHaveLength(1)
})

test('half an answer that says it was refused is a refusal', async () => {
  const { web } = await client('half refusal')
  await expect(web.chat.postMessage(post)).rejects.toMatchObject({ data: { error: 'is_archived' } })
})

test('a modal is not opened again after a request that was not answered', async () => {
  const { web, requests } = await client('reset')
  const opened = web.views.open({ trigger_id: 't', view: { type: 'modal' } as never })
  expect(isUnknownOutcome(await opened.catch((reason: unknown) => reason))).toBe(true)
  expect(requests).toHaveLength(1)
})

test('a message that Slack was too busy for is posted by the next try', async () => {
  const { web, requests } = await client(503)
  await web.chat.postMessage(post)
  expect(requests).toHaveLength(2)
})

test('a message is posted once Slack takes more, whether or not it says when', async () => {
  const { web, requests } = await client(429)
  await web.chat.postMessage(post)
  expect(requests).toHaveLength(2)
})

test('who is told to wait waits alone: what is asked of Slack otherwise is done meanwhile', async () => {
  const { web, requests } = await client('wait a minute')
  void web.chat.postMessage(post).catch(() => {})
  await expect.poll(() => requests).toHaveLength(1)
  await web.chat.postEphemeral({ ...post, user: 'U1' })
  await web.chat.postMessage({ ...post, channel: 'C2' })
  expect(requests).toHaveLength(3)
})

test('a message that Slack never takes is given up after two minutes, and its last answer tells', async () => {
  const waits: number[] = []
  const told: unknown[] = []
  const careful = createRetryingFetch(
    async () => new Response(null, { status: 429, headers: { 'retry-after': '30' } }),
    {
      apiUrl: 'https://slack.example/api/',
      timeoutMs: 60_000,
      sleep: async (ms) => void waits.push(ms),
      onWait: (...wait) => told.push(wait),
    },
  )
  expect((await careful('https://slack.example/api/chat.postMessage')).status).toBe(429)
  expect(waits).toEqual([30_000, 30_000, 30_000, 30_000])
  expect(told).toEqual(waits.map((ms) => [ms, 'https://slack.example/api/chat.postMessage']))
})

test('a question to Slack is asked again, for it changes nothing', async () => {
  const { web, requests } = await client('hang', 'reset')
  await web.auth.test()
  expect(requests).toHaveLength(3)
})

test('a message is tried again where no connection came about', async () => {
  let tries = 0
  const refused = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
  })
  const careful = createRetryingFetch(
    async () => {
      tries += 1
      throw refused
    },
    { apiUrl: 'https://slack.example/api/', timeoutMs: 60_000 },
  )
  await expect(careful('https://slack.example/api/chat.postMessage')).rejects.toBe(refused)
  expect(tries).toBe(1)
})

test('a reply to a response_url waits as Slack asks, and is given then', async () => {
  const { reply, requests } = await client(429, 503)
  expect((await reply()).status).toBe(200)
  expect(requests).toHaveLength(3)
})

test.each(['reset', 502] as const)(
  'a reply to a response_url that met %j is not given again',
  async (failure) => {
    const { reply, requests } = await client(failure)
    expect(isUnknownOutcome(await reply().catch((reason: unknown) => reason))).toBe(true)
    expect(requests).toHaveLength(1)
  },
)
