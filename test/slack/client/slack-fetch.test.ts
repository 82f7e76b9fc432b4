import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { neverLeft } from '../../../src/slack/client/never-left.ts'
import {
  createSlackFetch,
  HalfResponse,
  NoConnection,
  type SlackFetch,
} from '../../../src/slack/client/slack-fetch.ts'
import { listenForTest, openTestServer } from '../../helpers/open-test-server.ts'

const slackFetch = createSlackFetch({ isByProxy: false })

test('an answer is what was said, with its status and headers, whatever their letters', async () => {
  const url = await openTestServer((request, response) => {
    request.setEncoding('utf8')
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      response.writeHead(201, 'Made', { 'X-Scopes': 'chat:write', 'Set-Cookie': ['a=1', 'b=2'] })
      response.end(JSON.stringify({ method: request.method, sent: request.headers['x-sent'], text }))
    })
  })
  const answer = await slackFetch(url, { method: 'POST', headers: { 'X-Sent': 'tea' }, body: 'Grün 🍵' })
  expect(answer).toMatchObject({ ok: true, status: 201, statusText: 'Made', url })
  expect(answer.headers.get('X-SCOPES')).toBe('chat:write')
  expect(answer.headers.get('set-cookie')).toBe('a=1, b=2')
  expect(answer.headers.get('retry-after')).toBeNull()
  expect([...answer.headers.entries()]).toContainEqual(['x-scopes', 'chat:write'])
  const said = { method: 'POST', sent: 'tea', text: 'Grün 🍵' }
  expect(await answer.json()).toEqual(said)
  expect(JSON.parse(new TextDecoder().decode(await answer.arrayBuffer()))).toEqual(said)
})

test('a character that comes in two pieces is one', async () => {
  const [first, second] = [Buffer.from('🍵').subarray(0, 2), Buffer.from('🍵').subarray(2)]
  const url = await openTestServer((_, response) => {
    response.write(first, () => setImmediate(() => response.end(second)))
  })
  expect(await (await slackFetch(url)).text()).toBe('🍵')
})

test('connections are used again', async () => {
  const ports = new Set<number | undefined>()
  const url = await openTestServer((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('{}')
  })
  for (let turn = 0; turn < 9; turn += 1) await slackFetch(url)
  expect(ports.size).toBeLessThan(4)
})

test('of an answer that breaks off, what came is told', async () => {
  const url = await openTestServer((request, response) => {
    response.writeHead(200, { 'content-length': 500 })
    response.write('{"ok":true', () => request.socket.destroySoon())
  })
  const failure = await slackFetch(url).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(HalfResponse)
  expect(failure).toMatchObject({ status: 200, text: '{"ok":true' })
})

test('what takes longer than the signal lets it is given up', async () => {
  const url = await openTestServer(() => {})
  await expect(slackFetch(url, { signal: AbortSignal.timeout(20) })).rejects.toThrow(/timeout/)
})

/** A proxy that takes what is to be passed on, and says nothing; and what it was asked. */
async function openSilentProxy(): Promise<{
  readonly byProxy: SlackFetch
  readonly asked: readonly string[]
}> {
  const asked: string[] = []
  const waiting: Socket[] = []
  const proxy = createServer((socket) => {
    waiting.push(socket)
    socket.on('error', () => {}).on('data', (chunk) => asked.push(String(chunk)))
  })
  const port = await listenForTest(proxy)
  onTestFinished(() => {
    for (const socket of waiting) socket.destroy()
  })
  vi.stubEnv('https_proxy', `http://127.0.0.1:${port}/`)
  vi.stubEnv('no_proxy', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  return { byProxy: createSlackFetch({ isByProxy: true }), asked }
}

test('what has no connection by then is given up too, and was not sent', async () => {
  const { byProxy, asked } = await openSilentProxy()
  const giveUp = new AbortController()
  const sent = byProxy('https://slack.example/api/api.test', { signal: giveUp.signal })
  await expect.poll(() => asked).toEqual([expect.stringMatching(/^CONNECT slack\.example:443 /)])
  giveUp.abort(new DOMException('no answer', 'TimeoutError'))
  const failure = await sent.catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(NoConnection)
  expect(neverLeft(failure)).toBe(true)
})

test('what is given up before it is begun goes nowhere', async () => {
  let asked = 0
  const url = await openTestServer((_, response) => {
    asked += 1
    response.end('{}')
  })
  await expect(slackFetch(url, { signal: AbortSignal.abort() })).rejects.toThrow(NoConnection)
  await slackFetch(url)
  expect(asked).toBe(1)
})

test('nor does it wait for a connection', async () => {
  const { byProxy } = await openSilentProxy()
  const sent = byProxy('https://slack.example/api/api.test', { signal: AbortSignal.abort() })
  await expect(sent).rejects.toThrow(NoConnection)
})

test('it does not go where it is sent on to, since whoever answers there is not Slack', async () => {
  const asked: (string | undefined)[] = []
  const url = await openTestServer((request, response) => {
    asked.push(request.url)
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect(await slackFetch(url)).toMatchObject({ ok: false, status: 302 })
  expect(asked).toEqual(['/'])
})

test('it goes by a proxy if it is told so', async () => {
  const asked: (string | undefined)[] = []
  const proxy = await openTestServer((request, response) => {
    asked.push(request.url)
    response.end('by proxy')
  })
  vi.stubEnv('http_proxy', proxy)
  vi.stubEnv('no_proxy', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  const answer = await createSlackFetch({ isByProxy: true })('http://slack.example/api/api.test')
  expect(await answer.text()).toBe('by proxy')
  expect(asked).toEqual(['http://slack.example/api/api.test'])
})
