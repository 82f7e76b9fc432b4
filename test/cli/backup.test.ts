import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { backup } from '../../src/cli/backup.ts'
import { openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { fillDisk, mountSmallDisk } from '../helpers/small-disk.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { resultsOf, startChild } from '../store/run-child.ts'

const root = temporaryFolder()

test('copies the database of a bot that is writing, and the copy opens as hallway.db', async () => {
  const dataFolder = temporaryFolder()
  const bot = startChild({ task: 'write', dataFolder })
  const results = resultsOf(bot)
  let heard = 0
  bot.stdout?.on('data', (chunk) => {
    heard += String(chunk).split('\n').length - 1
  })
  const hearsMoreThan = async (writes: number) => {
    while (heard <= writes) await once(bot.stdout!, 'data')
  }
  await hearsMoreThan(0)
  const outcomes = []
  for (let count = 0; count < 5; count += 1) {
    const copy = join(root, `copy-${count}.db`)
    outcomes.push(await runBackup([copy], dataFolder))
    await hearsMoreThan(numberOfEventsIn(copy))
  }
  bot.kill('SIGKILL')
  const written = (await results).map(({ wrote }) => String(wrote))
  let before = 0
  for (const [count, outcome] of outcomes.entries()) {
    expect(outcome).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining(`copy-${count}.db`),
    })
    const kept = await eventsIn(join(root, `copy-${count}.db`), written)
    // All up to one moment, and none after it: a later copy holds more.
    expect(kept).toEqual(written.slice(0, kept.length))
    expect(kept.length).toBeGreaterThan(before)
    before = kept.length
  }
})

test('copies what a bot that was killed had written', async () => {
  const dataFolder = temporaryFolder()
  const bot = startChild({ task: 'write', dataFolder })
  const results = resultsOf(bot)
  bot.stdout?.once('data', () => bot.kill('SIGKILL'))
  const written = (await results).map(({ wrote }) => String(wrote))
  const file = join(temporaryFolder(), 'copy.db')
  expect(await runBackup([file], dataFolder)).toMatchObject({ code: 0 })
  expect(await eventsIn(file, written)).toEqual(written)
})

test('does not overwrite a file, and leaves nothing else behind', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'precious.txt')
  writeFileSync(file, 'precious')
  const { code, stderr } = await runBackup([file], await newDatabase())
  expect(code).toBe(1)
  expect(stderr).toContain('exists already and is not overwritten')
  expect(readFileSync(file, 'utf8')).toBe('precious')
  expect(readdirSync(folder)).toEqual(['precious.txt'])
})

const disk = mountSmallDisk()
test.skipIf(!disk)(
  `says which of the two disks is full${disk ? '' : ' (skipped: needs the right to mount)'}`,
  async () => {
    const store = await openStore({ dataFolder: disk!, logger: silent })
    await store.close()
    const free = fillDisk(disk!)
    onTestFinished(free)
    const copy = join(temporaryFolder(), 'copy.db')
    const { code, stderr } = await runBackup([copy], disk!)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^Cannot copy: no room to write to .*hallway\.db: .*Free some space on its disk.* Nothing was copied\.\n$/,
    )
    expect(stderr).not.toContain(copy)
    const onFull = await runBackup([join(disk!, 'copy.db')], await newDatabase())
    expect(onFull.stderr).toMatch(/^No room for .*copy\.db: .*choose another disk/)
    free()
    expect(await runBackup([copy], disk!)).toMatchObject({ code: 0 })
  },
)

test('says so where the folder of the copy does not exist', async () => {
  const { code, stderr } = await runBackup([join(root, 'nowhere', 'copy.db')], await newDatabase())
  expect(code).toBe(1)
  expect(stderr).toContain('does not exist: make it first')
})

test('says so where there is no database yet, and makes none', async () => {
  const dataFolder = temporaryFolder()
  const { code, stderr } = await runBackup([join(root, 'copy-of-nothing.db')], dataFolder)
  expect(code).toBe(1)
  expect(stderr).toContain('There is no database')
  expect(readdirSync(dataFolder)).toEqual([])
})

test('says so where the database is damaged, and leaves no copy of it', async () => {
  const dataFolder = temporaryFolder()
  writeFileSync(join(dataFolder, 'hallway.db'), 'Not a database at all. '.repeat(100))
  const file = join(temporaryFolder(), 'copy.db')
  const { code, stderr } = await runBackup([file], dataFolder)
  expect(code).toBe(1)
  expect(stderr).toContain('damaged')
  expect(existsSync(file)).toBe(false)
})

test('with PostgreSQL names the command that does it, and never the password', async () => {
  const { code, stderr } = await runBackup(["it's.dump"], temporaryFolder(), 'postgresql://me:secret@host/db')
  expect(code).toBe(1)
  expect(stderr).toContain(`pg_dump --format=custom --file='it'\\''s.dump' "$DATABASE_URL"`)
  expect(stderr).not.toContain('secret')
})

test.each([
  [[], 'name one file\n'],
  [['a', 'b'], 'name one file; a name with spaces goes in quotes\n'],
  [['--force'], 'there is no option --force'],
])('explains its use where asked for %j', async (argv, problem) => {
  const { code, stdout, stderr } = await runBackup(argv, temporaryFolder())
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(problem)
  expect(stderr).toContain('Usage: npx hallway backup <file>')
})

async function runBackup(argv: readonly string[], dataFolder: string, databaseUrl?: string) {
  let stdout = ''
  let stderr = ''
  const code = await backup({
    argv,
    dataFolder,
    databaseUrl,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  })
  return { code, stdout, stderr }
}

async function newDatabase(): Promise<string> {
  const dataFolder = temporaryFolder()
  const store = await openStore({ dataFolder, logger: silent })
  await store.close()
  return dataFolder
}

/** Which of these events a backup remembers, once restored. */
function numberOfEventsIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  const { events } = database.prepare('select count(*) as events from hallway_events').get()!
  database.close()
  return Number(events)
}

async function eventsIn(file: string, events: readonly string[]): Promise<readonly string[]> {
  const dataFolder = temporaryFolder()
  mkdirSync(dataFolder, { recursive: true })
  copyFileSync(file, join(dataFolder, 'hallway.db'))
  const store = await openStore({ dataFolder, logger: silent })
  onTestFinished(() => store.close())
  const kept: string[] = []
  for (const event of events) if (!(await store.claimDelivery('T1', event, 2))) kept.push(event)
  return kept
}
