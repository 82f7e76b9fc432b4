import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { PostgresClient } from '../../src/store/postgres/postgres-client.ts'
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

/** A message of a server's, whose length is said to be another one if that is given. */
function message(kind: string, body: string, length = body.length + 4): Buffer {
  const bytes = Buffer.from(`${kind}\0\0\0\0${body}`, 'latin1')
  bytes.writeInt32BE(length, 1)
  return bytes
}

/** A client, and its server word by word. */
function clientOfWords() {
  const stream = Object.assign(new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }), {
    connect() {},
    setNoDelay() {},
  })
  const say = (bytes: Buffer) => void stream.emit('data', bytes)
  return { client: new PostgresClient({ stream: () => stream }), stream, say }
}

test.each([
  ['an error without an end', message('E', 'SFATAL')],
  ['an error whose last field has none', message('E', 'SFATAL\0Mno')],
  ['a notice without an end', message('N', 'SNOTICE\0')],
  ['an error of two gigabytes', message('E', 'SFATAL', 2 ** 31 - 1)],
  ['an error of fewer than no bytes', message('E', 'SFATAL\0\0', -1)],
  ['a message that is shorter than its length', message('S', 'a\0b\0', 0)],
  ['a greeting of MySQL', message('J', '\u000a8.0.36\0', 10)],
  ['an error without words', Buffer.from('E\u0001\u0002\u0003\u0004')],
  ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a server that says %s is told of at once', async (_name, answer) => {
  const databaseUrl = await serverThatSays(answer)
  const opening = openStore({ dataFolder: '/nowhere', databaseUrl, logger: silent, retryForMs: 0 })
  await expect(opening).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('does not speak as a PostgreSQL server does'),
  })
})

test.each([
  [
    'that it can start no process',
    Buffer.from('Ecould not fork new process for connection: Cannot allocate memory\n\0'),
    'could not fork new process for connection: Cannot allocate memory',
  ],
  [
    'notices without end',
    Buffer.concat(Array<Buffer>(1_700).fill(message('N', `SNOTICE\0M${'w'.repeat(10_000)}\0\0`))),
    'it says more than 16 MiB, and lets nobody in',
  ],
])('a server that says %s is told of by that', async (_name, answer, says) => {
  const databaseUrl = await serverThatSays(answer)
  const opening = openStore({ dataFolder: '/nowhere', databaseUrl, logger: silent, retryForMs: 0 })
  await expect(opening).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(
      new RegExp(`^cannot reach the PostgreSQL server 127\\.0\\.0\\.1:\\d+: ${says}$`),
    ),
  })
})

test('a server that says much before it lets somebody in is listened to', () => {
  const notice = message('N', `SNOTICE\0M${'w'.repeat(60_000)}\0\0`)
  const { client, say } = clientOfWords()
  let heard = 0
  client.on('notice', () => heard++)
  const login = client.connect()
  say(Buffer.concat([authentication(0), ...Array<Buffer>(20).fill(notice), message('Z', 'I')]))
  return login.then(() => expect(heard).toBe(20))
})

test('what a server says is understood however it is cut into pieces', async () => {
  const greeting = Buffer.concat([
    authentication(0),
    message('N', 'SNOTICE\0Mwelcome\0\0'),
    message('S', 'server_version\u000017\0'),
    message('Z', 'I'),
    message('A', '\0\0\0\u0001c\0\0'),
  ])
  for (let size = 1; size <= greeting.length; size++) {
    const { client, say } = clientOfWords()
    const heard: unknown[] = []
    client.on('notice', ({ message: said }) => heard.push(said))
    client.on('notification', ({ channel }) => heard.push(channel))
    const login = client.connect()
    for (let at = 0; at < greeting.length; at += size) say(greeting.subarray(at, at + size))
    await login
    expect(heard).toEqual(['welcome', 'c'])
  }
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
  const { client, stream, say } = clientOfWords()
  const login = client.connect()
  const ready = Buffer.from('Z\0\0\0\u0005I')
  say(Buffer.concat([authentication(0), ready]))
  await login
  client.on('notification', () => {
    throw new Error('no such notes')
  })
  const notification = Buffer.from('A\0\0\0\u000b\0\0\0\u0001c\0\0')
  expect(() => say(notification)).toThrow('no such notes')
  expect(stream.destroyed).toBe(false)
})
