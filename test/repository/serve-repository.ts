import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { openTestServer } from '../helpers/open-test-server.ts'

/** What the server does with a request: serve it to who has the password, or keep silent. */
export type Mood = 'serving' | 'silent' | 'broken'

/** A bare repository over HTTP by git's own backend, for who knows the password. */
export async function serveRepository(bare: string, { user, password }: { user: string; password: string }) {
  const backend = join(
    spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout.trim(),
    'git-http-backend',
  )
  let mood: Mood = 'serving'
  const origin = await openTestServer((request, response) => {
    if (mood === 'silent') return
    if (mood === 'broken') return void response.writeHead(503).end()
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    if (request.headers.authorization !== expected)
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="notes"' }).end()
    const { pathname, search } = new URL(request.url ?? '', 'http://x')
    const child = spawn(backend, {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: dirname(bare),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        HTTP_GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        REMOTE_USER: user,
      },
    })
    request.pipe(child.stdin)
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('close', () => {
      const all = Buffer.concat(parts)
      const end = all.indexOf('\r\n\r\n')
      const lines = all.subarray(0, end).toString().split('\r\n')
      for (const line of lines) {
        const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? []
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
        else if (name !== '') response.setHeader(name, value)
      }
      response.end(all.subarray(end + 4))
    })
  })
  return {
    address: (who: string) => `${origin.replace('//', `//${who}@`)}notes.git`,
    turn(next: Mood) {
      mood = next
    },
  }
}
