import { afterAll, expect, test } from 'vitest'
import { type ChaosReport, runChaos } from '../../../bench/chaos/run-chaos.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { findPostgres, type PostgresServer, startPostgres } from '../../store/postgres-server.ts'

const binaries = findPostgres()
let server: PostgresServer | undefined
afterAll(() => server?.remove())
const folders = { sqlite: temporaryFolder(), postgres: temporaryFolder() }

/** As `npm run chaos`, with fewer posts; most of the time it waits for leases, so both databases take their turn at once. */
const chaos = (dataFolder: string, databaseUrl?: string) =>
  runChaos({
    dataFolder,
    databaseUrl,
    channels: 12,
    days: 1,
    bots: 6,
    seed: Math.floor(Math.random() * 2 ** 31),
  })

function print({ posted, kills, faults, duplicates, missing, tooSlow, seconds }: ChaosReport): void {
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  console.log(
    `${posted} posted through ${total(kills)} kills and ${total(faults)} faults in ${seconds.toFixed(0)} s: ` +
      `${duplicates} duplicates, ${missing} missing.`,
  )
  if (tooSlow.length > 0) console.warn(`This machine was too slow for ${tooSlow.join(', ')}.`)
}

/** Three of the twelve are paused on the first day. */
const flawless = { due: 9, posted: 9, duplicates: 0, missing: 0, repeated: 0 }

test.concurrent('six processes that die on one SQLite file, and a Slack that fails: each tip appears once', async () => {
  const report = await chaos(folders.sqlite)
  print(report)
  expect(report).toMatchObject(flawless)
}, 600_000)

test.skipIf(binaries === undefined).concurrent(
  'the same on PostgreSQL',
  async () => {
    server = await startPostgres(binaries ?? '')
    const report = await chaos(folders.postgres, await server.createDatabase())
    print(report)
    expect(report).toMatchObject(flawless)
  },
  600_000,
)

if (binaries === undefined) console.warn('The chaos test skips PostgreSQL: it is not installed here.')
