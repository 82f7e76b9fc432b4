/** TLS to the database: who it is must be proven, and if it is not, nothing is sent to it. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { type Authority, isOpensslThere, makeAuthority } from './make-certificates.ts'
import { findPostgres, type PostgresServer, query, startPostgres } from './postgres-server.ts'

const binaries = findPostgres()
const reason = !binaries
  ? ' (skipped: no PostgreSQL on this machine)'
  : isOpensslThere
    ? ''
    : ' (skipped: no openssl on this machine)'

describe.skipIf(reason !== '')(`a PostgreSQL server with TLS${reason}`, () => {
  let authority: Authority
  let server: PostgresServer
  let url: string
  beforeAll(async () => {
    authority = makeAuthority('Harbour')
    server = await startPostgres(binaries ?? '', authority.issue('127.0.0.1'))
    url = await server.createDatabase()
  })
  afterAll(() => server.remove())

  const open = (databaseUrl: string, warn: (line: string) => void = () => {}) =>
    openStore({ dataFolder: '/nowhere', databaseUrl, logger: { warn }, retryForMs: 30_000 })
  const failureOf = async (databaseUrl: string) => {
    const warnings: string[] = []
    const error = await open(databaseUrl, (line) => warnings.push(line)).catch((failure: unknown) => failure)
    // It is not one that goes by: nobody waits for it.
    expect(warnings).toEqual([])
    return error
  }

  test('is used where its certificate is by the authority that the address names', async () => {
    const store = await open(`${url}?sslmode=verify-full&sslrootcert=${authority.file}`)
    onTestFinished(() => store.close())
    expect(await store.claimDelivery('T1', 'Ev1', 1)).toBe(true)
    const rows = await query(
      url,
      "select ssl, version from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'hallway'",
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ ssl, version }) => ssl === true && version === 'TLSv1.3')).toBe(true)
  })

  test.each([
    ['an authority that nobody knows', () => `${url}?sslmode=verify-full`],
    [
      'another authority than the one named',
      () => `${url}?sslmode=verify-full&sslrootcert=${makeAuthority('Pirates').file}`,
    ],
    [
      'another host than the one asked for',
      () => `${url.replace('127.0.0.1', 'localhost')}?sslmode=verify-full&sslrootcert=${authority.file}`,
    ],
  ])('is refused where its certificate is of %s, without a word of the password', async (_name, urlOf) => {
    const error = await failureOf(urlOf())
    expect(error).toMatchObject({
      code: 'not-trusted',
      retryable: false,
      message: expect.stringMatching(/^the connection to the PostgreSQL server \S+ is not safe: /),
      advice: expect.stringContaining('sslrootcert'),
    })
    expect(String(error)).not.toContain('p@ss')
  })

  test('is refused where it has none at all', async () => {
    const plain = await startPostgres(binaries ?? '')
    onTestFinished(() => plain.remove())
    const plainUrl = await plain.createDatabase()
    expect(await failureOf(`${plainUrl}?sslmode=verify-full&sslrootcert=${authority.file}`)).toMatchObject({
      code: 'not-trusted',
      message: expect.stringContaining('does not support SSL'),
    })
  })

  test('is said to lack a file where the one that the address names is not there', async () => {
    expect(await failureOf(`${url}?sslmode=verify-full&sslrootcert=/nowhere/ca.crt`)).toMatchObject({
      code: 'wrong-url',
      message: 'DATABASE_URL names /nowhere/ca.crt, which cannot be read (ENOENT)',
    })
  })

  test('goes on being checked after its restart', async () => {
    const store = await openStore({
      dataFolder: '/nowhere',
      databaseUrl: `${url}?sslmode=verify-full&sslrootcert=${authority.file}`,
      logger: silent,
      retryForMs: 120_000,
    })
    onTestFinished(() => store.close())
    await server.stop()
    const waiting = store.claimDelivery('T1', 'Ev2', 1)
    await server.start()
    expect(await waiting).toBe(true)
  })
})
