import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFakeSlack, type Posted } from './fake-slack.ts'
import type { AppKind, AppOrders, Usage } from './orders.ts'
import { channelOf, createSender } from './sender.ts'

/** What became of one message, in milliseconds from when it was due. */
export interface Outcome {
  readonly ackMs: number
  /** Undefined if nothing was posted in time. */
  readonly posted: { readonly what: Posted; readonly ms: number } | undefined
}

/** An app in a process of its own, with a Slack that is here. */
export interface AppProcess {
  readonly kind: AppKind
  /**
   * Asks, and waits for what is posted.
   * @param due when it should have been asked, by `performance.now()`. Default: now.
   */
  ask(text: string, due?: number): Promise<Outcome>
  processorMs(): Promise<number>
  stop(): Promise<void>
}

/** After this a message counts as lost. */
const patienceMs = 30_000

export async function startAppProcess(kind: AppKind, corpusFolder: string): Promise<AppProcess> {
  const waiting = new Map<string, (posted: Posted) => void>()
  const slack = await openFakeSlack((channel, posted) => waiting.get(channel)?.(posted))
  const dataFolder = await mkdtemp(join(tmpdir(), 'hallway-bench-'))
  const orders: AppOrders = {
    kind,
    corpusFolder,
    dataFolder,
    slackApiUrl: slack.apiUrl,
    port: await freePort(),
    botToken: 'xoxb-bench',
    signingSecret: 'bench',
  }
  const child = fork(join(import.meta.dirname, 'app-child.ts'), [JSON.stringify(orders)])
  await ready(child)
  const sender = createSender(orders)
  let asked = 0

  async function posted(channel: string, due: number): Promise<Outcome['posted']> {
    const { promise, resolve } = Promise.withResolvers<Posted | undefined>()
    waiting.set(channel, resolve)
    const timer = setTimeout(() => resolve(undefined), patienceMs)
    const what = await promise
    const ms = performance.now() - due
    clearTimeout(timer)
    waiting.delete(channel)
    return what && { what, ms }
  }

  return {
    kind,
    async ask(text, due = performance.now()) {
      const number = ++asked
      const isPosted = posted(channelOf(number), due)
      await sender.send({ number, text })
      const ackMs = performance.now() - due
      return { ackMs, posted: await isPosted }
    },
    async processorMs() {
      child.send('usage')
      const [usage] = (await once(child, 'message')) as [Usage]
      return usage.processorMs
    },
    async stop() {
      sender.close()
      child.disconnect()
      await once(child, 'exit')
      slack.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const over = new AbortController()
  const died = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('The app ended before it was ready.')
  })
  await Promise.race([once(child, 'message', { signal: over.signal }), died])
  over.abort()
  await died.catch(() => {})
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return address.port
}
