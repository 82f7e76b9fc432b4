import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../src/store/check-store.ts'
import { ConnectionFailure } from '../../src/store/connection-failure.ts'
import { migrations } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open-store.ts'
import {
  createPostgresDialect,
  parsePostgresUrl,
  tlsPassedOver,
} from '../../src/store/postgres/postgres-dialect.ts'
import type { Tables } from '../../src/store/tables.ts'
import { openHallway, seen } from '../end-to-end/open-hallway.ts'
import { silent } from '../helpers/silent-log.ts'
import { findPostgres, type PostgresServer, query, startPostgres, urlOf } from './postgres-server.ts'
import { runChild } from './run-child.ts'

const dataFolder = '/nowhere'

describe('a PostgreSQL URL', () => {
  const encrypts = (query: string): boolean =>
    Boolean(new pg.Client({ connectionString: `postgresql://me:secret@db.example.com/notes?${query}` }).ssl)
  const parsed = (query: string) => parsePostgresUrl(`postgresql://me:secret@db.example.com/notes?${query}`)

  /** As the driver and PostgreSQL's own client know them, misspelled, and by chance. */
  const tlsNames = fc.oneof(
    fc.constantFrom('ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation'),
    fc.constantFrom('sslkeylogfile', 'sslcrl', 'sslsni', 'sslcertmode', 'ssl_min_protocol_version'),
    fc.constantFrom('sslMode', 'SSLMODE', 'ssl_mode', 'ssl-mode', 'sslmode ', 'sslrootcrt', 'tls', 'tlsMode'),
    fc.tuple(fc.constantFrom('ssl', 'SSL', 'tls', 'Tls'), fc.string()).map((parts) => parts.join('')),
  )
  // Each of these has an effect with some of the options that the driver reads.
  const tlsValues = ['true', 'verify-full', 'direct', import.meta.filename]

  test('that says something of TLS is refused, or the connection is encrypted', () => {
    const isSafe = (name: string, value: string) => {
      const query = `application_name=x&${encodeURIComponent(name)}=${encodeURIComponent(value)}`
      try {
        parsed(query)
      } catch (error) {
        expect(error).toMatchObject({ code: 'wrong-url' })
        return
      }
      expect(encrypts(query)).toBe(true)
    }
    fc.assert(fc.property(tlsNames, fc.constantFrom(...tlsValues), isSafe))
  })

  test('is said to hold options without effect: all those of TLS that the driver passes over', () => {
    const isToldRightly = (name: string) => {
      const isRead = tlsValues.some((value) => {
        try {
          return encrypts(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        } catch {
          return true
        }
      })
      const query = `sslmode=no-verify&${encodeURIComponent(name)}=1`
      expect(tlsPassedOver(`postgresql://db.example.com/notes?${query}`)).toEqual(isRead ? [] : [name])
    }
    fc.assert(fc.property(tlsNames, isToldRightly))
  })

  test('is opened with a word of what has no effect', async () => {
    const lines: string[] = []
    const logger = { warn: (line: string) => void lines.push(line) }
    const databaseUrl = 'postgresql://me@127.0.0.1:1/notes?sslmode=no-verify&sslcrl=/crl.pem&sslsni=1'
    await openStore({ dataFolder, databaseUrl, logger, retryForMs: 0 }).catch(() => {})
    expect(lines.slice(0, 2)).toEqual([
      'DATABASE_URL says "sslcrl", which has no effect here.',
      'DATABASE_URL says "sslsni", which has no effect here.',
    ])
  })

  test.each(['sslMode=verify-full', 'x=1&ssl-mode=require', 'tls=true', 'sslkeylogfile=/tmp/k'])(
    'with %s alone is refused with a word of how to write it',
    (query) => {
      const name = /(?:ssl|tls)[\w-]*/i.exec(query)![0]
      expect(() => parsed(query)).toThrow(
        expect.objectContaining({
          code: 'wrong-url',
          message: `DATABASE_URL says "${name}", and nothing by which the connection would be encrypted`,
          advice: expect.stringContaining('sslmode=verify-full'),
        }),
      )
    },
  )

  test.each([
    'sslmode=verify-full&sslkeylogfile=/tmp/k',
    'sslmode=disable&sslsni=1',
    'sslmode=no-verify&ssl_min_protocol_version=TLSv1.3&sslcrl=/crl.pem',
    'ssl=true',
    'ssl=0',
    'application_name=ssl',
    'pgbouncer=true&channel_binding=require',
    '',
  ])('with %j is taken', (query) => {
    expect(
      parsePostgresUrl(`postgresql://me:sslMode%26sslMode=x@db.example.com/notes?${query}`),
    ).toMatchObject({ server: 'db.example.com:5432' })
  })

  test.each([
    'postgresql://user:secret@[::1/db',
    'mysql://user:secret@host/db',
    'host=localhost password=secret',
    'postgresql://user:123/secret@host/db',
    'postgresql://user:123#secret@host/db',
    'postgresql://user:123?secret@host/db',
    'postgresql://user:secret@host:port/db',
  ])('that cannot be meant is refused without a word of its password: %s', async (databaseUrl) => {
    const error = await openStore({ dataFolder, databaseUrl, logger: silent }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({
      code: 'wrong-url',
      retryable: false,
      advice: expect.stringContaining('DATABASE_URL'),
    })
    expect(everythingIn(error)).not.toContain('secret')
  })

  test.each([
    ['postgresql://me:x@db.example.com/notes', 'db.example.com:5432', 'notes', 'me'],
    ['postgres://me:p%40ss%2F@10.0.0.1:6000/notes?sslmode=disable', '10.0.0.1:6000', 'notes', 'me'],
    ['postgresql:///notes?host=/run/postgresql&user=me', '/run/postgresql', 'notes', 'me'],
    ['postgresql://me@/notes?host=/run/postgresql', '/run/postgresql', 'notes', 'me'],
  ])('says where the state is: %s', (url, server, database, user) => {
    expect(parsePostgresUrl(url)).toEqual({ kind: 'postgres', server, database, user })
  })

  test.skipIf(process.platform === 'win32').each(['sslrootcert', 'sslcert', 'sslkey'])(
    'whose %s is a device is refused, and not read without end',
    (name) => {
      const parse = () => parsePostgresUrl(`postgresql://me@db.example.com/notes?${name}=/dev/zero`)
      expect(parse).toThrow('DATABASE_URL names /dev/zero, which cannot be read (it is no regular file)')
    },
  )
})

const binaries = findPostgres()
const reason = binaries ? '' : ' (skipped: no PostgreSQL on this machine)'

describe.skipIf(!binaries)(`the store and its PostgreSQL server${reason}`, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(binaries ?? '')
  })
  afterAll(() => server.remove())

  const failureOf = (databaseUrl: string) =>
    openStore({ dataFolder, databaseUrl, logger: silent, retryForMs: 200 }).then(
      () => undefined,
      (error: unknown) => error,
    )

  test('lets eight processes start at once on a new database', async () => {
    const databaseUrl = await server.createDatabase()
    const results = await Promise.all(
      Array.from({ length: 8 }, () => runChild({ task: 'claim', dataFolder, databaseUrl })),
    )
    expect(results.filter(({ claimed }) => claimed === true)).toHaveLength(1)
    expect(results.filter(({ claimed }) => claimed === false)).toHaveLength(7)
  })

  test('lets eight replicas migrate in the same instant', async () => {
    for (let round = 0; round < 3; round += 1) {
      const databaseUrl = await server.createDatabase()
      const patience = { retryForMs: 60_000, answerWithinMs: 60_000 }
      const open = () => openStore({ dataFolder, databaseUrl, logger: silent, ...patience })
      const stores = await Promise.all(Array.from({ length: 8 }, open))
      for (const store of stores) await store.close()
      expect(await query(databaseUrl, 'select number from hallway_migrations')).toHaveLength(
        migrations.length,
      )
    }
  })

  test('survives the end of a connection between two statements of a transaction', async () => {
    const databaseUrl = await server.createDatabase()
    const location = parsePostgresUrl(databaseUrl)
    const dialect = createPostgresDialect({ databaseUrl, location, answerWithinMs: 60_000, logger: silent })
    const db = new Kysely<Tables>({ dialect })
    onTestFinished(() => db.destroy())
    const cut = db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction)
      await query(databaseUrl, `select pg_terminate_backend(pid) ${ours}`)
      await expect.poll(() => query(databaseUrl, `select pid ${ours}`)).toEqual([])
      await sql`select 2`.execute(transaction)
    })
    await expect(cut).rejects.toThrow(ConnectionFailure)
    await sql`select 3`.execute(db)
  })

  test('refuses a wrong password, without repeating it', async () => {
    const error = await failureOf(urlOf(server.port, 'postgres', 'not the password'))
    expect(error).toMatchObject({
      code: 'wrong-password',
      message: expect.stringContaining('the user hallway'),
    })
    expect(everythingIn(error)).not.toMatch(/not.{1,3}the.{1,3}password/)
  })

  test('says where the password is missing', async () => {
    const error = await failureOf(`postgresql://hallway@127.0.0.1:${server.port}/postgres`)
    expect(error).toMatchObject({ code: 'wrong-password' })
  })

  test('says which database does not exist and how to make it', async () => {
    const error = await failureOf(urlOf(server.port, 'nonesuch'))
    expect(error).toMatchObject({ code: 'no-database', advice: expect.stringContaining('createdb nonesuch') })
  })

  test('says which right its user lacks', async () => {
    const url = await server.createDatabase()
    await query(url, "create role guest login password 'guest'")
    await query(url, 'revoke create on schema public from public')
    const error = await failureOf(url.replace(/hallway:[^@]*/, 'guest:guest'))
    expect(error).toMatchObject({ code: 'not-allowed', message: expect.stringContaining('the user guest') })
  })

  test('says that it cannot write to a read-only server', async () => {
    const url = await server.createDatabase()
    await query(
      url,
      `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
    )
    expect(await failureOf(url)).toMatchObject({
      code: 'standby',
      retryable: true,
      advice: expect.stringContaining('primary'),
    })
  })

  test('waits for a server that takes no writes yet, on a new connection', async () => {
    const url = await server.createDatabase()
    const name = new URL(url).pathname.slice(1)
    const warnings: string[] = []
    const logger = { warn: (text: string) => void warnings.push(text) }
    const store = await openStore({ dataFolder, databaseUrl: url, logger, retryForMs: 120_000 })
    onTestFinished(() => store.close())
    expect(await store.claimDelivery('T1', 'before', 1)).toBe(true)
    // As one that another is about to be promoted for: what is connected must connect anew to see it.
    await query(url, `alter database ${name} set default_transaction_read_only = on`)
    const ended = await query(url, `select pg_terminate_backend(pid) ${ours}`)
    const lost = () => warnings.filter((warning) => warning.startsWith('Lost an idle')).length
    await expect.poll(lost, { interval: 5 }).toBe(ended.length)
    const waiting = store.claimDelivery('T1', 'during', 1)
    await expect.poll(() => warnings.join(), { interval: 5 }).toContain('read-only')
    const elsewhere = urlOf(server.port, 'postgres')
    await query(elsewhere, `alter database ${name} reset default_transaction_read_only`)
    expect(await waiting).toBe(true)
  })

  test('a probe tells that the server takes no writes, until it takes them', async () => {
    const url = await server.createDatabase()
    const name = new URL(url).pathname.slice(1)
    const store = await openStore({ dataFolder, databaseUrl: url, logger: silent })
    onTestFinished(() => store.close())
    const code = () =>
      store.probe().then(
        () => 'ok',
        (error: { readonly code: string }) => error.code,
      )
    expect(await code()).toBe('ok')
    // As the primary that others have taken over from, which comes back as a standby.
    await query(url, `alter database ${name} set default_transaction_read_only = on`)
    await query(url, `select pg_terminate_backend(pid) ${ours}`)
    await expect.poll(code).toBe('standby')
    const elsewhere = urlOf(server.port, 'postgres')
    await query(elsewhere, `alter database ${name} reset default_transaction_read_only`)
    await expect.poll(code).toBe('ok')
  })

  test('a full disk is told as such, keeps no question unanswered, and is got over once there is room', async () => {
    const databaseUrl = await server.createDatabase()
    const store = await openStore({ dataFolder, databaseUrl, logger: silent })
    onTestFinished(() => store.close())
    const { workspace, answerTo, privateReply, log } = await openHallway({ store })
    const tables = await query(databaseUrl, "select tablename from pg_tables where schemaname = 'public'")
    const onEach = (statement: (table: unknown) => string) =>
      query(databaseUrl, tables.map(({ tablename }) => statement(tablename)).join(';'))
    // What the server says then, for whoever writes.
    await query(
      databaseUrl,
      `create function full_disk() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
    )
    const writes = 'before insert or update or delete'
    await onEach(
      (table) =>
        `create trigger full_disk ${writes} on ${table} for each statement execute function full_disk()`,
    )
    await expect.poll(() => store.probe().catch(({ code }: { code: string }) => code)).toBe('disk-full')
    const asked = await workspace.say('dm', 'queues')
    expect(seen(await answerTo('dm', asked.ts))).toContain('Queues that forgive')
    await workspace.command('/talks', 'tips on', '#general')
    expect(seen(await privateReply('#general'))).toContain('could not')
    expect(log.join()).toMatch(/no room to write to the PostgreSQL server .*No space left/)
    await onEach((table) => `drop trigger full_disk on ${table}`)
    await expect.poll(() => store.probe().catch(({ code }: { code: string }) => code)).toBeUndefined()
    await workspace.command('/talks', 'tips on', '#general')
    expect(seen(await privateReply('#general', 2))).toContain('Daily tips are on')
  })

  test('many probes of a connection that hangs leave the others free', async () => {
    const databaseUrl = await server.createDatabase()
    const network = await openNetwork(server.port)
    const url = databaseUrl.replace(`:${server.port}/`, `:${network.port}/`)
    const store = await openStore({ dataFolder, databaseUrl: url, logger: silent, answerWithinMs: 60_000 })
    onTestFinished(async () => {
      network.close()
      await store.close()
    })
    network.loseAnswers()
    const probes = Promise.allSettled(Array.from({ length: 20 }, () => store.probe()))
    expect(await store.claimDelivery('T1', 'Ev1', 1)).toBe(true)
    network.close()
    expect((await probes).map(({ status }) => status)).toEqual(Array(20).fill('rejected'))
  })

  test('a signal is heard by all who share the database, and after a lost connection they are called anyway', async () => {
    const databaseUrl = await server.createDatabase()
    const open = () => openStore({ dataFolder, databaseUrl, logger: silent })
    const [one, other] = [await open(), await open()]
    onTestFinished(async () => {
      await one.close()
      await other.close()
    })
    const heard = { one: 0, other: 0 }
    one.notesSignal.onReceived(() => {
      heard.one += 1
    })
    other.notesSignal.onReceived(() => {
      heard.other += 1
    })
    const listeners =
      "from pg_stat_activity where application_name = 'hallway notes signal' and query like 'listen%'"
    await expect.poll(() => query(databaseUrl, `select pid ${listeners}`)).toHaveLength(2)
    await one.notesSignal.send()
    await expect.poll(() => heard).toEqual({ one: 1, other: 1 })
    await query(databaseUrl, `select pg_terminate_backend(pid) ${listeners}`)
    await expect.poll(() => heard).toEqual({ one: 2, other: 2 })
    await other.notesSignal.send()
    await expect.poll(() => heard).toEqual({ one: 3, other: 3 })
  })

  test('refuses a database from a newer version and changes nothing', async () => {
    const url = await server.createDatabase()
    await query(url, 'create table hallway_migrations (number integer primary key, name text not null)')
    await query(url, "insert into hallway_migrations values (1, 'something from the future')")
    expect(await failureOf(url)).toMatchObject({ code: 'newer-version' })
    const tables = await query(url, "select tablename from pg_tables where schemaname = 'public'")
    expect(tables).toEqual([{ tablename: 'hallway_migrations' }])
  })

  test.each([
    'drop table hallway_events',
    'drop table hallway_migrations',
    'alter table hallway_leases rename column holder to other',
    'delete from hallway_migrations where number = 2',
    'delete from hallway_migrations where number > 3',
  ])('refuses a database that lacks a part: %s', async (loss) => {
    const databaseUrl = await server.createDatabase()
    await (await openStore({ dataFolder, databaseUrl, logger: silent })).close()
    await query(databaseUrl, loss)
    expect(await failureOf(databaseUrl)).toMatchObject({ code: 'corrupt' })
    await expect(checkStore({ dataFolder, databaseUrl })).rejects.toMatchObject({ code: 'corrupt' })
  })

  test('finds nothing yet beside what others keep in its database, and then what the start makes', async () => {
    const databaseUrl = await server.createDatabase()
    await query(databaseUrl, 'create table hallway_bookings (guest text)')
    await expect(checkStore({ dataFolder, databaseUrl })).resolves.toMatchObject({ kind: 'none' })
    await (await openStore({ dataFolder, databaseUrl, logger: silent })).close()
    await query(databaseUrl, 'create schema second')
    const second = `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=-c%20search_path%3Dsecond`
    await expect(checkStore({ dataFolder, databaseUrl: second })).resolves.toMatchObject({ kind: 'none' })
    await (await openStore({ dataFolder, databaseUrl: second, logger: silent })).close()
    for (const url of [databaseUrl, second])
      await expect(checkStore({ dataFolder, databaseUrl: url })).resolves.toMatchObject({ kind: 'whole' })
  })

  test('does not wait for ever for a migration that hangs elsewhere', async () => {
    const url = await server.createDatabase()
    onTestFinished(await holdMigrationLock(url))
    const open = () =>
      openStore({ dataFolder, databaseUrl: url, logger: silent, retryForMs: 0, answerWithinMs: 4000 })
    // If this process stands still meanwhile, it hears too late that it is locked.
    await expect.poll(() => open().catch((failure: unknown) => failure)).toMatchObject({ code: 'locked' })
  })

  test('goes on when its connections are cut in the middle of queries, and claims stay exact', async () => {
    const databaseUrl = await server.createDatabase()
    const warnings: string[] = []
    const store = await openStore({
      dataFolder,
      databaseUrl,
      logger: { warn: (text) => warnings.push(text) },
      retryForMs: 120_000,
    })
    onTestFinished(() => store.close())
    let done = false
    const cutting = (async () => {
      let cuts = 0
      while (!done) {
        const rows = await query(databaseUrl, `select pg_terminate_backend(pid) ${ours}`)
        cuts += rows.length
      }
      return cuts
    })()
    for (let round = 0; round < 25; round += 1) {
      const claims = await Promise.all([1, 2, 3, 4].map(() => store.claimDelivery('T1', `Ev${round}`, 1)))
      expect(claims.filter(Boolean)).toHaveLength(1)
      const occasion = { teamId: 'T1', channelId: 'C1', occasion: `day ${round}` }
      const lease = await store.claimTip(occasion, 1, 60_000)
      expect(lease).toMatchObject({ attempt: 1 })
    }
    done = true
    expect(await cutting).toBeGreaterThan(5)
    expect(warnings.join()).not.toContain('p@ss')
  })

  test('fails clearly while the server is away and works again when it is back', async () => {
    const databaseUrl = await server.createDatabase()
    const impatient = await openStore({ dataFolder, databaseUrl, logger: silent, retryForMs: 100 })
    const warnings: string[] = []
    const patient = await openStore({
      dataFolder,
      databaseUrl,
      logger: { warn: (text) => warnings.push(text) },
      retryForMs: 120_000,
    })
    onTestFinished(async () => {
      await impatient.close()
      await patient.close()
    })
    expect(await impatient.claimDelivery('T1', 'before', 1)).toBe(true)
    await server.stop()
    await expect(impatient.claimDelivery('T1', 'during', 1)).rejects.toMatchObject({
      code: 'unreachable',
      retryable: true,
      message: expect.stringContaining(`127.0.0.1:${server.port}`),
    })
    expect(await failureOf(databaseUrl)).toMatchObject({ code: 'unreachable' })
    const waiting = patient.claimDelivery('T1', 'during', 1)
    await expect.poll(() => warnings.join(), { interval: 5 }).toContain('Waiting')
    await server.start()
    expect(await waiting).toBe(true)
    expect(await impatient.claimDelivery('T1', 'before', 1)).toBe(false)
    expect(await impatient.claimDelivery('T1', 'after', 1)).toBe(true)
  })

  test('gives up a connection on which no answer comes, and recognises what it did through it', async () => {
    const databaseUrl = await server.createDatabase()
    const network = await openNetwork(server.port)
    const url = databaseUrl.replace(`:${server.port}/`, `:${network.port}/`)
    const store = await openStore({
      dataFolder,
      databaseUrl: url,
      logger: silent,
      answerWithinMs: 1000,
      retryForMs: 120_000,
    })
    onTestFinished(async () => {
      await store.close()
      network.close()
    })
    const losingTheAnswer = <Result>(call: () => Promise<Result>) => {
      network.loseAnswers()
      return call()
    }
    const occasion = { teamId: 'T1', channelId: 'C1', occasion: '2026-03-02' }
    expect(await store.claimDelivery('T1', 'Ev1', 1)).toBe(true)
    expect(await losingTheAnswer(() => store.claimDelivery('T1', 'Ev2', 1))).toBe(true)
    const lease = await losingTheAnswer(() => store.claimTip(occasion, 1, 60_000))
    expect(lease).toMatchObject({ attempt: 1 })
    if (!lease) return
    const plan = { tipId: 'a', talkId: 't', round: 0 }
    expect(await losingTheAnswer(() => store.planTip(lease, plan))).toBe('planned')
    expect(await losingTheAnswer(() => store.finishTip(lease, { state: 'posted', messageTs: '1.1' }))).toBe(
      true,
    )
    const other = { ...occasion, occasion: '2026-03-03' }
    expect(await losingTheAnswer(() => store.skipTip(other, 'Down.', 1))).toBe(true)
    expect(
      await query(databaseUrl, 'select slot, state, attempts from hallway_tip_deliveries order by 1'),
    ).toEqual([
      { slot: '2026-03-02', state: 'posted', attempts: 1 },
      { slot: '2026-03-03', state: 'skipped', attempts: 0 },
    ])
  })
})

const ours = "from pg_stat_activity where application_name = 'hallway'"

/** An error with all that it carries, as a careless log would print it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  return `${error.stack} ${JSON.stringify({ ...error })} ${error.cause ? everythingIn(error.cause) : ''}`
}

/** Another process in the middle of a migration; returns how to end it. */
async function holdMigrationLock(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(4255929001)')
  return () => client.end()
}

/** A wire to the server; on the connections of that moment, `loseAnswers` still delivers the questions. */
async function openNetwork(port: number) {
  const pairs: (readonly [Socket, Socket])[] = []
  const wire = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    pairs.push([client, upstream])
    client.on('error', () => {}).pipe(upstream)
    upstream.on('error', () => {}).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const address = wire.address()
  return {
    port: address !== null && typeof address !== 'string' ? address.port : 0,
    loseAnswers() {
      for (const [, upstream] of pairs) upstream.unpipe().resume()
    },
    close() {
      for (const socket of pairs.flat()) socket.destroy()
      wire.close()
    },
  }
}
