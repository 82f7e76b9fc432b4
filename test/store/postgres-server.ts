import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../helpers/free-port.ts'

/** A real PostgreSQL server that belongs to one test file. */
export interface PostgresServer {
  readonly port: number
  /** Of the process that has started all others. */
  pid(): number
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>
  /** Ends all connections at once, as an administrator's restart does. */
  stop(): Promise<void>
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

const password = 'p@ss/w:o?r#d%'

/** The folder with `initdb` and `postgres`; undefined if the machine has none. */
export function findPostgres(): string | undefined {
  const installed = '/usr/lib/postgresql'
  const versions = existsSync(installed) ? readdirSync(installed).sort().reverse() : []
  return [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(installed, version, 'bin')),
    '/usr/local/bin',
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** In PEM, for a server that speaks TLS. */
export interface ServerCertificate {
  readonly certificate: string
  readonly key: string
}

export async function startPostgres(binaries: string, tls?: ServerCertificate): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-postgres-'))
  const data = join(folder, 'data')
  const owner = unprivilegedUser()
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  chmodSync(folder, 0o755)
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid)
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'hallway',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
    ],
    { ...owner, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)

  if (tls) {
    for (const [name, text] of [
      ['server.crt', tls.certificate],
      ['server.key', tls.key],
    ] as const) {
      const file = join(data, name)
      writeFileSync(file, text, { mode: 0o600 })
      if (owner) chownSync(file, owner.uid, owner.gid)
    }
  }
  const port = await freePort()
  let server = launch()
  await accepting(port)
  let databases = 0

  function launch() {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=60',
      `ssl=${tls ? 'on' : 'off'}`,
    ]
    return spawn(
      join(binaries, 'postgres'),
      ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...owner,
        cwd: folder,
        stdio: 'ignore',
      },
    )
  }

  async function stop() {
    if (server.exitCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGINT')
    await gone
  }

  return {
    port,
    pid: () => server.pid!,
    async createDatabase() {
      databases += 1
      const name = `test_${databases}`
      await query(urlOf(port, 'postgres'), `create database ${name}`)
      return urlOf(port, name)
    },
    stop,
    async start() {
      server = launch()
      await accepting(port)
    },
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function urlOf(port: number, database: string, secret = password): string {
  return `postgresql://hallway:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function accepting(port: number): Promise<void> {
  const deadline = Date.now() + 100_000
  for (;;) {
    try {
      await query(urlOf(port, 'postgres'), 'select 1')
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(50)
    }
  }
}

/** PostgreSQL refuses to run as root. */
export function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}
