import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createCluster, expectCluster } from '../../../src/search/opensearch/cluster.ts'
import type { ClusterSettings } from '../../../src/search/opensearch/cluster-settings.ts'
import { freePort } from '../../helpers/free-port.ts'
import { isOpensslThere, makeAuthority } from '../../helpers/make-certificates.ts'
import { listenForTest, openTestServer } from '../../helpers/open-test-server.ts'

/** What is wrong with a cluster whose nodes answer so. */
async function problemWith(
  answer: RequestListener,
  settings: Partial<ClusterSettings> = {},
): Promise<{ readonly code: string; readonly message: string; readonly address: string } | undefined> {
  const address = (await openTestServer(answer)).replace(/\/$/, '')
  return problemOf({ addresses: [address], ...settings }, address)
}

async function problemOf(settings: ClusterSettings, address: string) {
  const cluster = await createCluster(settings)
  onTestFinished(() => cluster.close())
  return expectCluster(cluster).then(
    () => undefined,
    ({ code, message }: { readonly code: string; readonly message: string }) => ({ code, message, address }),
  )
}

const info =
  (version: object): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ version }))
  }
const refusing =
  (status: number, error: object = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error, status }))
  }

test('an OpenSearch of a version that is known is taken, whoever asks', async () => {
  let asked: string | undefined
  const answer: RequestListener = (request, response) => {
    asked = request.headers.authorization
    info({ distribution: 'opensearch', number: '3.8.0' })(request, response)
  }
  expect(await problemWith(answer)).toBeUndefined()
  expect(asked).toBeUndefined()
  expect(
    await problemWith(answer, { credentials: { kind: 'user', user: 'ann', password: 'p:1' } }),
  ).toBeUndefined()
  expect(asked).toBe(`Basic ${btoa('ann:p:1')}`)
  expect(await problemWith(answer, { credentials: { kind: 'api-key', key: 'abc' } })).toBeUndefined()
  expect(asked).toBe('ApiKey abc')
})

test('one that is too old is refused, and so is anything else', async () => {
  expect(await problemWith(info({ distribution: 'opensearch', number: '1.3.20' }))).toMatchObject({
    code: 'unfit',
    message: 'The OpenSearch at HALLWAY_SEARCH_URL is version 1.3.20; Hallway needs 2.0 or newer.',
  })
  expect(await problemWith(info({ number: '8.19.0' }))).toMatchObject({
    code: 'unfit',
    message: 'What answers at HALLWAY_SEARCH_URL is no OpenSearch, but version 8.19.0 of something else.',
  })
})

test.each(['null', '{}', '[]', '7', '"ok"', '{"version":null}', '<html>ok</html>'])(
  'one whose answers are %s is no OpenSearch, and answers no search',
  async (text) => {
    const address = await openTestServer((_, response) => {
      response.setHeader('content-type', text.startsWith('<') ? 'text/html' : 'application/json')
      response.end(text)
    })
    const cluster = await createCluster({ addresses: [address.replace(/\/$/, '')] })
    onTestFinished(() => cluster.close())
    await expect(expectCluster(cluster)).rejects.toMatchObject({ code: 'unfit' })
    await expect(cluster.searchAll('talks', [{}], 60_000)).rejects.toMatchObject({ code: 'away' })
  },
)

test.each([
  'null',
  '7',
  '{"length":1}',
  '[null]',
  '[]',
  '[{}]',
  '[{"hits":null}]',
  '[{"hits":{}}]',
  '[{"hits":{"hits":[null]}}]',
])('searches that are answered by %s are not answered', async (responses) => {
  const address = await openTestServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(`{"responses":${responses}}`)
  })
  const cluster = await createCluster({ addresses: [address.replace(/\/$/, '')] })
  onTestFinished(() => cluster.close())
  await expect(cluster.searchAll('talks', [{}], 60_000)).rejects.toMatchObject({ code: 'away' })
})

test('credentials that are missing or wrong are said by the name of what to set', async () => {
  const missing = await problemWith(refusing(401))
  expect(missing).toMatchObject({
    code: 'refused',
    message: expect.stringContaining('HALLWAY_SEARCH_API_KEY'),
  })
  const user = { kind: 'user', user: 'ann', password: 'very-secret' } as const
  const wrong = await problemWith(refusing(401), { credentials: user })
  expect(wrong).toMatchObject({
    code: 'refused',
    message: expect.stringMatching(/user ann .*HALLWAY_SEARCH_URL/),
  })
  expect(wrong?.message).not.toContain('very-secret')
  const forbidden = await problemWith(refusing(403, { reason: 'no permissions for [cluster:monitor/main]' }))
  expect(forbidden).toMatchObject({
    code: 'refused',
    message: expect.stringContaining('cluster:monitor/main'),
  })
})

test('what is blocked for all is no matter of rights', async () => {
  const blocked = {
    type: 'cluster_block_exception',
    reason: 'blocked by: [FORBIDDEN/10/create-index blocked];',
  }
  expect(await problemWith(refusing(403, blocked))).toMatchObject({
    code: 'failed',
    message: `OpenSearch does not let anybody do it now: ${blocked.reason}`,
  })
})

test('a cluster that does not answer is away, and may come', async () => {
  const address = `http://127.0.0.1:${await freePort()}`
  expect(await problemOf({ addresses: [address] }, address)).toMatchObject({
    code: 'away',
    message: `Nothing listens at ${address}, which HALLWAY_SEARCH_URL names.`,
  })
  expect(
    await problemWith(refusing(503, { type: 'cluster_manager_not_discovered_exception' })),
  ).toMatchObject({
    code: 'away',
    message: expect.stringContaining('cluster_manager_not_discovered_exception'),
  })
})

test('an answer that goes on and on is given up', async () => {
  const chunk = ' '.repeat(1 << 20)
  const endless: RequestListener = (_, response) => {
    response.setHeader('content-type', 'application/json')
    response.on('error', () => {})
    const send = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', send)
    send()
  }
  expect(await problemWith(endless)).toMatchObject({
    code: 'away',
    message: expect.stringContaining('it sends more than 128 MB'),
  })
})

test.each([
  ['nothing', '{}'],
  ['a page', '"welcome"'],
  ['fewer answers than were asked for', '{"responses":[]}'],
])('a search that is answered with %s says so', async (_, body) => {
  const address = (
    await openTestServer((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(body)
    })
  ).replace(/\/$/, '')
  const cluster = await createCluster({ addresses: [address] })
  onTestFinished(() => cluster.close())
  await expect(cluster.searchAll('talks', [{ query: { match_all: {} } }], 1_000)).rejects.toMatchObject({
    code: 'away',
    message: 'What answers at HALLWAY_SEARCH_URL does not answer a search as OpenSearch does.',
  })
})

test('a single node that hangs is asked twice, for two seconds each', async () => {
  let asked = 0
  const before = performance.now()
  const problem = await problemWith(() => {
    asked += 1
  })
  expect(problem).toMatchObject({ code: 'away' })
  expect(asked).toBe(2)
  expect(performance.now() - before).toBeGreaterThan(3_900)
})

test('an address that wants http and not https, or the other way around, is said so', async () => {
  const plain = createServer(info({ distribution: 'opensearch', number: '3.8.0' }))
  const abrupt = createTcpServer((socket) => socket.on('error', () => {}).end())
  const secure = `https://127.0.0.1:${await listenForTest(plain)}`
  expect(await problemOf({ addresses: [secure] }, secure)).toMatchObject({
    code: 'unfit',
    message: expect.stringContaining('http://'),
  })
  const insecure = `http://127.0.0.1:${await listenForTest(abrupt)}`
  expect(await problemOf({ addresses: [insecure] }, insecure)).toMatchObject({
    message: expect.stringContaining('https://'),
  })
})

test.skipIf(!isOpensslThere)(
  'a certificate of one’s own is refused with what to set, and trusted if it is set (needs openssl)',
  async () => {
    const authority = makeAuthority('Of our own')
    const { certificate, key } = authority.issue('127.0.0.1')
    const answer = info({ distribution: 'opensearch', number: '3.8.0' })
    const server = createSecureServer({ cert: certificate, key }, answer)
    const address = `https://127.0.0.1:${await listenForTest(server)}`
    expect(await problemOf({ addresses: [address] }, address)).toMatchObject({
      code: 'unfit',
      message: expect.stringContaining('HALLWAY_SEARCH_CA'),
    })
    const certificates = readFileSync(authority.file, 'utf8')
    expect(await problemOf({ addresses: [address], certificates }, address)).toBeUndefined()
  },
)
