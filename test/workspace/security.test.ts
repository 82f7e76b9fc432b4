import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../src/workspace/server/http-server.ts'
import { openPeer, type Peer } from './peer.ts'

let peer: Peer
beforeAll(async () => {
  peer = await openPeer()
})
afterAll(() => peer.close())

/** A request as it stands: `fetch` would mend the path and the headers. */
function send(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { port } = new URL(peer.workspace.url)
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('the server', () => {
  it('listens on this machine alone', () => {
    expect(peer.workspace.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('answers to its names with its port, which port 80 may leave out', () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      expect(refusal({ host: name, origin: `http://${name}` }, 80)).toBeUndefined()
      expect(refusal({ host: `${name}:80` }, 80)).toBeUndefined()
      expect(refusal({ host: `${name}:3000`, origin: `http://${name}:3000` }, 3000)).toBeUndefined()
      expect(refusal({ host: name }, 3000)).toContain('Open http://127.0.0.1:3000 instead')
      expect(refusal({ host: name, origin: 'http://evil.example' }, 80)).toContain('other sites')
    }
    expect(refusal({ host: 'evil.example' }, 80)).toContain('that name only')
  })

  it('refuses other host names, as DNS rebinding has them', async () => {
    expect((await send('/', { host: 'evil.example' })).status).toBe(403)
    expect((await send('/workspace/state', { host: 'evil.example' })).status).toBe(403)
  })

  it('refuses requests from other sites', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect(
        (await send('/workspace/act', { origin, 'content-type': 'application/json' }, 'POST', '{}')).status,
      ).toBe(403)
    }
    const own = await send(
      '/workspace/act',
      { origin: peer.workspace.url, 'content-type': 'application/json' },
      'POST',
      '{}',
    )
    expect(own.status).toBe(400)
  })

  it('takes acts as JSON only, which a form of another site cannot send', async () => {
    expect(
      (
        await send(
          '/workspace/act',
          { 'content-type': 'text/plain' },
          'POST',
          '{"act":"openTab","tab":"messages"}',
        )
      ).status,
    ).toBe(415)
  })

  it('survives addresses that are none', async () => {
    expect((await send('//[', {})).status).toBe(400)
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
    expect((await send('//[', upgrade)).status).toBe(403)
  })

  it('survives a socket that is reset before it is refused', async () => {
    const { host, port } = new URL(peer.workspace.url)
    for (let turn = 0; turn < 100; turn++) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          const headers = `Host: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
          socket.write(`GET /link/ HTTP/1.1\r\n${headers}`, () => socket.resetAndDestroy())
        })
        socket.on('close', () => resolve())
      })
    }
    expect((await send('/', {})).status).toBe(200)
  })

  it('lets the page load nothing but itself', async () => {
    const page = await send('/', {})
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    )
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
  })

  it('serves the page’s files and nothing else of the disk', async () => {
    for (const path of [
      '/../open-workspace.ts',
      '/%2e%2e/open-workspace.ts',
      '/..%2fopen-workspace.ts',
      '/tsconfig.json',
      '/../../../package.json',
    ]) {
      expect((await send(path, {})).status).toBe(404)
    }
  })

  it('refuses bodies larger than a megabyte', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await send('/workspace/act', headers, 'POST', 'x'.repeat(1_000_001)).catch(
      (error) => error.code,
    )
    // The server may hang up before all is sent.
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(typeof answer === 'string' ? answer : answer.status)
  })

  it('shows nobody what is another person’s own', async () => {
    const channel = peer.workspace.channel('#talks').id
    await peer.web.chat.postEphemeral({ channel, user: peer.workspace.colleague.id, text: 'for Robin alone' })
    await peer.workspace.say('dm', 'between us', { as: peer.workspace.colleague })
    const seen = (await send('/workspace/state', {})).text
    expect(seen).not.toContain('for Robin alone')
    expect(seen).not.toContain('between us')
    expect((await send(`/workspace/state?as=${peer.workspace.colleague.id}`, {})).text).toContain(
      'for Robin alone',
    )
  })

  it('says nothing of its tokens', async () => {
    const seen = (await send('/workspace/state', {})).text
    expect(seen).not.toContain(peer.workspace.botToken)
    expect(seen).not.toContain('xapp-')
  })
})
