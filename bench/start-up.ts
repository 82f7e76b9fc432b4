import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface StartUp {
  readonly hallwayMs: number
  readonly boltMs: number
  readonly hallwayMb: number
  readonly boltMb: number
}

const home = fileURLToPath(new URL('..', import.meta.url))

/** Time from the start of a process to its first line, and the resident memory it then has: medians of five each. */
export async function measureStartUp(corpusFolder: string): Promise<StartUp> {
  const hallway: Sample[] = []
  const bolt: Sample[] = []
  const noSlack = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' }
  const env = { ...process.env, ...noSlack, HALLWAY_CORPUS: corpusFolder, HALLWAY_PORT: '3987' }
  for (let round = 0; round < 5; round++) {
    hallway.push(await sample(['bin/hallway.mjs', 'start'], env))
    const bare = 'await import("@slack/bolt"); console.log("ready"); setInterval(() => {}, 1000)'
    bolt.push(await sample(['--input-type=module', '-e', bare], env))
  }
  return {
    hallwayMs: median(hallway.map(({ ms }) => ms)),
    boltMs: median(bolt.map(({ ms }) => ms)),
    hallwayMb: median(hallway.map(({ mb }) => mb)),
    boltMb: median(bolt.map(({ mb }) => mb)),
  }
}

interface Sample {
  readonly ms: number
  readonly mb: number
}

async function sample(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Sample> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error(`node ${args[0]} ended before it was ready.`)
    }),
  ])
  const taken = { ms: performance.now() - from, mb: residentMegabytes(child) }
  child.kill('SIGTERM')
  await ended
  return taken
}

function residentMegabytes(child: ChildProcess): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).stdout) / 1024
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
