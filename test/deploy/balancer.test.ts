/** A real HAProxy, as deploy/ sets it up: to whom it sends what Slack posts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createRegistry } from '../../src/operations/metrics-registry.ts'
import { createReadiness, type ReadinessDesk } from '../../src/operations/readiness.ts'
import { openStatusServer } from '../../src/operations/status-server.ts'
import { freePort } from '../helpers/free-port.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { silent } from '../helpers/silent-log.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { findTool } from './tool.ts'

const { name: haproxyName, reason } = findTool('haproxy', '-v')

interface Replica {
  readonly port: number
  readonly statusPort: number
  readonly readiness: ReadinessDesk
}

async function openReplica(name: string): Promise<Replica> {
  const { port } = new URL(await openTestServer((_, response) => response.end(name)))
  const readiness = createReadiness()
  readiness.started()
  const status = await openStatusServer({
    ...{ port: 0, host: '127.0.0.1', log: silent, readiness },
    registry: createRegistry(),
  })
  onTestFinished(() => status.close())
  return { port: Number(port), statusPort: status.port, readiness }
}

/** With the file of `deploy/`, but for where it listens and where the replicas are. Resolves to its address. */
async function startHaproxy(replicas: Readonly<Record<string, Replica>>): Promise<string> {
  const port = await freePort()
  const servers = Object.entries(replicas).map(
    ([name, replica]) => `  server ${name} 127.0.0.1:${replica.port} check port ${replica.statusPort}\n`,
  )
  const text = readFileSync(new URL('../../deploy/haproxy/haproxy.cfg', import.meta.url), 'utf8')
  const settings = text
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replace(/(?:^ {2}server .*\n)+/m, servers.join(''))
  const folder = writeFolder({ 'haproxy.cfg': settings })
  const child = spawn(haproxyName, ['-f', join(folder, 'haproxy.cfg')], { stdio: 'ignore' })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return `http://127.0.0.1:${port}`
}

test.skipIf(reason)(
  `HAProxy leaves out who stops at once, and nobody whose database is away${reason}`,
  async () => {
    const [a, b] = [await openReplica('a'), await openReplica('b')]
    const address = await startHaproxy({ a, b })
    /** Who takes a few requests. */
    const takers = async () => {
      const answers = Array.from({ length: 6 }, async () => {
        const response = await fetch(`${address}/slack/events`, { method: 'POST' }).catch(() => undefined)
        return response?.ok ? response.text() : 'nobody'
      })
      return [...new Set(await Promise.all(answers))].sort()
    }
    const wait = { interval: 200 }
    await expect.poll(takers, wait).toEqual(['a', 'b'])
    b.readiness.stopping()
    await expect.poll(takers, wait).toEqual(['a'])
    a.readiness.require('store', () => 'cannot be reached')
    let looks = 0
    a.readiness.require('asked', () => {
      looks += 1
      return undefined
    })
    // Who fails two is left out.
    while (looks < 4) expect(await takers()).toEqual(['a'])
    expect((await fetch(`${address}/metrics`)).status).toBe(403)
  },
)
