import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { type BodyLimits, createBodyReader, type ReadBody } from '../../src/http/read-body.ts'
import { listenForTest } from '../helpers/open-test-server.ts'

const kibi = 1024

/** What becomes of the bodies that are sent, in the order in which they end. */
async function reading(limits: BodyLimits) {
  const read = createBodyReader(limits)
  const ends: (ReadBody | 'gone')[] = []
  const requests: IncomingMessage[] = []
  const server = createServer(async (request, response) => {
    requests.push(request)
    ends.push(await read(request).catch(() => 'gone' as const))
    response.setHeader('connection', 'close')
    response.end()
  })
  const port = await listenForTest(server)
  onTestFinished(() => server.closeAllConnections())
  return {
    ends,
    taken: () => requests.reduce((sum, { socket }) => sum + socket.bytesRead, 0),
    async send(head: string, part: Buffer | string = '') {
      const socket = connect(port, '127.0.0.1').on('error', () => {})
      onTestFinished(() => void socket.destroy())
      await once(socket, 'connect')
      const before = requests.length
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n`)
      socket.write(part)
      await expect.poll(() => requests.length).toBe(before + 1)
      return socket
    },
  }
}

test('a body is whole, in however many pieces it comes', async () => {
  const { send, ends } = await reading({ maxLength: 64 * kibi, maxKept: 64 * kibi })
  const text = Array.from({ length: 500 }, (_, at) => String(at)).join(',')
  for (const size of [1, 7, 4_000, text.length]) {
    const socket = await send('transfer-encoding: chunked')
    for (let at = 0; at < text.length; at += size) {
      const piece = text.slice(at, at + size)
      socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`)
    }
    socket.write('0\r\n\r\n')
  }
  await expect.poll(() => ends.map(String)).toEqual([text, text, text, text])
})

test('a body that is longer than it may be is not read to its end, whether or not it says so', async () => {
  const { send, ends } = await reading({ maxLength: kibi, maxKept: 64 * kibi })
  await send(`content-length: ${kibi + 1}`)
  await send('transfer-encoding: chunked', `${(kibi + 1).toString(16)}\r\n${'x'.repeat(kibi + 1)}`)
  await expect.poll(() => ends).toEqual(['too long', 'too long'])
})

test('if unfinished bodies fill the room, the longest of them gives way, and no short one', async () => {
  const { send, ends } = await reading({ maxLength: 64 * kibi, maxKept: 256 * kibi })
  const small = await send('content-length: 2048', Buffer.alloc(kibi, 'a'))
  for (let sender = 0; sender < 20; sender += 1)
    await send(`content-length: ${64 * kibi}`, Buffer.alloc(60 * kibi, 'x'))
  await expect.poll(() => ends.length).toBeGreaterThanOrEqual(16)
  expect(new Set(ends)).toEqual(new Set(['no room']))
  small.write(Buffer.alloc(kibi, 'b'))
  await expect.poll(() => ends.at(-1)?.toString()).toBe(`${'a'.repeat(kibi)}${'b'.repeat(kibi)}`)
})

test('there is room again once senders have gone or were answered', async () => {
  const { send, ends } = await reading({ maxLength: 64 * kibi, maxKept: 64 * kibi })
  for (let turn = 0; turn < 5; turn += 1) {
    const socket = await send(`content-length: ${64 * kibi}`, Buffer.alloc(60 * kibi, 'x'))
    socket.destroy()
    await expect.poll(() => ends).toHaveLength(2 * turn + 1)
    await send(`content-length: ${60 * kibi}`, Buffer.alloc(60 * kibi, 'y'))
    await expect.poll(() => ends).toHaveLength(2 * turn + 2)
  }
  expect(ends.map((end) => (end instanceof Buffer ? 'whole' : end))).toEqual(
    Array.from({ length: 5 }, () => ['gone', 'whole']).flat(),
  )
})

test('a body in more pieces than anybody has need of is not read to its end', async () => {
  const { send, ends } = await reading({ maxLength: 64 * kibi, maxKept: 64 * kibi })
  await send('transfer-encoding: chunked', '1\r\nx\r\n'.repeat(10_000))
  await send('transfer-encoding: chunked', '1\r\nx\r\n'.repeat(10_001))
  await expect.poll(() => ends).toEqual(['too long'])
})

test('a body that comes byte by byte takes no more memory than another', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const megabytes = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 2 ** 20
  }
  const { send, taken } = await reading({ maxLength: 1024 * kibi, maxKept: 16 * 1024 * kibi })
  const before = megabytes()
  const pieces = Buffer.from('1\r\nx\r\n'.repeat(9_000))
  for (let sender = 0; sender < 30; sender += 1) await send('transfer-encoding: chunked', pieces)
  await expect.poll(taken).toBeGreaterThan(30 * pieces.length)
  expect(megabytes() - before).toBeLessThan(15)
})
