import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stringify } from 'yaml'
import { freePort } from '../helpers/free-port.ts'
import { findPostgres, query, unprivilegedUser } from './postgres-server.ts'

/** Three PostgreSQL servers that Patroni makes one of, and what leads to the one that takes writes. */
export interface PatroniCluster {
  /** Of a database behind the proxy, which always leads to the primary. */
  readonly url: string
  /** The name of the primary; undefined while there is none. */
  primary(): Promise<string | undefined>
  /** The end of a whole node, as if its power had failed: PostgreSQL and Patroni with it. */
  kill(name: string): void
  remove(): Promise<void>
}

const programs = ['patroni', 'etcd', 'haproxy'] as const
const password = 'hallway-test'

/** What is missing on this machine for a cluster; empty if nothing is. */
export function missingForPatroni(): readonly string[] {
  const isThere = (name: string) =>
    ['/usr/bin', '/usr/sbin', '/usr/local/bin'].some((folder) => existsSync(join(folder, name)))
  return [...programs.filter((name) => !isThere(name)), ...(findServerPrograms() ? [] : ['postgres'])]
}

/** The folder with all of PostgreSQL's programs for servers: Patroni takes more of them than tests do. */
function findServerPrograms(): string | undefined {
  const initdb = findPostgres()
  if (initdb === undefined) return undefined
  const folder = dirname(realpathSync(join(initdb, 'initdb')))
  return ['pg_ctl', 'pg_controldata', 'pg_basebackup'].every((name) => existsSync(join(folder, name)))
    ? folder
    : undefined
}

interface Node {
  readonly name: string
  readonly port: number
  readonly restPort: number
  readonly data: string
  readonly patroni: ChildProcess
}

/** Starts etcd, three nodes and HAProxy on loopback, and waits until all three are members. */
export async function startPatroni(): Promise<PatroniCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-patroni-'))
  const owner = unprivilegedUser()
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const children: ChildProcess[] = []
  const nodes: Node[] = []
  const remove = async () => {
    // Patroni stops its PostgreSQL as it ends.
    for (const { patroni } of nodes) patroni.kill('SIGINT')
    await Promise.all(nodes.map(({ patroni }) => ended(patroni)))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(ended))
    rmSync(folder, { recursive: true, force: true })
  }
  const launch = (command: string, words: readonly string[]) => {
    const environment = { ...process.env, HOME: folder, PATH: `${process.env.PATH}:/usr/sbin` }
    const log = openSync(join(folder, `${basename(words.at(-1)!)}.log`), 'a')
    const child = spawn(command, words, {
      ...owner,
      cwd: folder,
      env: environment,
      stdio: ['ignore', log, log],
    })
    children.push(child)
    return child
  }

  const [etcdPort, peerPort, proxyPort] = [await freePort(), await freePort(), await freePort()]
  const [client, peer] = [`http://127.0.0.1:${etcdPort}`, `http://127.0.0.1:${peerPort}`]
  launch('etcd', [
    ...['--name', 'one', '--data-dir', join(folder, 'etcd')],
    ...['--listen-client-urls', client, '--advertise-client-urls', client],
    ...[
      '--listen-peer-urls',
      peer,
      '--initial-advertise-peer-urls',
      peer,
      '--initial-cluster',
      `one=${peer}`,
    ],
  ])
  await until(async () => (await fetch(`${client}/health`)).ok, 30_000, 'etcd')

  for (const name of ['north', 'east', 'west']) {
    const [port, restPort] = [await freePort(), await freePort()]
    const data = join(folder, name)
    const file = join(folder, `${name}.yml`)
    const settings = settingsOf({ name, port, restPort, data, folder, etcd: `127.0.0.1:${etcdPort}` })
    writeFileSync(file, stringify(settings), { mode: 0o644 })
    nodes.push({ name, port, restPort, data, patroni: launch('patroni', [file]) })
  }
  const isPrimary = ({ restPort }: Node) => isOk(`http://127.0.0.1:${restPort}/primary`)
  const isSynchronous = ({ restPort }: Node) => isOk(`http://127.0.0.1:${restPort}/synchronous`)
  const primary = async () => {
    const all = await Promise.all(nodes.map(isPrimary))
    return nodes.find((_, index) => all[index])?.name
  }

  const servers = nodes.map(
    ({ name, port, restPort }) => `  server ${name} 127.0.0.1:${port} check port ${restPort}\n`,
  )
  const proxyFile = join(folder, 'haproxy.cfg')
  writeFileSync(proxyFile, proxySettings(proxyPort) + servers.join(''))
  launch('haproxy', ['-db', '-f', proxyFile])

  const urlTo = (database: string) => `postgresql://hallway:${password}@127.0.0.1:${proxyPort}/${database}`
  try {
    await until(
      async () => (await Promise.all(nodes.map(isSynchronous))).includes(true),
      240_000,
      'a second copy',
    )
    await until(
      async () => (await query(urlTo('postgres'), 'create database notes')) !== undefined,
      120_000,
      'the proxy',
    )
  } catch (error) {
    await remove()
    throw error
  }

  return {
    url: urlTo('notes'),
    primary,
    kill(name) {
      const node = nodes.find((node) => node.name === name)!
      const postmaster = Number(readFileSync(join(node.data, 'postmaster.pid'), 'utf8').split('\n')[0])
      node.patroni.kill('SIGKILL')
      process.kill(postmaster, 'SIGKILL')
    },
    remove,
  }
}

interface NodeSettings {
  readonly name: string
  readonly port: number
  readonly restPort: number
  readonly data: string
  readonly folder: string
  readonly etcd: string
}

function settingsOf({ name, port, restPort, data, folder, etcd }: NodeSettings) {
  return {
    scope: 'hallway',
    name,
    etcd3: { host: etcd },
    restapi: { listen: `127.0.0.1:${restPort}`, connect_address: `127.0.0.1:${restPort}` },
    bootstrap: {
      dcs: {
        // The quickest that Patroni allows. A commit is one on two nodes, so none is lost with one of them.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 5,
        synchronous_mode: true,
        postgresql: { parameters: { max_connections: 60 } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C' }],
    },
    postgresql: {
      listen: `127.0.0.1:${port}`,
      connect_address: `127.0.0.1:${port}`,
      data_dir: data,
      bin_dir: findServerPrograms(),
      pgpass: join(folder, `${name}.pgpass`),
      authentication: {
        superuser: { username: 'hallway', password },
        replication: { username: 'replicator', password },
      },
      parameters: { unix_socket_directories: folder },
      pg_hba: [
        'host replication replicator 127.0.0.1/32 scram-sha-256',
        'host all all 127.0.0.1/32 scram-sha-256',
      ],
    },
  }
}

/** As Patroni's documentation has it: whoever is no primary any more has its connections closed at once. */
const proxySettings = (port: number): string => `
global
  maxconn 200
defaults
  mode tcp
  retries 2
  timeout connect 2s
  timeout client 30m
  timeout server 30m
  timeout check 2s
listen postgres
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
`

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

async function until(done: () => Promise<boolean>, withinMs: number, what: string): Promise<void> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const problem = await done().then(
      (isDone) => (isDone ? undefined : 'not yet'),
      (error: unknown) => String(error),
    )
    if (problem === undefined) return
    if (performance.now() > deadline) throw new Error(`No ${what} within ${withinMs / 1000} s: ${problem}`)
    await wait(200)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
