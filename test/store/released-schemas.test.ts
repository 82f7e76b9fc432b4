/**
 * Databases with rows in all tables, as released versions left them: released/ holds what their code wrote, as SQL. The
 * first version that keeps anything is 0.3.0; 0.7.0 and 0.12.0 are the first whose tables are others. A release that changes them
 * adds its own.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../src/store/check-store.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { workspaceTables } from '../../src/store/tables.ts'
import { readTipSettings } from '../../src/tips/settings/stored-settings.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { verdictsOn } from '../helpers/verdicts-on.ts'
import { findPostgres, query, startPostgres } from './postgres-server.ts'

const folder = new URL('released/', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const files = (kind: 'sqlite' | 'postgres') => readdirSync(folder).filter((file) => file.startsWith(kind))
const binaries = findPostgres()
const server = binaries === undefined ? undefined : startPostgres(binaries)
afterAll(async () => (await server)?.remove())

const at = Date.UTC(2026, 10, 23, 9)
const harbour = { teamId: 'T0HARBOUR', channelId: 'C0TALKS' }

/** All that was put in by the old code is there, and goes on as if this version had put it in. */
async function expectWhole(store: OpenStore): Promise<void> {
  expect(await store.claimDelivery('T0HARBOUR', 'event:Ev0001', at)).toBe(false)
  expect(await store.claimDelivery('T0GARDEN', 'event:Ev0001', at)).toBe(false)
  expect(await store.claimDelivery('T0GARDEN', 'event:Ev0002', at)).toBe(true)
  const on = await store.tipSubscription(harbour)
  expect(on).toMatchObject({ state: 'on', setUpBy: 'U0ADA', nextAt: at + 24 * 60 * 60_000, failingDays: 0 })
  expect(readTipSettings(on?.settings)).toMatchObject({
    time: '09:00',
    zone: 'Europe/Berlin',
    filter: { kind: 'tags', tags: ['testing', 'Zürich “quoted”'] },
  })
  expect(await store.tipSubscription({ teamId: 'T0GARDEN', channelId: 'C0TALKS' })).toMatchObject({
    state: 'paused',
    pauseReason: "The channel is gone; it's paused.",
    failingDays: 1,
  })
  expect(await store.tipHistory(harbour, 9)).toMatchObject([
    { occasion: '2026-11-21', state: 'failed', reason: 'Slack refused it: the channel is archived.' },
    { occasion: '2026-11-22', state: 'skipped' },
    { occasion: '2026-11-24', state: 'open', plan: { tipId: 'harbour/queues#2', round: 0 } },
    { occasion: '2026-11-23', state: 'posted', messageTs: 'Q0001', appearsAt: at },
  ])
  expect((await store.tipRotation(harbour)).tipIds).toEqual(['harbour/queues#1', 'harbour/queues#2'])
  expect(await verdictsOn(store, 'T0HARBOUR', 'tip:harbour/queues#1')).toEqual({
    useful: 1,
    notUseful: 1,
  })
  // An attempt that the old version began is gone on with, and looked for first.
  const lease = await store.claimTip({ ...harbour, occasion: '2026-11-24' }, at + 60 * 60_000, 60_000)
  expect(lease).toMatchObject({ attempt: 2, trace: '1795510800' })
  await store.deleteWorkspace('T0GARDEN')
  expect(await store.tipSubscription({ teamId: 'T0GARDEN', channelId: 'C0TALKS' })).toBeUndefined()
  expect(await store.tipSubscription(harbour)).toBeDefined()
}

/** What the old code was asked and had not answered when it ended is gone on with. */
async function expectQuestionsOpen(store: OpenStore): Promise<void> {
  const open = (await store.openQuestions('new', 9)).toSorted((a, b) => (a.delivery < b.delivery ? -1 : 1))
  const [first, second] = ['message:D0ADA:1795510801.000200', 'message:D0ADA:1795510802.000300']
  expect(open).toMatchObject([
    {
      teamId: 'T0HARBOUR',
      delivery: first,
      question: '1.0123456789abcdef.cXVlc3Rpb24',
      keeper: 'keeper-gone',
    },
    { teamId: 'T0HARBOUR', delivery: second, keeper: 'keeper-3' },
  ])
  const taken = await Promise.all(open.map((question) => store.takeQuestion(question, 'new')))
  expect(taken).toMatchObject([
    { delivery: first, attempts: 2, isReplied: false },
    { delivery: second, attempts: 3, isReplied: false },
  ])
}

const hasQuestions = (dump: string) => dump.includes('keeper')

/** A look at what the old code left changes nothing of it, and counts what is in it. */
async function expectSaidToBeWhole(
  at: Parameters<typeof checkStore>[0],
  tables: readonly string[],
  before: readonly (readonly unknown[])[],
): Promise<void> {
  const rows = workspaceTables.map((table) => [table, before[tables.indexOf(table)]?.length ?? 0])
  for (const _look of ['first', 'again']) {
    const state = await checkStore(at)
    expect(state).toMatchObject({ kind: 'whole', rows: Object.fromEntries(rows) })
    if (tables.length < workspaceTables.length)
      expect(state.kind === 'whole' && state.missing).toBeGreaterThan(0)
  }
}

/** Those that the version knew: later ones are empty. */
const tablesIn = (dump: string) => workspaceTables.filter((table) => dump.includes(table))

describe('on SQLite', () => {
  const schemaOf = (database: DatabaseSync) =>
    database.prepare('select name, sql from sqlite_master where sql is not null order by name').all()
  const rowsOf = (database: DatabaseSync, tables: readonly string[]) =>
    tables.map((table) => database.prepare(`select * from ${table} order by 1, 2`).all())

  test.each(files('sqlite'))('%s opens with all its rows, and is then as a new database is', async (file) => {
    const [dataFolder, fresh] = [temporaryFolder(), temporaryFolder()]
    const old = new DatabaseSync(join(dataFolder, 'hallway.db'))
    old.exec(textOf(file))
    const tables = tablesIn(textOf(file))
    const before = rowsOf(old, tables)
    expect(before.length).toBeGreaterThan(0)
    expect(before.every((rows) => rows.length > 0)).toBe(true)
    old.close()
    await expectSaidToBeWhole({ dataFolder }, tables, before)
    const store = await openStore({ dataFolder, logger: silent })
    onTestFinished(() => store.close())
    const [now, empty] = [dataFolder, fresh].map((each) => join(each, 'hallway.db'))
    await (await openStore({ dataFolder: fresh, logger: silent })).close()
    using read = new DatabaseSync(now!, { readOnly: true })
    using made = new DatabaseSync(empty!, { readOnly: true })
    expect(rowsOf(read, tables)).toMatchObject(before)
    expect(schemaOf(read)).toEqual(schemaOf(made))
    await expectWhole(store)
    if (hasQuestions(textOf(file))) await expectQuestionsOpen(store)
  })
})

describe('on PostgreSQL', () => {
  const columnsOf = (url: string) =>
    query(
      url,
      `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
        where table_name like 'hallway_%' order by 1, 2`,
    )
  const indexesOf = (url: string) =>
    query(url, "select indexdef from pg_indexes where tablename like 'hallway_%' order by 1")

  test.skipIf(server === undefined).each(files('postgres'))(
    '%s opens with all its rows, and is then as a new database is',
    async (file) => {
      const { createDatabase } = await server!
      const [url, fresh] = [await createDatabase(), await createDatabase()]
      await query(url, textOf(file))
      const tables = tablesIn(textOf(file))
      expect(tables.length).toBeGreaterThan(0)
      const rowsOf = () =>
        Promise.all(tables.map((table) => query(url, `select * from ${table} order by 1, 2`)))
      const before = await rowsOf()
      expect(before.every((rows) => rows.length > 0)).toBe(true)
      await expectSaidToBeWhole({ dataFolder: '/nowhere', databaseUrl: url }, tables, before)
      const store = await openStore({ dataFolder: '/nowhere', databaseUrl: url, logger: silent })
      onTestFinished(() => store.close())
      await (await openStore({ dataFolder: '/nowhere', databaseUrl: fresh, logger: silent })).close()
      expect(await rowsOf()).toMatchObject(before)
      expect(await columnsOf(url)).toEqual(await columnsOf(fresh))
      expect(await indexesOf(url)).toEqual(await indexesOf(fresh))
      await expectWhole(store)
      if (hasQuestions(textOf(file))) await expectQuestionsOpen(store)
    },
  )
})
