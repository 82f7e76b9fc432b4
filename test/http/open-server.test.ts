import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openServer } from '../../src/http/open-server.ts'
import { allowing, reading, servePages } from '../../src/http/serve-pages.ts'
import { silent } from '../helpers/silent-log.ts'

const maxConnections = 8
const whole = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'

async function open(answer: RequestListener) {
  const server = await openServer(answer, {
    port: 0,
    host: '127.0.0.1',
    maxConnections,
    onError: () => {},
  })
  onTestFinished(() => server.close())
  return server
}

/** A connection that has sent this; what comes back is collected. */
async function sending(port: number, text: string) {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  let got = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    got += chunk
  })
  if (text !== '') socket.write(text)
  return { socket, got: () => got, isOver: () => socket.closed }
}

const answerAtEnd: RequestListener = (request, response) => {
  request.resume().once('end', () => response.end('answered'))
}

/** What somebody may leave a connection at. */
const unfinished = {
  'say nothing': '',
  'break off in the headers': 'GET / HT',
  'break off in the body': 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{',
  'are done, and stay open': whole,
  'ask again, and break off': `${whole}GET /`,
}

test.each(Object.entries(unfinished))(
  'more connections than there may be that %s shut out nobody',
  async (_name, text) => {
    const { port } = await open(answerAtEnd)
    const others: Awaited<ReturnType<typeof sending>>[] = []
    for (let turn = 0; turn < 3 * maxConnections; turn += 1) {
      const other = await sending(port, text)
      others.push(other)
      if (text.startsWith(whole)) await expect.poll(other.got).toContain('answered')
    }
    const asked = await sending(port, whole)
    await expect.poll(asked.got).toContain('answered')
    // The oldest ones have given way.
    await expect.poll(() => others.slice(0, 2 * maxConnections).every(({ isOver }) => isOver())).toBe(true)
  },
)

test('who is being answered is not closed for those who come', async () => {
  const waiting: (() => void)[] = []
  const { port } = await open((_request, response) => waiting.push(() => response.end('answered')))
  const asked = await sending(port, whole)
  await expect.poll(() => waiting).toHaveLength(1)
  for (let turn = 0; turn < 3 * maxConnections; turn += 1) await sending(port, '')
  waiting[0]!()
  await expect.poll(asked.got).toContain('answered')
})

test('who takes no answer gives way like who asks nothing', async () => {
  const { port } = await open((_request, response) => response.end('x'.repeat(16 * 1024 * 1024)))
  const deaf: Socket[] = []
  for (let turn = 0; turn < maxConnections; turn += 1) {
    const { socket } = await sending(port, '')
    socket.pause().write(whole)
    deaf.push(socket)
  }
  const asked = await sending(port, whole)
  await expect.poll(asked.got).toContain('200 OK')
})

test.each(Object.entries(unfinished))(
  'connections that %s keep no server from closing',
  async (_name, text) => {
    const begun: unknown[] = []
    const server = await open((request, response) => {
      begun.push(request)
      answerAtEnd(request, response)
    })
    const { isOver } = await sending(server.port, text)
    const isPost = text.startsWith('POST')
    if (isPost || text.startsWith(whole)) await expect.poll(() => begun).toHaveLength(1)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const closed = server.close()
    // A request that has begun to come is waited for, but not as long as it may take otherwise.
    if (isPost) vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    await closed
    await expect.poll(isOver).toBe(true)
  },
)

test('what is asked before a server closes is answered, and the connection ends then', async () => {
  const waiting: (() => void)[] = []
  const server = await open((_request, response) => waiting.push(() => response.end('answered')))
  const asked = await sending(server.port, whole)
  await expect.poll(() => waiting).toHaveLength(1)
  const closed = server.close()
  waiting[0]!()
  await closed
  await expect.poll(asked.isOver).toBe(true)
  expect(asked.got()).toContain('answered')
})

/** More than a connection holds that nobody reads from. */
const long = 'x'.repeat(16 * 1024 * 1024)

test.each([
  ['is let take it all if it does so slowly', 1_000, true],
  ['holds up no server that closes if it takes nothing', 2_000, false],
])('who is being sent a long answer %s', async (_name, passedMs, isTaken) => {
  const sent: unknown[] = []
  const server = await open((_request, response) => void sent.push(response.end(long)))
  const { socket, got } = await sending(server.port, '')
  socket.pause().write(whole)
  await expect.poll(() => sent).toHaveLength(1)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const closed = server.close()
  vi.advanceTimersByTime(passedMs)
  vi.useRealTimers()
  if (isTaken) socket.resume()
  await closed
  socket.resume()
  await once(socket, 'close')
  expect(got().endsWith(long)).toBe(isTaken)
})

test('a page that fails is an error, and others are answered', async () => {
  const failing = async () => {
    throw new Error('no such thing')
  }
  const well = async (_request: IncomingMessage, response: ServerResponse) => void response.end('ok')
  const pages = new Map([
    ['/failing', failing],
    ['/well', well],
  ])
  const { port, close } = await servePages(pages, { port: 0, host: '127.0.0.1', log: silent })
  onTestFinished(close)
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
  expect(await Promise.all(['/failing', '/well', '/elsewhere'].map(ask))).toEqual([500, 200, 404])
})

test('a page is read by GET and HEAD, and to any other method it says so', async () => {
  const page = allowing(reading, async (_request, response) => void response.end('ok\n'))
  const { port, close } = await servePages(new Map([['/page', page]]), {
    port: 0,
    host: '127.0.0.1',
    log: silent,
  })
  onTestFinished(close)
  const ask = async (method: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/page`, { method })
    return [response.status, await response.text(), response.headers.get('allow')]
  }
  expect(await ask('GET')).toEqual([200, 'ok\n', null])
  expect(await ask('HEAD')).toEqual([200, '', null])
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    expect(await ask(method)).toEqual([405, '', 'GET, HEAD'])
})
