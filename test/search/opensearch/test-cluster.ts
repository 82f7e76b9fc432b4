import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../helpers/free-port.ts'

/** A real cluster of processes on this machine, one a node. */
export interface TestCluster {
  readonly addresses: readonly string[]
  /** Of the nodes' processes, as they are now. */
  pids(): readonly number[]
  /** Sends a signal to a node, by its place among the addresses. */
  signal(node: number, signal: NodeJS.Signals): void
  /** Starts a node again, with its data. */
  restart(node: number): void
  /** The place of the node that manages the cluster, as another one sees it. */
  manager(): Promise<number>
  /** Resolves once `nodes` of them have joined and every shard is where it belongs. */
  healthy(nodes: number): Promise<void>
  stop(): Promise<void>
}

/** Names the folder of a distribution; the second of one with the k-NN plugin. */
type HomeVariable = 'TEST_OPENSEARCH' | 'TEST_OPENSEARCH_KNN'

/** Why no cluster can be started here; undefined if one can. */
export function whyNoCluster(variable: HomeVariable = 'TEST_OPENSEARCH'): string | undefined {
  if (process.platform === 'win32') return 'OpenSearch is started on Unix alone'
  const home = process.env[variable]
  if (!home) return `no OpenSearch: ${variable} names no folder of one`
  if (!existsSync(join(home, 'bin/opensearch'))) return `no OpenSearch in ${home} (${variable})`
  return findJava() === undefined ? 'no JDK 21 or newer: set OPENSEARCH_JAVA_HOME' : undefined
}

/** What to do about a cluster that does not come up, in milliseconds: a busy machine takes a minute. */
const maxStartMs = 240_000

interface TestClusterOptions {
  /** Of each node. Default 320. */
  readonly heapMb?: number
  /** Default: compiled quickly, since tests are short. */
  readonly compiled?: 'quickly' | 'well'
  /** Default: `TEST_OPENSEARCH`. */
  readonly home?: HomeVariable
}

/** Starts nodes, and waits for them. What they keep is in a temporary folder. */
export async function startTestCluster(
  count: number,
  { heapMb = 320, compiled = 'quickly', home: variable = 'TEST_OPENSEARCH' }: TestClusterOptions = {},
): Promise<TestCluster> {
  const home = process.env[variable]!
  const folder = mkdtempSync(join(tmpdir(), 'hallway-opensearch-'))
  const user = unprivilegedUser()
  chmodSync(folder, 0o755)
  const ports: number[] = []
  while (ports.length < 2 * count) {
    const port = await freePort()
    if (!ports.includes(port)) ports.push(port)
  }
  const [http, transport] = [ports.slice(0, count), ports.slice(count)]
  const seeds = transport.map((port) => `127.0.0.1:${port}`).join()
  const names = http.map((_, node) => `node-${node}`)
  const processes: ChildProcess[] = []
  const addresses = http.map((port) => `http://127.0.0.1:${port}`)

  function start(node: number): void {
    const own = join(folder, names[node]!)
    if (!existsSync(own)) {
      for (const name of ['data', 'logs', 'tmp']) mkdirSync(join(own, name), { recursive: true })
      cpSync(join(home, 'config'), join(own, 'config'), { recursive: true })
      const options = join(own, 'config/jvm.options')
      writeFileSync(options, leanOptions(readFileSync(options, 'utf8'), home, own))
      if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, own])
    }
    const settings = {
      'cluster.name': 'hallway-test',
      'node.name': names[node],
      'network.host': '127.0.0.1',
      'http.port': http[node],
      'transport.port': transport[node],
      'discovery.seed_hosts': seeds,
      'cluster.initial_cluster_manager_nodes': names.join(),
      'path.data': join(own, 'data'),
      'path.logs': join(own, 'logs'),
      'cluster.routing.allocation.disk.threshold_enabled': false,
    }
    processes[node] = spawn(
      join(home, 'bin/opensearch'),
      Object.entries(settings).map(([name, value]) => `-E${name}=${value}`),
      {
        // The paths in jvm.options are relative.
        cwd: home,
        stdio: 'ignore',
        ...user,
        env: {
          PATH: process.env.PATH,
          OPENSEARCH_JAVA_HOME: findJava(),
          OPENSEARCH_PATH_CONF: join(own, 'config'),
          OPENSEARCH_TMPDIR: join(own, 'tmp'),
          OPENSEARCH_JAVA_OPTS: `-Xms${heapMb}m -Xmx${heapMb}m${compiled === 'quickly' ? ' -XX:TieredStopAtLevel=1' : ''}`,
        },
      },
    )
  }

  const ask = async (path: string): Promise<string> => {
    for (const [node, address] of addresses.entries()) {
      if (processes[node]?.exitCode !== null || processes[node]?.signalCode !== null) continue
      const response = await fetch(address + path, { signal: AbortSignal.timeout(10_000) }).catch(
        () => undefined,
      )
      if (response?.ok) return response.text()
    }
    return ''
  }

  const cluster: TestCluster = {
    addresses,
    pids: () => processes.flatMap(({ pid }) => pid ?? []),
    signal: (node, signal) => processes[node]!.kill(signal),
    restart: start,
    async manager() {
      const name = (await ask('/_cat/cluster_manager?h=node')).trim()
      return names.indexOf(name)
    },
    async healthy(nodes) {
      const path = `/_cluster/health?wait_for_nodes=${nodes}&wait_for_status=green&timeout=5s`
      const until = Date.now() + maxStartMs
      while (!(await ask(path)).includes('"timed_out":false')) {
        if (Date.now() > until) throw new Error(`The cluster did not come up: see ${folder}/*/logs.`)
        await delay(300)
      }
    },
    async stop() {
      const ended = processes.map(
        (child) =>
          child.exitCode !== null ||
          child.signalCode !== null ||
          new Promise((resolve) => child.once('exit', resolve)),
      )
      for (const child of processes) child.kill('SIGKILL')
      await Promise.all(ended)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  process.once('exit', () => {
    for (const child of processes) child.kill('SIGKILL')
  })
  for (const node of names.keys()) start(node)
  await cluster.healthy(count)
  return cluster
}

/** Logs where they belong, and without the agent that enforces a security policy, which takes half of the start. */
function leanOptions(options: string, home: string, own: string): string {
  const jar = readdirSync(join(home, 'agent')).find((name) => name.startsWith('opensearch-agent-bootstrap'))
  return options
    .replace('-javaagent:agent/opensearch-agent.jar', `-Xbootclasspath/a:agent/${jar}`)
    .replaceAll('logs/', `${own}/logs/`)
    .replace(/=data$/m, `=${own}/logs`)
}

/** OpenSearch does not run as root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function findJava(): string | undefined {
  const { OPENSEARCH_JAVA_HOME, JAVA_HOME } = process.env
  const installed = existsSync('/usr/lib/jvm')
    ? readdirSync('/usr/lib/jvm').map((name) => `/usr/lib/jvm/${name}`)
    : []
  return [OPENSEARCH_JAVA_HOME, JAVA_HOME, ...installed].find((home) => {
    if (!home || !existsSync(join(home, 'release'))) return false
    const [, version] = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8')) ?? []
    return Number(version) >= 21
  })
}
