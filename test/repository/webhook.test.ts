import { createHmac } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Page, servePages } from '../../src/http/serve-pages.ts'
import { createWebhook, webhookPath, webhookProblem } from '../../src/repository/webhook.ts'
import { silent } from '../helpers/silent-log.ts'

const secret = 'the tide is low today'
const body = Buffer.from('{"ref":"refs/heads/main"}')
const digest = (key: string, bytes: Uint8Array = body) =>
  createHmac('sha256', key).update(bytes).digest('hex')
const sign = (key: string, bytes?: Uint8Array) => `sha256=${digest(key, bytes)}`

test.each([
  ['GitHub, Gitea and Forgejo', { 'x-hub-signature-256': sign(secret) }],
  ['Bitbucket', { 'x-hub-signature': sign(secret) }],
  ['GitLab', { 'x-gitlab-token': secret }],
])('%s are believed', (_host, headers) => {
  expect(webhookProblem({ headers, expected: digest(secret) }, secret)).toBeUndefined()
})

test('nothing else is: no signature, one by another secret, of another body, or the secret where a signature belongs', () => {
  const headers = fc.oneof(
    fc.constant({}),
    fc
      .constantFrom(
        sign('another'),
        sign(secret, Buffer.from('{}')),
        secret,
        `sha1=${'0'.repeat(40)}`,
        'sha256=',
        '',
      )
      .map((signature) => ({ 'x-hub-signature-256': signature })),
    fc.string().map((token) => ({ 'x-gitlab-token': token })),
    fc.constant({ 'x-gitlab-token': 'wrong', 'x-hub-signature-256': sign(secret) }),
  )
  fc.assert(
    fc.property(headers, (headers) => {
      expect(webhookProblem({ headers, expected: digest(secret) }, secret)).toMatch(/^(?:it is|its) /)
    }),
  )
})

test('a push is answered before it is pulled, and what is refused pulls nothing', async () => {
  let pushes = 0
  const warnings: string[] = []
  const page = createWebhook({
    secret,
    onPush: () => {
      pushes += 1
    },
    log: { warn: (line) => warnings.push(line) },
  })
  const server = await servePages(new Map([[webhookPath, page]]), { port: 0, host: '127.0.0.1', log: silent })
  onTestFinished(() => server.close())
  const post = async (init: RequestInit) =>
    (await fetch(`http://127.0.0.1:${server.port}${webhookPath}`, { method: 'POST', body, ...init })).status
  expect(await post({ headers: { 'x-hub-signature-256': sign(secret) } })).toBe(202)
  expect(await post({ headers: { 'x-hub-signature-256': sign('another') } })).toBe(401)
  expect(await post({})).toBe(401)
  expect(await post({ headers: { 'x-gitlab-token': secret }, body: 'x'.repeat(6 * 1024 * 1024) })).toBe(413)
  expect((await fetch(`http://127.0.0.1:${server.port}${webhookPath}`)).status).toBe(405)
  expect(pushes).toBe(1)
  expect(warnings).toEqual([
    'A request to /notes/changed was refused: its signature is not made with HALLWAY_NOTES_SECRET.',
    'A request to /notes/changed was refused: it is not signed.',
    expect.stringContaining('longer'),
  ])
})

test('what anybody posts, and never ends, fills no memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const megabytes = () => {
    collect()
    return process.memoryUsage().arrayBuffers / 2 ** 20
  }
  const webhook = createWebhook({ secret, onPush: () => {}, log: silent })
  const sockets = new Set<Socket>()
  const page: Page = (request, response) => {
    sockets.add(request.socket)
    return webhook(request, response)
  }
  const server = await servePages(new Map([[webhookPath, page]]), { port: 0, host: '127.0.0.1', log: silent })
  onTestFinished(() => server.close())
  const [senders, part] = [25, Buffer.alloc(4 * 1024 * 1024)]
  const before = megabytes()
  for (let sender = 0; sender < senders; sender += 1) {
    const socket = connect(server.port, '127.0.0.1').on('error', () => {})
    onTestFinished(() => void socket.destroy())
    socket.write(`POST ${webhookPath} HTTP/1.1\r\nhost: x\r\ncontent-length: ${part.length + 1}\r\n\r\n`)
    socket.write(part)
  }
  const taken = () => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0)
  await expect.poll(taken).toBeGreaterThan(senders * part.length)
  // What was collected is given back by a thread, as soon as that has its turn.
  await expect.poll(() => megabytes() - before).toBeLessThan(30)
})
