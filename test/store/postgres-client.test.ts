import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { PostgresClient } from '../../src/store/postgres-client.ts'
import { run } from '../end-to-end/run-hallway.ts'
import { silent } from '../helpers/silent-log.ts'

/** A server that answers whoever greets it with this. Resolves to its address as a database's. */
async function serverThatSays(answer: Buffer): Promise<string> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => socket.write(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return `postgresql://me:word@127.0.0.1:${(server.address() as AddressInfo).port}/hallway`
}

/** What a server asks for, to let somebody in (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
function authentication(kind: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes.write('R')
  bytes.writeInt32BE(8, 1)
  bytes.writeInt32BE(kind, 5)
  return bytes
}

test.each([
  ['Kerberos 5', 2],
  ['SCM credentials', 6],
  ['GSSAPI', 7],
  ['SSPI', 9],
  ['what nobody knows yet', 99],
])('a server that asks for %s is refused with what to look at, and ends nothing', async (_name, kind) => {
  const databaseUrl = await serverThatSays(authentication(kind))
  await expect(openStore({ dataFolder: '/nowhere', databaseUrl, logger: silent })).rejects.toMatchObject({
    code: 'wrong-password',
    message: expect.stringContaining(`message type ${kind}`),
    advice: expect.stringContaining('DATABASE_URL'),
  })
})

test('a start that a server refuses ends, though the server keeps the connection', async () => {
  const words = Buffer.from('SFATAL\0C28P01\0Mwrong password\0\0')
  const refusal = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), words])
  refusal.writeInt32BE(words.length + 4, 1)
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1-a',
    SLACK_APP_TOKEN: 'xapp-1-b',
    DATABASE_URL: await serverThatSays(refusal),
  }
  const { exitCode, output } = await run(env)
  expect(await exitCode()).toBe(1)
  expect(output()).toContain('refused the user me: wrong password')
})

test('what a listener throws is no answer that cannot be read', async () => {
  const stream = Object.assign(new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }), {
    connect() {},
    setNoDelay() {},
  })
  const client = new PostgresClient({ stream: () => stream })
  const login = client.connect()
  const ready = Buffer.from('Z\0\0\0\u0005I')
  stream.emit('data', Buffer.concat([authentication(0), ready]))
  await login
  client.on('notification', () => {
    throw new Error('no such notes')
  })
  const notification = Buffer.from('A\0\0\0\u000b\0\0\0\u0001c\0\0')
  expect(() => stream.emit('data', notification)).toThrow('no such notes')
  expect(stream.destroyed).toBe(false)
})
