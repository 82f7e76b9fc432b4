import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { backup } from '../../src/cli/backup.ts'
import { checkDatabase } from '../../src/cli/check-database.ts'
import { tips } from '../../src/cli/tips.ts'
import { runSubcommand } from '../../src/cli.ts'
import { openStore } from '../../src/store/open-store.ts'
import { freePort } from '../helpers/free-port.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { findPostgres, query, startPostgres } from '../store/postgres-server.ts'

async function run(options: Parameters<typeof checkDatabase>[0]) {
  const lines: string[] = []
  const code = await checkDatabase(options, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

/** A database with some rows, which a bot has open. */
async function filled(databaseUrl?: string) {
  const dataFolder = temporaryFolder()
  const opened = await openStore({ dataFolder, databaseUrl, logger: silent })
  let closed: Promise<void> | undefined
  const store = { ...opened, close: () => (closed ??= opened.close()) }
  onTestFinished(store.close)
  for (let number = 0; number < 300; number += 1)
    await store.claimDelivery('T1', `event:Ev${number}`, Date.now())
  const channel = { teamId: 'T1', channelId: 'C1' }
  await store.saveTipSubscription({ ...channel, state: 'on', settings: {}, setUpBy: 'U1' })
  return { dataFolder, store, file: join(dataFolder, 'hallway.db') }
}

const counts = '1 channel with tips, 0 tips on record, 0 verdicts, 300 events of the last day.'

describe('a database of SQLite', () => {
  test('that is whole is said to be, also while the bot has it open', async () => {
    const { dataFolder, file } = await filled()
    expect(await run({ dataFolder })).toEqual({ code: 0, text: `${file} is whole: ${counts}` })
  })

  test('of which nobody can tell whether it is there is not said to be missing, by any command', async () => {
    const dataFolder = join(temporaryFolder(), 'data')
    symlinkSync(dataFolder, dataFolder)
    const file = join(dataFolder, 'hallway.db')
    const said = { text: '' }
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        said.text += chunk
        done()
      },
    })
    const where = { dataFolder, corpusFolder: 'notes', stdout: output, stderr: output }
    const codes = [
      await checkDatabase({ dataFolder }, (line) => output.write(`${line}\n`)),
      await backup({ ...where, argv: [`${dataFolder}-copy.db`] }),
      await tips({ ...where, argv: ['--channel', 'C012'] }),
    ]
    expect(codes).toEqual([1, 1, 1])
    expect(said.text.split(`cannot write to ${file}: ELOOP`)).toHaveLength(4)
    expect(said.text).not.toMatch(/nothing in|no database/)
  })

  test('that is not there is nothing to check, and is not made', async () => {
    const dataFolder = temporaryFolder()
    const { code, text } = await run({ dataFolder })
    expect(code).toBe(1)
    expect(text).toMatch(/^There is nothing in .*hallway\.db yet: .*HALLWAY_DATA/)
    expect((await run({ dataFolder })).text).toBe(text)
  })

  test('with any page zeroed is damaged, and said to be with what to do, or is whole', async () => {
    const { dataFolder, file, store } = await filled()
    await store.close()
    const whole = readFileSync(file)
    const pages = whole.length / 4096
    let damagedPages = 0
    for (let page = 0; page < pages; page += 1) {
      const damaged = Buffer.from(whole)
      damaged.fill(0, page * 4096, (page + 1) * 4096)
      const folder = join(dataFolder, `page-${page}`)
      mkdirSync(folder)
      writeFileSync(join(folder, 'hallway.db'), damaged)
      const { code, text } = await run({ dataFolder: folder })
      if (code === 0) continue
      damagedPages += 1
      expect(text).toMatch(/damaged or not a Hallway database: .* put the last backup in its place\./)
      expect(readFileSync(join(folder, 'hallway.db'))).toEqual(damaged)
    }
    // All but those that hold nothing.
    expect(damagedPages).toBeGreaterThan(pages / 2)
  })

  test('of a newer version is told apart from a damaged one', async () => {
    const { dataFolder, store, file } = await filled()
    await store.close()
    const database = new DatabaseSync(file)
    database.exec("insert into hallway_migrations values (99, 'what is to come')")
    database.close()
    const { code, text } = await run({ dataFolder })
    expect(code).toBe(1)
    expect(text).toMatch(/written by a newer version of Hallway.* Start the newer version/)
  })

  test('of an earlier version will be brought to this one', async () => {
    const dataFolder = temporaryFolder()
    const database = new DatabaseSync(join(dataFolder, 'hallway.db'))
    database.exec(readFileSync(new URL('../store/released/sqlite-0.5.0.sql', import.meta.url), 'utf8'))
    database.close()
    const { code, text } = await run({ dataFolder })
    expect(code).toBe(0)
    expect(text).toMatch(/is whole: .* The next start brings it to this version\.$/)
    await (await openStore({ dataFolder, logger: silent })).close()
    expect((await run({ dataFolder })).text).toMatch(/is whole: [^.]*\.$/)
  })
})

const binaries = findPostgres()
const server = binaries === undefined ? undefined : startPostgres(binaries)
afterAll(async () => (await server)?.remove())

describe('a database of PostgreSQL', () => {
  test.skipIf(server === undefined)('that is there is read, and said to be whole', async () => {
    const url = await (await server!).createDatabase()
    expect(await run({ dataFolder: '/nowhere', databaseUrl: url })).toMatchObject({ code: 1 })
    await filled(url)
    const { code, text } = await run({ dataFolder: '/nowhere', databaseUrl: url })
    expect(text).toMatch(new RegExp(`^the PostgreSQL server 127\\.0\\.0\\.1:\\d+ is whole: ${counts}$`))
    expect(code).toBe(0)
    await query(url, 'drop table hallway_feedback')
    const broken = await run({ dataFolder: '/nowhere', databaseUrl: url })
    expect(broken.code).toBe(1)
    expect(broken.text).toContain('hallway_feedback')
  })

  test('that cannot be reached is said so, without the password', async () => {
    const databaseUrl = `postgresql://hallway:verysecret@127.0.0.1:${await freePort()}/x`
    const { code, text } = await run({ dataFolder: '/nowhere', databaseUrl })
    expect(code).toBe(1)
    expect(text).toMatch(/^cannot reach the PostgreSQL server .* Check that the server runs/)
    expect(text).not.toContain('verysecret')
  })
})

test('the command takes --database alone', async () => {
  const said: string[] = []
  const write = (text: string) => said.push(text)
  const where = {
    env: { HALLWAY_DATA: (await filled()).dataFolder },
    stdin: process.stdin,
    stdout: { write },
    stderr: { write },
  }
  expect(await runSubcommand(['check', '--database'], where as never)).toBe(0)
  expect(await runSubcommand(['check', '--database', 'notes'], where as never)).toBe(2)
  expect(said.join('')).toMatch(/is whole: .*--database goes alone/s)
})
