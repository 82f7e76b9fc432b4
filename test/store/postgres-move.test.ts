/** What docs/operating.md says of moving from SQLite to PostgreSQL, word by word. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { findPostgres, startPostgres } from './postgres-server.ts'

const binaries = findPostgres()
const missing = ['sqlite3', 'psql', 'bash'].filter((name) => spawnSync(name, ['--version']).status !== 0)
const reason = !binaries
  ? ' (skipped: no PostgreSQL on this machine)'
  : missing.length > 0
    ? ` (skipped: no ${missing.join(' and ')} on this machine)`
    : ''

test.skipIf(reason)(`all that SQLite had is in PostgreSQL after the move${reason}`, async () => {
  const server = await startPostgres(binaries ?? '')
  onTestFinished(() => server.remove())
  const databaseUrl = await server.createDatabase()
  const [dataFolder, cwd] = [temporaryFolder(), temporaryFolder()]
  const channel = { teamId: 'T1', channelId: 'C1' }
  const settings = { zone: 'Europe/Rome', topic: 'a, "b"\nc' }
  const empty = await openStore({ dataFolder, databaseUrl, logger: silent })
  await empty.close()

  const old = await openStore({ dataFolder, logger: silent })
  await old.saveTipSubscription({ ...channel, settings, setUpBy: 'U1', state: 'on' })
  await old.saveVerdict({ teamId: 'T1', subject: 'tip:x', userId: 'U1', verdict: 'useful' }, 1)
  await old.saveInstallation('T1', 'sealed, "and" more')
  await old.claimDelivery('T1', 'message:C1:1', Date.now())
  const lease = await old.claimTip({ ...channel, occasion: '2026-03-02' }, 1, 60_000)
  await old.planTip(lease!, { tipId: 'a', talkId: 'b', round: 0 })
  await old.finishTip(lease!, { state: 'posted', messageTs: '1.1' })
  const rowsOf = async (store: typeof old) => [
    await store.tipSubscription(channel),
    await store.tipHistory(channel, 10),
    await store.tipRotation(channel),
    await store.installations(),
  ]
  const before = await rowsOf(old)
  await old.close()

  const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8')
  const [, , commands = ''] = /### From SQLite to PostgreSQL([\s\S]+?)```sh\n([\s\S]+?)```/.exec(page) ?? []
  execFileSync('bash', ['-euc', commands], {
    cwd,
    env: { ...process.env, HALLWAY_DATA: dataFolder, DATABASE_URL: databaseUrl },
    stdio: 'pipe',
  })

  const moved = await openStore({ dataFolder: join(dataFolder, 'none'), databaseUrl, logger: silent })
  onTestFinished(() => moved.close())
  expect(await rowsOf(moved)).toEqual(before)
  expect(before.every((rows) => JSON.stringify(rows) !== '[]' && rows !== undefined)).toBe(true)
  expect(await moved.claimDelivery('T1', 'message:C1:1', Date.now())).toBe(false)
})
