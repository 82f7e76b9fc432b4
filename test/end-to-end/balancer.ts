import { Agent, request as send } from 'node:http'
import { onTestFinished } from 'vitest'
import { openTestServer } from '../helpers/open-test-server.ts'

interface Backend {
  readonly port: number
  readonly statusPort: number
}

/**
 * A balancer as those of clouds: it keeps connections open, and sends to who was ready when it last asked, in turn. As that of
 * deploy/ it asks for all but the database, without which all would be left out at once.
 */
export async function openBalancer(backends: readonly Backend[]) {
  const ready = new Set<Backend>()
  const lost: string[] = []
  const agent = new Agent({ keepAlive: true })
  const askEveryMs = 100
  let askedAt = Number.NEGATIVE_INFINITY
  async function askAll(): Promise<void> {
    const at = performance.now()
    await Promise.all(
      backends.map((backend) =>
        fetch(`http://127.0.0.1:${backend.statusPort}/readyz?exclude=store`)
          .then(({ ok }) => ok)
          .catch(() => false)
          .then((isReady) => (isReady ? ready.add(backend) : ready.delete(backend))),
      ),
    )
    askedAt = Math.max(askedAt, at)
  }
  const timer = setInterval(() => void askAll(), askEveryMs)
  let turn = 0
  const origin = await openTestServer(async (incoming, outgoing) => {
    // This process has stood still, which no balancer does.
    if (performance.now() - askedAt > 5 * askEveryMs) await askAll()
    const all = [...ready]
    const backend = all[turn++ % all.length]
    const fail = (why: string) => {
      lost.push(why)
      outgoing.writeHead(502).end()
    }
    if (backend === undefined) return fail('nobody was ready')
    const { method, url: path, headers } = incoming
    const onward = send({ port: backend.port, host: '127.0.0.1', agent, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', (error) => fail(`${backend.port}: ${error.message}`))
    incoming.pipe(onward)
  })
  onTestFinished(() => {
    clearInterval(timer)
    agent.destroy()
  })
  return { port: Number(new URL(origin).port), lost: lost as readonly string[], ready: () => [...ready] }
}
