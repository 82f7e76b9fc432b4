import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { createCarefulFetch } from '../../../src/slack/client/careful-fetch.ts'

/** Slack's client against a server that treats each request as told, in turn, and answers all later ones. */
async function client(...treatments: readonly ('hang' | 'reset' | 'busy')[]) {
  const requests: string[] = []
  const left = [...treatments]
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const treatment = left.shift()
    if (treatment === 'hang') return
    if (treatment === 'reset') {
      request.socket.resetAndDestroy()
      return
    }
    response.writeHead(treatment === 'busy' ? 503 : 200, { 'content-type': 'application/json' })
    response.end('{"ok":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const web = new webApi.WebClient('xoxb-0', {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    // Ends nothing but what hangs, also on a busy machine.
    timeout: treatments.includes('hang') ? 2_000 : 60_000,
    retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 },
    fetch: createCarefulFetch(fetch),
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
  return { web, requests }
}
const post = { channel: 'C1', text: 'Tea.' }

test.each(['hang', 'reset'] as const)(
  'a message is not posted again after a request that met a %s',
  async (failure) => {
    const { web, requests } = await client(failure)
    await expect(web.chat.postMessage(post)).rejects.toMatchObject({ data: { error: 'no_answer' } })
    expect(requests).toEqual(['/api/chat.postMessage'])
  },
)

test('a message that Slack was too busy for is posted by the next try', async () => {
  const { web, requests } = await client('busy')
  await web.chat.postMessage(post)
  expect(requests).toHaveLength(2)
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
  const careful = createCarefulFetch(async () => {
    tries += 1
    throw refused
  })
  await expect(careful('https://slack.example/api/chat.postMessage')).rejects.toBe(refused)
  expect(tries).toBe(1)
})
