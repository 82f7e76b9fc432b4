import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAppManifest } from '../../src/app-manifest.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/server/open-workspace.ts'
import { freePort } from '../../test/helpers/free-port.ts'
import { createFastClock, type FastTime } from './fast-clock.ts'
import type { HallwayOrders, Mortality } from './hallway.ts'
import { openOneAddress } from './one-address.ts'
import { type PostedEvents, postEvents } from './post-events.ts'

export interface ReplicasOptions {
  readonly workspace: Workspace
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly corpusFolder: string
  readonly time: FastTime
  readonly maxClaimMs?: number
  readonly killChance?: number
  readonly seed?: number
  /** How each is to be, as soon as one starts or ends. */
  readonly mortality: (ready: number) => Mortality
}

/** Two processes of Hallway behind one address, to which Slack posts; who dies is started again. */
export interface Replicas extends AsyncDisposable {
  readonly posted: PostedEvents
  /** Of them, those that live and are ready. */
  ready(): readonly ChildProcess[]
  kills(): number
  tell(mortality: Mortality): void
}

export const replicaCount = 2
const signingSecret = '0123456789abcdef0123456789abcdef'
const script = fileURLToPath(new URL('hallway.ts', import.meta.url))

/** A Slack in fast time, which waits a minute for what it would give up after seconds. */
export async function openPatientWorkspace(
  time: FastTime,
  faults: NonNullable<Parameters<typeof openWorkspace>[0]['faults']>,
): Promise<Workspace> {
  return openWorkspace({
    port: 0,
    manifest: await readAppManifest(),
    clock: createFastClock(time),
    faults,
    timing: { ackMillis: 60_000, triggerMillis: 60_000 },
  })
}

export async function openReplicas(options: ReplicasOptions): Promise<Replicas> {
  const { workspace, mortality } = options
  const ports: number[] = []
  for (let i = 0; i < replicaCount; i += 1) ports.push(await freePort())
  const running = new Map<number, ChildProcess>()
  const ready = new Map<number, ChildProcess>()
  let isOver = false
  let [kills, starts] = [0, 0]

  function tell(told: Mortality): void {
    for (const child of ready.values()) child.send(told, () => {})
  }

  async function start(port: number): Promise<void> {
    const { workspace: _, mortality: __, ...given } = options
    const orders: HallwayOrders = {
      ...given,
      seed: (given.seed ?? 1) * 1_000 + starts,
      connection: { kind: 'http', botToken: workspace.botToken, signingSecret },
      port,
      slackApiUrl: workspace.apiUrl,
    }
    starts += 1
    const env = { ...process.env, NODE_COMPILE_CACHE: join(given.dataFolder, 'compiled') }
    const child = fork(script, [JSON.stringify(orders)], { env })
    running.set(port, child)
    child.once('exit', () => {
      ready.delete(port)
      if (isOver) return
      kills += 1
      tell(mortality(ready.size))
      void start(port)
    })
    await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (child.exitCode !== null || child.signalCode !== null) return
    ready.set(port, child)
    tell(mortality(ready.size))
  }

  await Promise.all(ports.map(start))
  const address = await openOneAddress(ports)
  const retryMs = [0, 2_000, 10_000]
  const posted = await postEvents({ workspace, port: address.port, signingSecret, retryMs })
  return {
    posted,
    ready: () => [...ready.values()],
    kills: () => kills,
    tell,
    async [Symbol.asyncDispose]() {
      isOver = true
      posted.close()
      address.close()
      const ended = [...running.values()].map((child) => once(child, 'exit'))
      for (const child of running.values()) child.kill('SIGKILL')
      await Promise.all(ended)
    },
  }
}
