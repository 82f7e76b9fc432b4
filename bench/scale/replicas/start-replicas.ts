import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder } from '../../../src/files/temporary-folder.ts'
import { freePort } from '../../../test/helpers/free-port.ts'
import type { AskedApp } from '../../load/app-process.ts'
import { openAsker } from '../../load/asker.ts'
import { endWithUs } from '../leave-nothing.ts'
import { processorTimeOf, residentMemoryOf } from '../processor-time.ts'

/** What replicas share, if they share anything. */
interface Shared {
  readonly databaseUrl: string
  readonly addresses: readonly string[]
  /** What the names of their indices begin with. */
  readonly index: string
  /** Whether each has an index of its own besides, to stand in for the cluster. */
  readonly hasOwnIndex: boolean
}

interface ReplicasOptions {
  readonly count: number
  readonly corpusFolder: string
  /** A data folder in which an index of the corpus is kept. Default: none, so it is made. */
  readonly kept?: string | undefined
  /** Default: nothing; one process keeps and finds all by itself. */
  readonly shared?: Shared | undefined
}

/** Hallway as people run it over HTTP, in several processes, which are asked by turns. */
export interface Replicas extends AskedApp {
  /** Of the first. */
  readonly dataFolder: string
  /** How often one of them said that the cluster does not answer. */
  missed(): number
  /** In the mean. Undefined if the system does not tell. */
  residentMb(): number | undefined
  stop(): Promise<void>
}

const home = fileURLToPath(new URL('../../..', import.meta.url))
const signingSecret = '0123456789abcdef'
/** Reading notes, and bringing them into a cluster, may take so long, in milliseconds. */
const maxStartMs = 600_000

export async function startReplicas(options: ReplicasOptions): Promise<Replicas> {
  const ports: number[] = []
  while (ports.length < options.count) ports.push(await freePort())
  const asker = await openAsker(ports, signingSecret)
  const place = await makeTemporaryFolder('hallway-bench-')
  const children: ChildProcess[] = []
  let missed = 0
  const onLine = (line: string) => {
    if (/own index answers|search is away/.test(line)) missed++
  }
  const haveEnded: (() => void)[] = []
  const stop = async () => {
    await Promise.all(children.map(end))
    for (const each of haveEnded) each()
    asker.close()
    await rm(place, { recursive: true })
  }
  try {
    for (const [number, port] of ports.entries()) {
      const dataFolder = join(place, `replica-${number}`)
      if (options.kept !== undefined) await cp(options.kept, dataFolder, { recursive: true })
      const { slackApiUrl } = asker
      const replica = startReplica({ ...options, port, dataFolder, slackApiUrl, onLine })
      children.push(replica.child)
      haveEnded.push(endWithUs([replica.child.pid!]))
      await replica.ready
    }
  } catch (error) {
    await stop()
    throw error
  }
  const pids = children.map(({ pid }) => pid!)
  return {
    dataFolder: join(place, 'replica-0'),
    ask: asker.ask,
    processorMs: async () => processorTimeOf(pids) ?? Number.NaN,
    missed: () => missed,
    residentMb() {
      const all = residentMemoryOf(pids)
      return all && all / pids.length
    },
    stop,
  }
}

interface ReplicaOrders extends ReplicasOptions {
  readonly port: number
  readonly dataFolder: string
  readonly slackApiUrl: string
  /** Hears each line that it says. */
  readonly onLine: (line: string) => void
}

interface StartedReplica {
  readonly child: ChildProcess
  /** Resolves once it answers, from the cluster if there is one. */
  readonly ready: Promise<void>
}

function startReplica(orders: ReplicaOrders): StartedReplica {
  const { shared } = orders
  const child = spawn(process.execPath, ['bin/hallway.mjs', 'start'], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: signingSecret,
      HALLWAY_SLACK_API_URL: orders.slackApiUrl,
      HALLWAY_PORT: String(orders.port),
      HALLWAY_CORPUS: orders.corpusFolder,
      HALLWAY_DATA: orders.dataFolder,
      HALLWAY_LOG_LEVEL: 'info',
      ...(shared && {
        DATABASE_URL: shared.databaseUrl,
        HALLWAY_SEARCH_URL: shared.addresses.join(),
        HALLWAY_SEARCH_INDEX: shared.index,
        ...(!shared.hasOwnIndex && { HALLWAY_OWN_INDEX: '0' }),
      }),
    },
  })
  const wanted = [
    /Hallway answers from/,
    ...(shared ? [/Talks are searched in OpenSearch|OpenSearch has/] : []),
  ]
  let said = ''
  const { promise: isReady, resolve, reject } = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => {
      orders.onLine(line)
      // Later words are not kept.
      if (said.length < 100_000) said += `${line}\n`
      if (wanted.every((words) => words.test(said))) resolve()
    })
  const ended = () => reject(new Error(`Hallway ended before it was ready: ${said}`))
  child.once('exit', ended)
  const timer = setTimeout(() => reject(new Error(`Hallway does not get ready: ${said}`)), maxStartMs)
  const ready = isReady.finally(() => {
    clearTimeout(timer)
    child.off('exit', ended)
  })
  return { child, ready }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
