import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { silent } from '../helpers/silent-log.ts'
import { fillDisk, mountSmallDisk } from '../helpers/small-disk.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { resultsOf, runChild, startChild } from './run-child.ts'

const root = temporaryFolder()

test('keeps every acknowledged write when its process is killed', async () => {
  const dataFolder = newFolder()
  const written: string[] = []
  for (let round = 0; round < 4; round += 1) {
    const child = startChild({ task: 'write', dataFolder })
    const results = resultsOf(child)
    const enough = 20 + Math.floor(Math.random() * 60)
    let seen = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('\n').length - 1
      if (seen >= enough) child.kill('SIGKILL')
    })
    for (const { wrote } of await results) written.push(String(wrote))
    expect(child.killed).toBe(true)
  }
  const store = await openStore({ dataFolder, logger: silent })
  onTestFinished(() => store.close())
  expect(written.length).toBeGreaterThan(80)
  for (const event of written) expect(await store.claimDelivery('T1', event, 2)).toBe(false)
})

test.skipIf(process.platform === 'win32').each([
  ['removed', (file: string) => rmSync(file)],
  [
    'replaced',
    (file: string) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
  ],
])('says once that the database was %s while it is open, and is not ready', async (_, change) => {
  const dataFolder = newFolder()
  const file = join(dataFolder, 'hallway.db')
  const log: string[] = []
  const store = await openStore({ dataFolder, logger: { warn: (line) => void log.push(line) } })
  onTestFinished(() => store.close())
  await store.openQuestions('', 1)
  await store.probe()
  expect(log).toEqual([])
  change(file)
  for (let looks = 0; looks < 3; looks += 1) await store.openQuestions('', 1)
  expect(log).toEqual([expect.stringMatching(/hallway\.db was removed or replaced .* Stop it, put/)])
  await expect(store.probe()).rejects.toMatchObject({ code: 'replaced', retryable: false })
})

test.each([
  ['emptied', '0 bytes'],
  ['cut to one byte', '1 byte'],
  ['cut', '700 bytes'],
])('says once that the database was %s while it is open, and is not ready', async (_, size) => {
  const dataFolder = newFolder()
  const file = join(dataFolder, 'hallway.db')
  const log: string[] = []
  const store = await openStore({ dataFolder, logger: { warn: (line) => void log.push(line) } })
  onTestFinished(() => store.close())
  for (let number = 0; number < 20; number += 1) await store.claimDelivery('T1', `message:C1:${number}`, 1)
  await store.probe()
  expect(log).toEqual([])
  truncateSync(file, Number.parseInt(size, 10))
  for (let looks = 0; looks < 3; looks += 1) await store.openQuestions('', 1)
  const problem = new RegExp(`hallway\\.db is damaged .*it has ${size}, and had \\d+, .*put the last backup`)
  expect(log).toEqual([expect.stringMatching(problem)])
  await expect(store.probe()).rejects.toMatchObject({ code: 'corrupt' })
})

test('leaves nothing of a workspace in its file', async () => {
  const dataFolder = newFolder()
  const store = await openStore({ dataFolder, logger: silent })
  const ids = Array.from({ length: 40 }, (_, number) => `T0LEAVING${number}`)
  for (const teamId of ids) {
    await store.saveInstallation(teamId, `sealed-${'x'.repeat(300)}`)
    await store.claimDelivery(teamId, 'message:C0LEAVING:1', 1)
    const settings = { topic: 'leaving' }
    await store.saveTipSubscription({ teamId, channelId: 'C1', settings, setUpBy: 'U1', state: 'on' })
  }
  for (const teamId of ids) await store.deleteWorkspace(teamId)
  await store.close()
  const left = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name), 'latin1'))
  expect(left.join('').match(/LEAVING|sealed-|leaving/g)).toBeNull()
})

test('leaves nothing in its file of what was asked, once it is answered or taken back', async () => {
  const dataFolder = newFolder()
  const store = await openStore({ dataFolder, logger: silent })
  const asked = Array.from({ length: 40 }, (_, number) => ({
    teamId: 'T1',
    delivery: `message:C1:${number}`,
  }))
  for (const { teamId, delivery } of asked) {
    const question = `sealed-question-${'x'.repeat(300)}`
    await store.claimDelivery(teamId, delivery, 1, { question, keeper: 'one' })
  }
  for (const [number, key] of asked.entries()) {
    if (number % 2 === 0) await store.deleteQuestion(key, 'one')
    else await store.forgetDelivery(key.teamId, key.delivery)
  }
  await store.close()
  const left = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name), 'latin1'))
  expect(left.join('').match(/sealed-question|xxxx/g)).toBeNull()
})

test('lets eight processes start at once on a new database', async () => {
  const dataFolder = newFolder()
  const results = await Promise.all(Array.from({ length: 8 }, () => runChild({ task: 'claim', dataFolder })))
  expect(results.filter(({ claimed }) => claimed === true)).toHaveLength(1)
  expect(results.filter(({ claimed }) => claimed === false)).toHaveLength(7)
})

test('refuses a database from a newer version and changes nothing', async () => {
  const dataFolder = await newDatabase()
  edit(dataFolder, "insert into hallway_migrations values (99, 'something from the future')")
  const before = readFileSync(join(dataFolder, 'hallway.db'))
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({
    code: 'newer-version',
    retryable: false,
    message: expect.stringContaining(join(dataFolder, 'hallway.db')),
    advice: expect.stringContaining('Start the newer version'),
  })
  expect(readFileSync(join(dataFolder, 'hallway.db')).equals(before)).toBe(true)
})

test('says so where the file may not be written', async () => {
  const dataFolder = await newDatabase()
  chmodSync(join(dataFolder, 'hallway.db'), 0o444)
  chmodSync(dataFolder, 0o777)
  expect(await runChild({ task: 'claim', dataFolder, asNobody: true })).toMatchObject(notWritable)
})

test('says so where the folder may not be written', async () => {
  const dataFolder = newFolder()
  chmodSync(dataFolder, 0o555)
  expect(await runChild({ task: 'claim', dataFolder, asNobody: true })).toMatchObject(notWritable)
  const missing = join(dataFolder, 'below')
  expect(await runChild({ task: 'claim', dataFolder: missing, asNobody: true })).toMatchObject(notWritable)
})

test('says so where the data folder is a file', async () => {
  const dataFolder = join(newFolder(), 'data')
  writeFileSync(dataFolder, '')
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({ code: 'read-only' })
})

test('says so where the file is no database, and leaves it alone', async () => {
  const dataFolder = newFolder()
  const content = 'Dear diary, today I overwrote the wrong file. '.repeat(200)
  writeFileSync(join(dataFolder, 'hallway.db'), content)
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({
    code: 'corrupt',
    advice: expect.stringContaining('backup'),
  })
  expect(readFileSync(join(dataFolder, 'hallway.db'), 'utf8')).toBe(content)
})

test('finds damage in the middle of the file when it starts', async () => {
  const dataFolder = await newDatabase()
  const file = openSync(join(dataFolder, 'hallway.db'), 'r+')
  for (let page = 2; page < 8; page += 1) writeSync(file, Buffer.alloc(512, 0xff), 0, 512, page * 4096)
  closeSync(file)
  await expect(openStore({ dataFolder, logger: silent })).rejects.toMatchObject({ code: 'corrupt' })
})

test('waits for a lock, and says so where it stays', async () => {
  const dataFolder = await newDatabase()
  const store = await openStore({ dataFolder, logger: silent, retryForMs: 100 })
  const other = new DatabaseSync(join(dataFolder, 'hallway.db'))
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  other.exec('begin immediate')
  await expect(store.claimDelivery('T1', 'Ev1', 1)).rejects.toMatchObject({ code: 'locked', retryable: true })
  other.exec('rollback')
  expect(await store.claimDelivery('T1', 'Ev1', 1)).toBe(true)
})

test('goes on by itself when a lock goes away while it waits', async () => {
  const dataFolder = await newDatabase()
  const warnings: string[] = []
  const store = await openStore({
    dataFolder,
    logger: { warn: (message) => warnings.push(message) },
    retryForMs: 120_000,
  })
  const other = new DatabaseSync(join(dataFolder, 'hallway.db'))
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  other.exec('begin immediate')
  const claim = store.claimDelivery('T1', 'Ev1', 1)
  await expect.poll(() => warnings, { interval: 5 }).not.toEqual([])
  other.exec('rollback')
  expect(await claim).toBe(true)
  expect(warnings).toEqual([expect.stringContaining('is locked by another process')])
})

/** A store, and another program that locks its database. */
async function openWithOther(probeForMs: number) {
  const dataFolder = await newDatabase()
  const store = await openStore({ dataFolder, logger: silent, probeForMs })
  const other = new DatabaseSync(join(dataFolder, 'hallway.db'))
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  return { store, other }
}

test('a probe tells that nothing can be written while it is locked', async () => {
  const { store, other } = await openWithOther(0)
  await store.probe()
  other.exec('begin immediate')
  await expect.poll(codeOfProbe(store)).toBe('locked')
  other.exec('rollback')
  await expect.poll(codeOfProbe(store)).toBe('ok')
})

test('a probe waits for a lock that goes', async () => {
  const { store, other } = await openWithOther(Number.POSITIVE_INFINITY)
  other.exec('begin immediate')
  // It meets the lock before it gives anything else a turn.
  const probing = store.probe()
  other.exec('rollback')
  await probing
})

const disk = mountSmallDisk()
test.skipIf(!disk)(
  `loses nothing when the disk is full${disk ? '' : ' (skipped: needs the right to mount)'}`,
  async () => {
    const dataFolder = join(disk ?? '', 'data')
    const store = await openStore({ dataFolder, logger: silent })
    onTestFinished(() => store.close())
    const ballast = join(disk ?? '', 'ballast')
    let written = 0
    const fill = async () => {
      for (;;) {
        await store.claimDelivery('T1', `${written}-${'x'.repeat(5000)}`, 1)
        written += 1
      }
    }
    writeFileSync(ballast, Buffer.alloc(400_000))
    await expect(fill()).rejects.toMatchObject({
      code: 'disk-full',
      advice: expect.stringContaining('Free some space'),
    })
    await expect.poll(codeOfProbe(store)).toBe('disk-full')
    rmSync(ballast)
    await expect.poll(codeOfProbe(store)).toBe('ok')
    for (let index = 0; index < written; index += 1) {
      expect(await store.claimDelivery('T1', `${index}-${'x'.repeat(5000)}`, 1)).toBe(false)
    }
    expect(await store.claimDelivery('T1', 'Ev1', 1)).toBe(true)
  },
)

test.skipIf(!disk)(
  `says that the disk is full when it is so from the start${disk ? '' : ' (skipped: needs the right to mount)'}`,
  async () => {
    const folder = join(disk ?? '', 'full')
    // However much is left, it is not enough, or it is.
    for (const left of [0, 4_096, 20_000, 40_000, 60_000]) {
      const free = fillDisk(disk ?? '', left)
      const opened = await openStore({ dataFolder: folder, logger: silent, retryForMs: 0 }).catch(
        (error: unknown) => error,
      )
      if (opened instanceof Error) expect(opened).toMatchObject({ code: 'disk-full' })
      else await (opened as OpenStore).close()
      rmSync(folder, { recursive: true, force: true })
      free()
    }
  },
)

test.each(['', 'data'])(
  'a file in the place of the data folder, or of one above it, is told as such',
  async (below) => {
    const file = join(newFolder(), 'notes.md')
    writeFileSync(file, 'text')
    await expect(openStore({ dataFolder: join(file, below), logger: silent })).rejects.toMatchObject({
      code: 'read-only',
      advice: expect.stringMatching(/^A file has the place of a folder/),
    })
  },
)

/** What a probe says: `ok`, or the code of its failure. */
const codeOfProbe = (store: OpenStore) => () =>
  store.probe().then(
    () => 'ok',
    ({ code }: { readonly code: string }) => code,
  )

const notWritable = {
  code: 'read-only',
  message: expect.stringContaining('cannot write to'),
  advice: expect.stringContaining('right to write'),
}

function newFolder(): string {
  chmodSync(root, 0o755)
  return mkdtempSync(join(root, 'data-'))
}

async function newDatabase(): Promise<string> {
  const dataFolder = newFolder()
  const store = await openStore({ dataFolder, logger: silent })
  await store.close()
  return dataFolder
}

function edit(dataFolder: string, statement: string): void {
  const database = new DatabaseSync(join(dataFolder, 'hallway.db'))
  database.exec(statement)
  database.close()
}
