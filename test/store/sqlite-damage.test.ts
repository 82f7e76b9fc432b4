import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../src/store/check-store.ts'
import { migrations } from '../../src/store/migrations.ts'
import { openStore } from '../../src/store/open-store.ts'
import { backUpSqlite } from '../../src/store/sqlite/back-up-sqlite.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { verdictsOn } from '../helpers/verdicts-on.ts'
import { resultsOf, startChild } from './run-child.ts'

const mask = process.umask(0o022)
afterAll(() => void process.umask(mask))

test.each([0, 1, 15, 100, 511])('a database cut to %i bytes is refused, and left as it is', async (size) => {
  const dataFolder = await newDatabase()
  const file = join(dataFolder, 'hallway.db')
  truncateSync(file, size)
  const before = readFileSync(file)
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringContaining(`it has ${size}`),
    advice: expect.stringContaining('put the last backup in its place'),
  })
  expect(() => backUpSqlite(file, join(dataFolder, 'copy.db'))).toThrow('it has')
  expect(readFileSync(file)).toEqual(before)
  expect(readdirSync(dataFolder)).toEqual(['hallway.db'])
})

test.skipIf(process.platform === 'win32').each([
  ['a folder', 'it is a folder', (file: string) => mkdirSync(file)],
  ['a pipe', 'it is a pipe or a device', (file: string) => execFileSync('mkfifo', [file])],
  ['a device', 'it is a pipe or a device', (file: string) => symlinkSync('/dev/zero', file)],
  ["another program's", 'tables of another program (invoices)', makeForeign],
])('what has the name of the database and is %s is named, and left as it is', async (kind, reason, make) => {
  const dataFolder = temporaryFolder()
  const file = join(dataFolder, 'hallway.db')
  make(file)
  const before = kind.startsWith('another') && readFileSync(file)
  const refusal = { code: 'not-ours', message: expect.stringContaining(reason) }
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject(refusal)
  await expect(checkStore({ dataFolder })).rejects.toMatchObject(refusal)
  expect(() => backUpSqlite(file, join(dataFolder, 'copy.db'))).toThrow(reason)
  if (before) expect(readFileSync(file)).toEqual(before)
  expect(readdirSync(dataFolder)).toEqual(['hallway.db'])
})

test.skipIf(process.platform === 'win32').each(['-journal', '-wal', '-shm'])(
  'a pipe that has the name of what SQLite keeps beside a database (%s) is named',
  async (ending) => {
    const dataFolder = await newDatabase()
    const file = join(dataFolder, 'hallway.db')
    rmSync(`${file}${ending}`, { force: true })
    execFileSync('mkfifo', [`${file}${ending}`])
    const refusal = { code: 'not-ours', message: expect.stringContaining(`hallway.db${ending}`) }
    await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject(refusal)
    await expect(checkStore({ dataFolder })).rejects.toMatchObject(refusal)
    expect(() => backUpSqlite(file, join(dataFolder, 'copy.db'))).toThrow(`hallway.db${ending}`)
  },
)

function makeForeign(file: string): void {
  execute(file, 'create table invoices (total integer)')
}

test('a database cut at any byte, or with any page zeroed, is refused or whole', async () => {
  const original = readFileSync(join(await newDatabase(), 'hallway.db'))
  const pages = original.length / 4096
  expect(pages).toBeGreaterThan(8)
  const cuts = Array.from({ length: pages * 3 }, (_, index) =>
    Math.floor((index * original.length) / (pages * 3)),
  )
  const damages = [
    ...cuts.map((size) => original.subarray(0, size)),
    original.subarray(0, -1),
    ...Array.from({ length: pages }, (_, page) =>
      Buffer.from(original).fill(0, page * 4096, (page + 1) * 4096),
    ),
  ]
  let refused = 0
  for (const bytes of damages) {
    const dataFolder = temporaryFolder()
    writeFileSync(join(dataFolder, 'hallway.db'), bytes)
    const store = await openStore({ dataFolder, logger: silent }).catch((error) => error)
    if (store instanceof Error) {
      refused += 1
      expect(store).toMatchObject({ code: 'corrupt' })
    } else {
      expect(await everythingIn(store)).toBe(true)
      await store.close()
    }
  }
  expect(refused).toBeGreaterThan(damages.length - 5)
})

test('a database that lacks a table, a column of one or a row that tells how it was made is refused, also by its check', async () => {
  const original = join(await newDatabase(), 'hallway.db')
  const { tables, columns } = partsOf(original)
  expect(tables).toHaveLength(8)
  expect(columns.length).toBeGreaterThan(40)
  const losses = [
    ...tables.map((table) => `drop table ${table}`),
    ...columns.map(([table, column]) => `alter table ${table} rename column ${column} to other`),
    'delete from hallway_migrations',
    ...migrations.map((_, index) => `delete from hallway_migrations where number = ${index + 1}`),
    'delete from hallway_migrations where number > 2',
  ]
  for (const loss of losses) {
    const dataFolder = temporaryFolder()
    const file = join(dataFolder, 'hallway.db')
    copyFileSync(original, file)
    execute(file, loss)
    const refusal = { code: 'corrupt' }
    await expect(openStore({ dataFolder, logger: silent }), loss).rejects.toMatchObject(refusal)
    await expect(checkStore({ dataFolder }), loss).rejects.toMatchObject(refusal)
  }
})

test('a database that has more than ours is as whole as without it', async () => {
  const dataFolder = await newDatabase()
  execute(
    join(dataFolder, 'hallway.db'),
    'create table notes_of_others (a); alter table hallway_leases add column more',
  )
  await expect(checkStore({ dataFolder })).resolves.toMatchObject({ kind: 'whole', missing: 0 })
  const store = await openStore({ dataFolder, logger: silent })
  await store.close()
})

function execute(file: string, statements: string): void {
  const database = new DatabaseSync(file)
  database.exec(statements)
  database.close()
}

function partsOf(file: string) {
  const database = new DatabaseSync(file, { readOnly: true })
  const select = (statement: string) => database.prepare(statement).all()
  const tables = select("select name from sqlite_schema where type = 'table' and name like 'hallway_%'").map(
    ({ name }) => String(name),
  )
  // What was done to a database is not its state.
  const ofState = tables.filter((table) => table !== 'hallway_migrations')
  const columns = ofState.flatMap((table) =>
    select(`pragma table_info(${table})`).map(({ name }) => [table, String(name)] as const),
  )
  database.close()
  return { tables, columns }
}

test('a database whose file is gone, but not what was last written to it, is refused', async () => {
  const dataFolder = temporaryFolder()
  const bot = startChild({ task: 'write', dataFolder })
  const results = resultsOf(bot)
  bot.stdout?.once('data', () => bot.kill('SIGKILL'))
  await results
  renameSync(join(dataFolder, 'hallway.db'), join(dataFolder, 'elsewhere.db'))
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringContaining('hallway.db-wal'),
  })
})

test('a backup that is killed at any moment leaves nothing under its name, or a whole copy', async () => {
  const dataFolder = await newDatabase()
  for (let round = 0; round < 6; round += 1) {
    const child = startChild({ task: 'back-up', dataFolder })
    const results = resultsOf(child)
    child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), round * 3))
    await results
  }
  const copies = readdirSync(dataFolder).filter((name) => name.startsWith('copy-'))
  expect(copies.length).toBeGreaterThanOrEqual(6)
  for (const name of copies) {
    const copy = new DatabaseSync(join(dataFolder, name), { readOnly: true })
    expect(Object.values(copy.prepare('pragma integrity_check').get() ?? {})).toEqual(['ok'])
    expect(copy.prepare('select count(*) as n from hallway_events').get()).toEqual({ n: 40 })
    copy.close()
  }
})

test('a restored backup holds what was there then, and what came later is gone', async () => {
  const dataFolder = await newDatabase()
  const copy = join(temporaryFolder(), 'copy.db')
  backUpSqlite(join(dataFolder, 'hallway.db'), copy)
  // Killed, so that its log stays.
  const bot = startChild({ task: 'write', dataFolder })
  const results = resultsOf(bot)
  bot.stdout?.once('data', () => bot.kill('SIGKILL'))
  const [{ wrote } = {}] = await results
  // Word by word what README advises.
  for (const name of ['hallway.db', 'hallway.db-wal', 'hallway.db-shm'])
    rmSync(join(dataFolder, name), { force: true })
  copyFileSync(copy, join(dataFolder, 'hallway.db'))
  const store = await openStore({ dataFolder, logger: silent })
  onTestFinished(() => store.close())
  expect(await everythingIn(store)).toBe(true)
  expect(await store.claimDelivery('T1', String(wrote), 3)).toBe(true)
})

test.skipIf(process.platform === 'win32')('nobody else may read what is stored', async () => {
  const dataFolder = join(temporaryFolder(), 'new', 'data')
  const store = await openStore({ dataFolder, logger: silent })
  onTestFinished(() => store.close())
  await store.claimDelivery('T1', 'Ev1', 1)
  backUpSqlite(join(dataFolder, 'hallway.db'), join(dataFolder, 'copy.db'))
  expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
  const files = readdirSync(dataFolder)
  expect(files.toSorted()).toEqual(['copy.db', 'hallway.db', 'hallway.db-shm', 'hallway.db-wal'])
  for (const name of files)
    expect([name, statSync(join(dataFolder, name)).mode & 0o777]).toEqual([name, 0o600])
})

test.skipIf(process.platform === 'win32')(
  'what was open to others is closed to them at the start',
  async () => {
    const dataFolder = await newDatabase()
    chmodSync(join(dataFolder, 'hallway.db'), 0o644)
    const store = await openStore({ dataFolder, logger: silent })
    onTestFinished(() => store.close())
    expect(statSync(join(dataFolder, 'hallway.db')).mode & 0o777).toBe(0o600)
  },
)

/** With something in every table. */
async function newDatabase(): Promise<string> {
  const dataFolder = temporaryFolder()
  const store = await openStore({ dataFolder, logger: silent })
  const channel = { teamId: 'T1', channelId: 'C1' }
  for (let event = 0; event < 40; event += 1) await store.claimDelivery('T1', `kept-${event}`, 1)
  await store.saveTipSubscription({ ...channel, settings: { time: '09:00' }, setUpBy: 'U1', state: 'on' })
  const lease = await store.claimTip({ ...channel, occasion: '2026-01-02' }, 1, 1000)
  await store.planTip(lease!, { tipId: 'a', talkId: 'b', round: 0 })
  await store.finishTip(lease!, { state: 'posted', messageTs: '1.2' })
  await store.saveVerdict({ teamId: 'T1', subject: 'tip:a', userId: 'U1', verdict: 'useful' }, 1)
  await store.close()
  return dataFolder
}

async function everythingIn(store: Awaited<ReturnType<typeof openStore>>): Promise<boolean> {
  const channel = { teamId: 'T1', channelId: 'C1' }
  for (let event = 0; event < 40; event += 1) {
    if (await store.claimDelivery('T1', `kept-${event}`, 2)) return false
  }
  const subscription = await store.tipSubscription(channel)
  const record = await store.tipRecord({ ...channel, occasion: '2026-01-02' })
  const counts = await verdictsOn(store, 'T1', 'tip:a')
  return subscription?.state === 'on' && record?.messageTs === '1.2' && counts.useful === 1
}
