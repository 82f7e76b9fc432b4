import { afterAll, describe, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { findPostgres, query, startPostgres } from './postgres-server.ts'
import { describeStore } from './store-contract.ts'

const { TEST_DATABASE_URL } = process.env
const binaries = findPostgres()

if (TEST_DATABASE_URL || binaries) {
  const url = TEST_DATABASE_URL ? emptied(TEST_DATABASE_URL) : ownDatabase(binaries ?? '')
  describeStore('PostgreSQL', async (logger) =>
    openStore({ dataFolder: '/nowhere', databaseUrl: await url, logger }),
  )
} else {
  const reason = 'no PostgreSQL on this machine (initdb and postgres) and no TEST_DATABASE_URL'
  console.warn(`Skipped: ${reason}`)
  describe('the store on PostgreSQL', () => {
    test.skip(reason, () => {})
  })
}

async function ownDatabase(folder: string): Promise<string> {
  const server = startPostgres(folder)
  afterAll(async () => (await server).remove())
  return (await server).createDatabase()
}

/** The tests own that database: what an earlier run left must not be in the way. */
async function emptied(url: string): Promise<string> {
  await query(
    url,
    'drop table if exists hallway_migrations, hallway_events, hallway_tip_subscriptions, hallway_tip_deliveries, hallway_feedback',
  )
  return url
}
